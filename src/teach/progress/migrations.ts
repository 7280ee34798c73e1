/**
 * From older versions to the present one, a step at a time. Each step takes what its version wrote and gives what
 * the next reads; it drops what it does not know, and the schema judges the result.
 */

type Data = Record<string, unknown>;

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Version 0 had no version: the option of each bet, and which lessons were done. */
function fromVersion0(old: Data): Data {
  const lessons: Data = {};
  const fresh = () => ({
    touched: false,
    bet: null as unknown,
    reconciled: false,
    beats: 0,
    told: false,
    answers: {},
    puzzle: { hints: 0, cells: {}, ruledOut: [], met: false },
    runs: [],
    done: false,
  });
  for (const [slug, option] of Object.entries(isData(old.bets) ? old.bets : {})) {
    // It did not ask how sure one was. Guessing claims the least.
    lessons[slug] = { ...fresh(), touched: true, bet: { option, confidence: 'guessing' } };
  }
  for (const slug of Array.isArray(old.done) ? old.done : []) {
    if (typeof slug === 'string') lessons[slug] = { ...((lessons[slug] as Data) ?? fresh()), done: true };
  }
  return { version: 1, lessons };
}

const steps: readonly ((old: Data) => Data)[] = [fromVersion0];

export function migrate(value: object, version: number): unknown {
  return steps.slice(version).reduce((data, step) => step(data), value as Data);
}
