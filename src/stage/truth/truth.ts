/**
 * What the client knows against what the server did, from a trace. They agree while the client's own count of
 * effects, those it has a receipt for, equals the number of writes; in between they are apart.
 */

import type { Entry, Micros, OperationRecord, Scenario } from '#/scenarios';

export interface Known {
  readonly op: string;
  readonly from: Micros;
  /** Null while the call is open. */
  readonly to: Micros | null;
  readonly outcome: OperationRecord['outcome'];
  readonly entry: number;
  readonly endEntry: number | null;
}

export interface Write {
  readonly at: Micros;
  /** How many there are with this one. */
  readonly total: number;
  readonly entry: number;
}

export interface Apart {
  readonly from: Micros;
  readonly to: Micros | null;
  /** The entry at which they parted. */
  readonly entry: number;
  /** How many effects the client knew of, and how many there were, when they parted. */
  readonly known: number;
  readonly written: number;
}

export interface Truth {
  readonly known: readonly Known[];
  readonly writes: readonly Write[];
  readonly apart: readonly Apart[];
  /** As of the end of the trace. */
  readonly knows: number;
  readonly unknowns: number;
  readonly written: number;
}

export function truthOf(
  trace: readonly Entry[],
  operations: readonly OperationRecord[],
  { client, server, key }: NonNullable<Scenario['truth']>,
): Truth {
  const writes: Write[] = [];
  const apart: { from: Micros; to: Micros | null; entry: number; known: number; written: number }[] = [];
  let knows = 0;
  for (const entry of trace) {
    if (entry.type === 'persisted' && entry.node === server && entry.key === key) {
      writes.push({ at: entry.at, total: writes.length + 1, entry: entry.id });
    } else if (entry.type === 'completed' && entry.node === client) {
      if (entry.outcome === 'ok') knows++;
    } else continue;
    const open = apart.at(-1)?.to === null ? apart.at(-1) : undefined;
    const differs = knows !== writes.length;
    if (differs && !open) {
      apart.push({ from: entry.at, to: null, entry: entry.id, known: knows, written: writes.length });
    } else if (!differs && open) open.to = entry.at;
  }
  return {
    known: operations
      .filter((op) => op.node === client)
      .map((op) => ({
        op: op.id,
        from: op.invokedAt,
        to: op.completedAt,
        outcome: op.outcome,
        entry: op.invokedEntry,
        endEntry: op.completedEntry,
      })),
    writes,
    apart,
    knows,
    unknowns: operations.filter((op) => op.node === client && op.outcome === 'unknown').length,
    written: writes.length,
  };
}

const counted = (n: number, unit: string): string => `${n === 0 ? 'no' : n} ${unit}${n === 1 ? '' : 's'}`;

/** The lanes in a sentence or two. */
export function truthWords(truth: Truth, scenario: Scenario, timeText: (us: Micros) => string): string {
  const { client, server, unit } = scenario.truth ?? { client: 'client', server: 'server', unit: 'write' };
  const { knows, unknowns, written } = truth;
  const open = truth.known.some((k) => k.outcome === 'open');
  const doubt = unknowns > 0 ? `, and is left not knowing about ${counted(unknowns, 'call')}` : '';
  const first = `${client} knows of ${counted(knows, unit)}${doubt}; ${server} has written ${counted(written, unit)}.`;
  const last = truth.apart.at(-1);
  if (last && last.to === null) {
    const yet = open
      ? ' An answer may still bring them together.'
      : ' Nothing has brought them together since.';
    return `${first} They parted at ${timeText(last.from)}.${yet}`;
  }
  return first;
}
