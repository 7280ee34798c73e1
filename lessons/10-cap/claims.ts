/** What the lesson's prose says of the lab, for the prover and the judges to decide. */

import type { Authored, Claim } from '#/scenarios';
import * as world from './worlds';
import { asked, look, post, read, take } from './worlds';

type Row = Extract<Authored<Claim>, { kind: 'matrix' }>['rows'][number];

const account = { alice: [take, look], bob: [look, take] };
const feed = { alice: [post('rain'), read], bob: [read, post('sun'), read] };

/** Six ways to answer, of which each is tried on the account and on the feed. */
const family = (
  [
    ['A alone', 'leader', {}, [false, true]],
    ['A alone, and reads from any copy', 'leader', { followerReads: true }, [false, false]],
    ['a majority', 'majority', {}, [false, true]],
    ['a majority, reads not written back', 'majority', { writeBack: false }, [false, true]],
    ['whoever is asked, the last writer wins', 'available', {}, [true, false]],
    ['whoever is asked, both values kept', 'available', { merge: 'siblings' }, [true, false]],
  ] as const
).flatMap(([label, policy, params, holds]): Row[] => [
  { label: `account: ${label}`, variant: asked(policy, policy, account, params), holds: [...holds] },
  { label: `feed: ${label}`, variant: asked(policy, policy, feed, params), holds: [...holds] },
]);

/** One call at a time, so that none waits behind another that is never answered. */
const oneCall = (who: string, what: string, of: typeof take, holds: [boolean, boolean]): Row => ({
  label: `${who} ${what}`,
  variant: asked('majority', 'majority', { [who.toLowerCase()]: [of] }),
  holds,
});
const each = (who: string, holds: [boolean, boolean]): Row[] => [
  oneCall(who, 'takes 60', take, holds),
  oneCall(who, 'looks at the account', look, holds),
  oneCall(who, 'posts', post('rain'), holds),
  oneCall(who, 'reads the feed', read, holds),
];

const aliceAsks = [take, post('rain')];
const feedFirst = { alice: aliceAsks, bob: [read, post('sun'), take] };
const accountFirst = { alice: aliceAsks, bob: [take, read] };

const twice = { alice: [take], bob: [take] };
const postAndRead = { alice: [post('rain')], bob: [read] };

export default [
  {
    id: 'paid-twice',
    kind: 'run',
    text: 'Cut off from one another, and each answering at once, A and B pay out 120 of an account of 100. No order of the calls explains that, even if time is ignored.',
    variant: world.whoever,
    checks: [
      { operation: 'alice/2', saw: true },
      { operation: 'bob/1', saw: true },
      { property: 'nobody overdraws', holds: false },
      { property: 'the account is linearizable', holds: false },
      { property: 'sequential', holds: false },
    ],
  },
  {
    id: 'majority-goes-on',
    kind: 'matrix',
    text: 'With a majority and B cut off, no call that Bob can make is answered in any schedule, and every call that Alice can make is answered in all of them.',
    properties: ['no operation answered', 'every operation answered'],
    rows: [...each('Bob', [true, false]), ...each('Alice', [false, true])],
    haveAll: [],
    bounds: { cut: world.border },
  },
  {
    id: 'majority-is-linearizable',
    kind: 'run',
    text: 'In the run with a majority Bob is refused three times, Alice never, and the history is linearizable.',
    variant: world.byMajority,
    checks: [
      { operation: 'bob/1', ended: 'unknown' },
      { operation: 'bob/2', ended: 'failed' },
      { operation: 'bob/3', ended: 'failed' },
      { count: { type: 'completed', node: 'alice', outcome: 'ok' }, is: 4 },
      { property: 'linearizable', holds: true },
    ],
  },
  {
    id: 'not-both',
    kind: 'matrix',
    text: 'Six policies, each for the account and for the feed, with B cut off from the beginning to the end: in none of the twelve is every call answered and every history linearizable.',
    properties: ['every operation answered', 'linearizable'],
    rows: family,
    haveAll: [],
    bounds: { cut: world.border },
  },
  {
    id: 'whole-network',
    kind: 'matrix',
    text: 'With no cut and nothing lost, a majority has both, in every schedule. Whoever answers at once, without asking, has not.',
    properties: ['every operation answered', 'linearizable'],
    rows: [
      { label: 'account: a majority', variant: asked('majority', 'majority', twice), holds: [true, true] },
      { label: 'feed: a majority', variant: asked('majority', 'majority', postAndRead), holds: [true, true] },
      {
        label: 'account: whoever is asked',
        variant: asked('available', 'available', twice),
        holds: [true, false],
      },
      {
        label: 'feed: whoever is asked',
        variant: asked('available', 'available', postAndRead),
        holds: [true, false],
      },
    ],
    haveAll: ['account: a majority', 'feed: a majority'],
  },
  {
    id: 'per-kind',
    kind: 'matrix',
    text: 'Behind the cut, the account is linearizable and the feed is up in every schedule, if a majority answers for the one and whoever is asked for the other. No other pairing of these two policies has both.',
    properties: ['the account is linearizable', 'the feed is up'],
    rows: [
      {
        label: 'account a majority, feed whoever is asked',
        variant: asked('majority', 'available', feedFirst),
        holds: [true, true],
      },
      {
        label: 'both a majority',
        variant: asked('majority', 'majority', feedFirst),
        holds: [true, false],
      },
      {
        label: 'both whoever is asked',
        variant: asked('available', 'available', feedFirst),
        holds: [false, true],
      },
      {
        label: 'account whoever is asked, feed a majority',
        variant: asked('available', 'majority', accountFirst),
        holds: [false, false],
      },
    ],
    haveAll: ['account a majority, feed whoever is asked'],
    bounds: { cut: world.border },
  },
  {
    id: 'healed',
    kind: 'run',
    text: 'Mended, the three replicas agree: the account holds 40, the feed “sun”. 120 stay paid, and “rain”, which was acknowledged, is gone.',
    variant: world.whoever,
    checks: [
      { property: 'replicas agree', holds: true },
      { operation: 'bob/4', saw: 40 },
      { operation: 'alice/3', ended: 'ok' },
      { operation: 'alice/4', saw: 'sun' },
      { property: 'nobody overdraws', holds: false },
    ],
  },
  {
    id: 'kept',
    kind: 'run',
    text: 'Where both values are kept, Alice reads “rain” and “sun” once the cut is mended.',
    variant: world.bothKept,
    checks: [
      { operation: 'alice/4', saw: ['rain', 'sun'] },
      { property: 'replicas agree', holds: true },
    ],
  },
  {
    id: 'still-apart',
    kind: 'run',
    text: 'Left unmended, the replicas still disagree at the end of the run, seconds later.',
    variant: world.neverMended,
    checks: [
      { property: 'replicas agree', holds: false },
      { operation: 'alice/4', saw: 'rain' },
    ],
  },
  {
    id: 'half',
    kind: 'run',
    text: 'With only the link between A and B cut, Bob reads “rain” by a majority, through C; his withdrawal, which has to go through A, does not come back.',
    variant: world.halfCut,
    checks: [
      { operation: 'bob/2', saw: 'rain' },
      { operation: 'bob/1', ended: 'unknown' },
      { property: 'linearizable', holds: true },
    ],
  },
  {
    id: 'one-way',
    kind: 'run',
    text: 'When only what is sent to B is lost, Bob’s withdrawal is carried out, and Bob hears that nobody answers. Alice then finds 40 on the account.',
    variant: world.aloneOneWay,
    checks: [
      { operation: 'bob/1', ended: 'unknown' },
      { operation: 'alice/1', saw: 40 },
    ],
  },
  {
    id: 'slow-is-cut',
    kind: 'run',
    text: 'When a message between replicas takes 250 ms and a replica waits for 220, nothing is lost, and Bob is refused all the same.',
    variant: world.slow,
    checks: [
      { operation: 'bob/2', ended: 'failed' },
      { count: { type: 'dropped' }, is: 0 },
    ],
  },
  {
    id: 'slow-or-cut',
    kind: 'indistinguishable',
    text: 'A cut, and a message that is an hour late, give Bob the same run to the microsecond.',
    node: 'bob',
    left: world.aloneCut,
    right: world.aloneSlow,
    differ: { count: { type: 'dropped' }, atLeast: 1 },
  },
] satisfies Authored<Claim>[];
