/**
 * For each two neighbours in the lattice of models a history that is the weaker and not the stronger, and for each
 * session guarantee one that breaks it and no other. All registers, with initial value 0.
 */

import type { History, HistoryOperation } from './history';
import type { ModelName } from './names';

export interface Example {
  readonly weaker: ModelName;
  readonly stronger: ModelName;
  /** What the pattern is called. */
  readonly name: string;
  /** What happens in it, in one sentence. */
  readonly caption: string;
  readonly history: History;
}

export interface Anomaly {
  readonly broken: ModelName;
  readonly name: string;
  readonly caption: string;
  readonly history: History;
}

/** `P0 writes x 1 0-8`: who does what with which key and value, and when. */
function operation(line: string): HistoryOperation {
  const [process, verb, key, value, times] = line.split(' ') as [string, string, string, string, string];
  const [start, end] = times.split('-').map(Number) as [number, number];
  const type = verb === 'writes' ? 'write' : 'read';
  return { process, type, key, value: Number(value), start, end, outcome: 'ok' };
}

const history = (name: string, lines: readonly string[]): History => ({
  name,
  initial: 0,
  operations: lines.map(operation),
});

const staleRead = history('stale read', ['P0 writes x 1 0-10', 'P1 reads x 0 20-30', 'P1 reads x 1 40-50']);

const storeBuffering = history('store buffering', [
  'P0 writes x 1 0-10',
  'P0 reads y 0 20-30',
  'P1 writes y 1 0-10',
  'P1 reads x 0 20-30',
]);

const independentReads = history('independent reads of independent writes', [
  'P0 writes x 1 0-10',
  'P1 writes y 1 0-10',
  'P2 reads x 1 20-30',
  'P2 reads y 0 40-50',
  'P3 reads y 1 20-30',
  'P3 reads x 0 40-50',
]);

const replyWithoutPost = history('a reply without its post', [
  'Ann writes post 1 0-10',
  'Bob reads post 1 20-30',
  'Bob writes reply 1 40-50',
  'Cem reads reply 1 60-70',
  'Cem reads post 0 80-90',
]);

const changeOfMind = history('a change of mind', [
  'P0 writes x 1 0-10',
  'P1 writes x 2 0-10',
  'P1 reads x 1 20-30',
  'P1 reads x 2 40-50',
]);

const crossedWrites = history('crossed writes', [
  'P0 writes x 1 0-10',
  'P0 reads x 2 20-30',
  'P1 writes x 2 0-10',
  'P1 reads x 1 20-30',
]);

const messagePassing = history('message passing', [
  'P0 writes data 1 0-10',
  'P0 writes flag 1 20-30',
  'P1 reads flag 1 40-50',
  'P1 reads data 0 60-70',
]);

const forgottenWrite = history('a forgotten write', ['P0 writes x 1 0-10', 'P0 reads x 0 20-30']);

const readingBackwards = history('reading backwards', [
  'P0 writes x 1 0-10',
  'P1 reads x 1 20-30',
  'P1 reads x 0 40-50',
]);

const loadBuffering = history('load buffering', [
  'P0 reads x 1 0-10',
  'P0 writes y 1 20-30',
  'P1 reads y 1 0-10',
  'P1 writes x 1 20-30',
]);

const example = (weaker: ModelName, stronger: ModelName, of: History, caption: string): Example => ({
  weaker,
  stronger,
  name: of.name,
  caption,
  history: of,
});

export const examples: readonly Example[] = [
  example(
    'sequential',
    'linearizable',
    staleRead,
    'P1 still finds 0 when the write of 1 is over; only the clock objects.',
  ),
  example(
    'causal',
    'sequential',
    storeBuffering,
    'Both write, and neither sees the other’s write: in any one order somebody was first.',
  ),
  example(
    'causal-convergence',
    'sequential',
    independentReads,
    'P2 sees x before y and P3 sees y before x; no write caused the other, so either may come first.',
  ),
  example(
    'pram',
    'causal',
    replyWithoutPost,
    'Cem sees Bob’s reply but not the post by Ann that Bob had read before he wrote it.',
  ),
  example(
    'weak-causal',
    'causal',
    changeOfMind,
    'P1 takes 1 for the later write and then 2; each read makes sense, both together do not.',
  ),
  example(
    'weak-causal',
    'causal-convergence',
    crossedWrites,
    'Each process believes that the other wrote last, so no order of the two writes suits both.',
  ),
  example(
    'read-your-writes',
    'causal-convergence',
    messagePassing,
    'P1 sees the flag and not the data written before it, though everybody sees what they wrote themselves.',
  ),
  example(
    'monotonic-reads',
    'causal-convergence',
    forgottenWrite,
    'P0 does not find its own write; with a single read nothing goes backwards.',
  ),
  example(
    'monotonic-writes',
    'pram',
    readingBackwards,
    'P1 sees the write and then does not; with a single write nothing is out of order.',
  ),
  example(
    'monotonic-writes',
    'weak-causal',
    replyWithoutPost,
    'Post and reply have different writers, so no process’s writes are seen out of order; cause and effect are.',
  ),
  example(
    'writes-follow-reads',
    'weak-causal',
    messagePassing,
    'P0 had read nothing before it wrote, yet P1 sees the later of its writes without the earlier.',
  ),
];

const anomaly = (broken: ModelName, of: History, caption: string): Anomaly => ({
  broken,
  name: of.name,
  caption,
  history: of,
});

/** Each breaks one session guarantee and keeps the other three. */
export const anomalies: readonly Anomaly[] = [
  anomaly('read-your-writes', forgottenWrite, 'P0 writes 1 and then reads 0.'),
  anomaly('monotonic-reads', readingBackwards, 'P1 reads 1 and then, from a replica that lags behind, 0.'),
  anomaly('monotonic-writes', messagePassing, 'P1 sees the second write of P0 and then not the first.'),
  anomaly(
    'writes-follow-reads',
    loadBuffering,
    'Each process reads what the other writes only after having read: neither can have been first.',
  ),
];
