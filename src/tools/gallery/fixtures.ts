/** Small worlds, each standing at the moment that shows one sign: test, example and gallery entry at once. */

import { type Command, nodeId, type Scenario, type Variant } from '#/scenarios';
import type { FigurePart } from '#/stage';

export interface Fixture {
  readonly id: string;
  readonly title: string;
  /** What to look for, in a sentence. */
  readonly says: string;
  /** The scenario's name. */
  readonly scenario: 'call' | 'home' | 'service';
  readonly variant: Variant;
  readonly atUs: number;
  /** Of a figure that shows more than the smallest does: what it leaves out. */
  readonly hide?: readonly FigurePart[];
}

const [browser, payment, A, B] = ['browser', 'payment', 'A', 'B'].map(nodeId) as [
  ReturnType<typeof nodeId>,
  ReturnType<typeof nodeId>,
  ReturnType<typeof nodeId>,
  ReturnType<typeof nodeId>,
];
const request = { from: browser, to: payment, kind: 'charge', nth: 1 };
const both = (a: typeof A, b: typeof B) => [
  { from: a, to: b },
  { from: b, to: a },
];
const at = (us: number, command: Command): Variant => ({
  knobs: {},
  script: [{ at: us, command }] as NonNullable<Scenario['script']>,
});

/** What would only stand between the signs and who looks at them. */
const besideLoad = [
  'actions',
  'tape',
  'ledger',
  'log',
  'faults',
  'knobs',
  'inspector',
  'branches',
  'events',
] as const;

export const fixtures: readonly Fixture[] = [
  {
    id: 'flight',
    title: 'In flight',
    says: 'A request is a square; the arc round the browser is its time-out, running out.',
    scenario: 'call',
    variant: {},
    atUs: 30_000,
  },
  {
    id: 'held',
    title: 'Held',
    says: 'A held message is parked in a tray beside its link. It comes no nearer, and the time-out runs on.',
    scenario: 'call',
    variant: at(25_000, { verb: 'hold', message: request }),
    atUs: 120_000,
  },
  {
    id: 'duplicate',
    title: 'Duplicated',
    says: 'A copy has the original’s name with ×2, and a thread to where it came from.',
    scenario: 'call',
    variant: at(22_000, { verb: 'duplicate', message: request }),
    atUs: 32_000,
  },
  {
    id: 'lost',
    title: 'Lost',
    says: 'A lost message is a dashed outline with a cross where it ended, and a cross on the tape for ever.',
    scenario: 'call',
    variant: at(30_000, { verb: 'drop', message: request }),
    atUs: 34_000,
  },
  {
    id: 'unknown',
    title: 'Unknown',
    says: 'The call has ended without an answer: its bar stays open, and nobody can say whether it happened.',
    scenario: 'call',
    variant: at(5_000, { verb: 'cut', links: both(browser, payment) }),
    atUs: 500_000,
  },
  {
    id: 'crashed',
    title: 'Crashed',
    says: 'A crashed node is hatched, crossed and dashed; its lane is dotted from there on.',
    scenario: 'home',
    variant: at(300_000, { verb: 'crash', node: B, disk: 'kept' }),
    atUs: 560_000,
  },
  {
    id: 'paused',
    title: 'Paused',
    says: 'A paused node handles nothing; what reaches it waits at its door.',
    scenario: 'home',
    variant: at(20_000, { verb: 'pause', node: B }),
    atUs: 250_000,
  },
  {
    id: 'cut',
    title: 'Cut',
    says: 'A cut is a thick dashed mark across the link and a shaded band on the tape.',
    scenario: 'home',
    variant: at(60_000, { verb: 'cut', links: both(A, B) }),
    atUs: 420_000,
  },
  {
    id: 'one-way',
    title: 'Cut one way',
    says: 'Questions arrive and answers do not: the mark is on one direction only.',
    scenario: 'home',
    variant: at(60_000, { verb: 'cut', links: [{ from: B, to: A }] }),
    atUs: 460_000,
  },
  {
    id: 'skewed',
    title: 'A wrong clock',
    says: 'A node whose clock is off says by how much.',
    scenario: 'home',
    variant: at(60_000, { verb: 'clock', node: B, stepUs: 12_000 }),
    atUs: 200_000,
  },
  {
    id: 'load',
    title: 'Load',
    says: 'Charts on the tape’s own time, as far as the run has come: a level for each stretch of it, each line with its name, its dash and its sign. In the node, its queue above its name and its workers below.',
    scenario: 'service',
    variant: {},
    atUs: 5_900_000,
    hide: besideLoad,
  },
  {
    id: 'breaker',
    title: 'A machine',
    says: 'The circuit breaker is the machine that runs: filled where it is, heavy where it went last.',
    scenario: 'service',
    variant: { knobs: { breaker: true, rate: 45 } },
    atUs: 7_300_000,
    hide: [...besideLoad, 'charts'],
  },
];
