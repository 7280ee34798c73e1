/** The worlds the lesson speaks of, each the scenario and one thing more. */

import type { Authored, Variant } from '#/scenarios';
import { read, write } from './scenario';

type World = Authored<Variant>;
type Item = NonNullable<World['script']>[number];
type Calls = NonNullable<World['workload']>;

const ms = (n: number) => n * 1_000;

/** Alice switches the lamp on at A, and so long after that off at B. */
export const gap = (between: number): World => ({
  workload: [
    { at: ms(400), node: 'alice', op: write('on') },
    { at: ms(400 + between), node: 'alice', op: write('off') },
    { at: ms(800), node: 'bob', op: read },
  ],
});

/** B is 40 ms behind, as the scenario has it. */
export const usual: World = {};
export const behind: World = { knobs: { 'b-clock': -120 } };
export const right: World = { knobs: { 'b-clock': 0 } };
export const ahead: World = { knobs: { 'b-clock': 120 } };
export const hybrid: World = { knobs: { 'b-clock': -120, stamps: 'hybrid' } };

const border = [
  { from: 'A', to: 'B' },
  { from: 'B', to: 'A' },
];
export const offlineAndRight: World = {
  ...right,
  script: [{ at: ms(300), command: { verb: 'cut', links: border } }],
};

/** Alice switches it on at A and tells Bob, who switches it off at B. No message says so to B. */
const telephone: Calls = [
  { at: ms(400), node: 'alice', op: write('on') },
  { at: ms(460), node: 'bob', op: write('off') },
  { at: ms(800), node: 'bob', op: read },
];
export const byTelephone: World = {
  knobs: { 'b-clock': -120, stamps: 'hybrid', news: 150 },
  workload: telephone,
};
export const byTelephoneInTime: World = { knobs: { 'b-clock': -120, stamps: 'hybrid' }, workload: telephone };

/** B asks the time over ways of these lengths, and does this with the answer. */
export const asked = (there: number, back: number, discipline: string, clock = 0): World => ({
  knobs: { there, back, discipline, 'b-clock': clock },
});
export const madeWrong = asked(90, 10, 'step');
export const madeRight = asked(50, 50, 'step');
export const twiceAsWrong = asked(170, 10, 'step');
export const wrongAndAlone = asked(90, 10, 'watch');

/** The way back takes 130 ms longer than the way there: B is set back 65 ms by the very server it trusts. */
export const setBackByTheServer = asked(20, 150, 'step');

/** Four worlds in which the server’s clock, and the ways to it, differ. In true time the server asked is `server` ms ahead. */
const serverAhead = (server: number, there: number, back: number): World => ({
  ...asked(there, back, 'watch'),
  script: [{ at: 0, command: { verb: 'clock', node: 'time', offsetUs: ms(server) } }],
});
export const crookedWay = wrongAndAlone;
export const behindByForty = serverAhead(40, 50, 50);
export const aheadByFive = serverAhead(-5, 95, 5);
export const rightAndStraight = asked(50, 50, 'watch');
export const behindBySixty = serverAhead(60, 45, 55);

/** B measures 100 ms. It begins just before the answer of the time server comes, and its clock is 200 ms ahead. */
export const measured = (discipline: string, clock: number, more: Item[] = []): World => ({
  knobs: { 'b-clock': clock, discipline },
  workload: [{ at: ms(200), node: 'B', op: { f: 'measure', value: 100 } }],
  script: more,
});
export const negative = measured('step', 200);
export const slewed = measured('slew', 200);
export const unwatched = measured('off', 200);
export const longer = measured('step', -200);

/** Alice and Bob each give one call after the other to a replica of their own; B’s clock loses 30 ms a second, and
 * begins where its last exchange has left it. */
const lamps = [
  'attic',
  'bath',
  'cellar',
  'den',
  'hall',
  'kitchen',
  'landing',
  'nursery',
  'office',
  'porch',
  'study',
];
const switched = (at: number, node: string, key: string, value: string): Calls[number] => ({
  at: ms(at),
  node,
  op: { f: 'write', value: { key, value } },
});
export const household: World = {
  params: { roam: false },
  knobs: { 'b-clock': -20, drift: -30_000, back: 60, discipline: 'slew' },
  workload: lamps.flatMap((lamp, i) => [
    switched(410 + 200 * i, 'alice', lamp, 'on'),
    switched(460 + 200 * i, 'bob', lamp, 'off'),
  ]),
};

/** Bob adds so many entries within a second, each under a key that is the millisecond in which it comes. */
export const entries = (n: number): World => ({
  params: { roam: false },
  workload: [{ at: ms(100), node: 'bob', op: { f: 'add', value: n } }],
});
/** The clock is wrong enough, and somebody made it so. */
export const setByHand: World = {
  script: [{ at: ms(430), command: { verb: 'clock', node: 'B', stepUs: ms(-80) } }],
};
