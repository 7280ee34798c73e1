/** Both promises at once, each for the kind of data that needs it. */

import type { Authored, Challenge } from '#/scenarios';
import * as world from './worlds';

export default {
  id: 'per-kind',
  title: 'Keep the account right, and the feed up',
  goal: 'Cut Bob off so well that he still reads “hello” after Alice has posted “rain”. In the same run no more than 100 may be paid out, the account must be linearizable, and every call on the feed must be answered, on both sides.',
  hints: [
    'Two kinds of data are at stake. Must they be treated alike?',
    'One of them needs somebody who can say no. For the other an old answer is better than none.',
    'Under “Knobs”, let a majority answer for the account and leave the feed to whoever is asked. Then cut B off, and play to the end. Who pays for it?',
  ],
  target: {
    checks: [
      { operation: 'bob/2', saw: 'hello' },
      { property: 'the account is linearizable', holds: true },
      { property: 'nobody overdraws', holds: true },
      { property: 'the feed is up', holds: true },
    ],
  },
  solution: [world.choice, world.choiceByOwner],
  decoys: [
    { variant: world.whoever, why: 'The feed is up, and 120 are paid out.' },
    { variant: world.byMajority, why: 'The account is right, and Bob can neither read nor post.' },
    {
      variant: world.choiceReversed,
      why: 'The wrong way round: 120 are paid out, and Bob’s side has no feed.',
    },
    {
      variant: world.halfCut,
      why: 'With only the link between A and B cut, Bob reaches a majority through C and reads “rain”: he is not cut off.',
    },
    { variant: world.byMajorityUncut, why: 'Nothing is cut, and so nothing had to be given up.' },
  ],
} satisfies Authored<Challenge>;
