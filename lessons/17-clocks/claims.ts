/** What the lesson's prose says of the lab, for the prover to decide. */

import type { Authored, Claim } from '#/scenarios';
import * as world from './worlds';

const lost = { property: 'no acknowledged write is lost', holds: false } as const;
const kept = { property: 'no acknowledged write is lost', holds: true } as const;
const corrected = { count: { type: 'delivered', kind: 'time', to: 'B' }, atLeast: 1 } as const;

export default [
  {
    id: 'acknowledged-and-gone',
    kind: 'run',
    text: 'With B 120 ms behind, Alice is told “done” twice, no message is lost, the replicas agree, and the lamp stays on.',
    variant: world.behind,
    checks: [
      { operation: 'alice/1', ended: 'ok' },
      { operation: 'alice/2', ended: 'ok' },
      { earlier: { type: 'completed', op: 'alice/1' }, later: { type: 'invoked', op: 'alice/2' } },
      { count: { type: 'dropped' }, is: 0 },
      { operation: 'bob/1', saw: 'on' },
      { property: 'replicas agree', holds: true },
      lost,
    ],
  },
  {
    id: 'skew-against-gap',
    kind: 'threshold',
    text: 'B’s clock from 300 ms behind to 300 ahead, in steps of 5, and four different gaps: “off” is lost exactly when B is further behind than the time between the two writes.',
    knob: 'b-clock',
    from: -300,
    to: 300,
    step: 5,
    check: kept,
    rows: [45, 60, 150, 250].map((gap) => ({
      label: `${gap} ms apart`,
      variant: world.gap(gap),
      holdsFrom: -gap,
    })),
  },
  {
    id: 'ahead-is-harmless-here',
    kind: 'run',
    text: 'With B 120 ms ahead the lamp goes off: this time the error is on the right side.',
    variant: world.ahead,
    checks: [kept, { operation: 'bob/1', saw: 'off' }],
  },
  {
    id: 'half-the-asymmetry',
    kind: 'sweep',
    text: 'After an exchange and a step, B’s clock is wrong by half of what the question takes longer than the answer, for 25 pairs of ways and wherever the clock stood before.',
    knobs: {
      there: [5, 20, 45, 70, 95],
      back: [5, 20, 45, 70, 95],
      'b-clock': [-300, -40, 0, 235],
      discipline: ['step'],
    },
    checks: [corrected, { property: 'off by half the asymmetry', holds: true }],
  },
  {
    id: 'forty-off',
    kind: 'run',
    text: 'B’s clock is right. Its question takes 90 ms and the answer 10: it steps, and is 40 ms ahead.',
    variant: world.madeWrong,
    checks: [{ outcome: 'A +0 ms, B +40 ms' }],
  },
  {
    id: 'half-the-round-trip',
    kind: 'sweep',
    text: 'What a node does know holds: its clock is wrong by no more than half the round trip, and what it drifted since.',
    knobs: {
      there: [5, 45, 95],
      back: [5, 45, 95],
      'b-clock': [-300, 0, 235],
      drift: [-20_000, -200, 0, 200, 20_000],
      discipline: ['watch', 'step', 'slew', 'ntpd'],
    },
    checks: [corrected, { property: 'certain to within half the round trip', holds: true }],
  },
  {
    id: 'clock-or-way',
    kind: 'indistinguishable',
    text: 'A right clock and a question that takes 80 ms longer than its answer; or equal ways, and a clock 40 ms behind the server’s. B lives through the same to the microsecond.',
    node: 'B',
    left: world.crookedWay,
    right: world.behindByForty,
    differ: { outcome: 'A +0 ms, B +0 ms' },
  },
  {
    id: 'before-it-began',
    kind: 'run',
    text: 'B, 200 ms ahead, begins to measure 100 ms and is stepped meanwhile. By the wall clock that took −100 ms; by the monotonic one, 100.',
    variant: world.negative,
    checks: [
      { operation: 'B/1', saw: { wallUs: -100_000, monotonicUs: 100_000 } },
      { property: 'no negative duration', holds: false },
    ],
  },
  {
    id: 'monotonic-never',
    kind: 'sweep',
    text: 'With a clock up to 300 ms off and drifting by up to 5 %, whatever the time server makes of it and two corrections by hand: no duration by the monotonic clock is negative.',
    variant: {
      ...world.measured('step', 0, [
        { at: 230_000, command: { verb: 'clock', node: 'B', stepUs: -300_000 } },
        { at: 270_000, command: { verb: 'clock', node: 'B', slewUs: -400_000, slewPpm: 400_000 } },
      ]),
    },
    knobs: {
      'b-clock': Array.from({ length: 21 }, (_, i) => 30 * i - 300),
      drift: [-50_000, -100, 0, 100, 50_000],
      discipline: ['off', 'watch', 'step', 'slew', 'ntpd'],
    },
    checks: [
      { operation: 'B/1', ended: 'ok' },
      { property: 'no negative monotonic duration', holds: true },
    ],
  },
  {
    id: 'slewing-never',
    kind: 'sweep',
    text: 'A clock that is only slewed, by 500 parts per million and up to 10 %, gives no negative duration either.',
    variant: world.measured('slew', 0),
    knobs: {
      'b-clock': Array.from({ length: 21 }, (_, i) => 30 * i - 300),
      slew: [500, 5_000, 50_000, 100_000],
    },
    checks: [corrected, { operation: 'B/1', ended: 'ok' }, { property: 'no negative duration', holds: true }],
  },
  {
    id: 'birthdays',
    kind: 'frequency',
    text: 'Ten entries in a thousand milliseconds collide in 4 of 100 runs, twenty in 17, forty in 55.',
    check: { property: 'no entry is overwritten', holds: false },
    seeds: 600,
    confidence: '99 %',
    rows: [10, 20, 40].map((n) => ({
      label: `${n} entries`,
      variant: world.entries(n),
      chance: { birthday: { of: n, among: 1000 } },
    })),
  },
  {
    id: 'hybrid-keeps-it',
    kind: 'sweep',
    text: 'With hybrid stamps “off” is kept, with B’s clock from 300 ms behind to 300 ahead, in steps of 5.',
    knobs: { stamps: ['hybrid'], 'b-clock': Array.from({ length: 121 }, (_, i) => 5 * i - 300) },
    checks: [kept, { operation: 'bob/1', saw: 'off' }],
  },
  {
    id: 'by-telephone',
    kind: 'run',
    text: 'Alice switches it on at A, telephones, and Bob switches it off at B before the news is there: with B behind, “off” is lost, with hybrid stamps too.',
    variant: world.byTelephone,
    checks: [
      { earlier: { type: 'completed', op: 'alice/1' }, later: { type: 'invoked', op: 'bob/1' } },
      lost,
      { operation: 'bob/2', saw: 'on' },
    ],
  },
  {
    id: 'by-telephone-in-time',
    kind: 'run',
    text: 'If the news is at B first, it is not.',
    variant: world.byTelephoneInTime,
    checks: [kept, { operation: 'bob/2', saw: 'off' }],
  },
] satisfies Authored<Claim>[];
