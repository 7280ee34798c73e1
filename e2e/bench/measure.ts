// How benchmarks measure: cases take turns, so that a busy moment of the machine falls on all of them, and the
// median of the rounds counts.

export interface Row {
  readonly what: string;
  /** With its unit. */
  readonly measured: string;
  readonly goal?: string;
  readonly met?: boolean;
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const collect = (): void => globalThis.gc?.();

/** Milliseconds that each case took, round by round, after one round to warm up. */
export function interleaved<Name extends string>(
  cases: Readonly<Record<Name, () => unknown>>,
  rounds: number,
): Record<Name, number[]> {
  const names = Object.keys(cases) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -1; round < rounds; round++) {
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round + 1) % names.length] as Name;
      collect();
      const began = performance.now();
      const kept = cases[name]();
      const took = performance.now() - began;
      if (kept === undefined)
        throw new Error(`${name} gave nothing, so that it may not have been run at all.`);
      if (round >= 0) times[name].push(took);
    }
  }
  return times;
}

/** The median, over the rounds, of how long one case took as a share of another in the same round. */
export const ratio = (reference: readonly number[], measured: readonly number[]): number =>
  median(reference.map((time, round) => time / (measured[round] as number)));

/** Megabytes of heap that a value keeps alive, and the value. */
export function held<T>(make: () => T): { megabytes: number; value: T } {
  collect();
  const before = process.memoryUsage().heapUsed;
  const value = make();
  collect();
  return { megabytes: (process.memoryUsage().heapUsed - before) / 2 ** 20, value };
}
