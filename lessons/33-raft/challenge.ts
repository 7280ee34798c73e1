/** Two leaders at once, and an entry that is overwritten without harm. */

import type { Authored, Challenge } from '#/scenarios';
import * as world from './worlds';

export default {
  id: 'overwrite',
  title: 'Overwrite an entry',
  goal: 'Alice writes “green” at 900 ms. Let S1 put it into its log and never be able to keep it: a second leader is elected, Bob’s change from red to blue is done, and S1 takes “green” off its log again. At the end Alice reads “blue”. Nobody has been told anything that is not so.',
  hints: [
    'What must S1 not reach, so that it leads on and commits nothing? And what must those beyond reach to elect somebody?',
    'Cut the five into two and three, with S1 and Alice among the two. Do it before she writes, and let her give up waiting before you mend.',
    'Press “Cut S1, S2 and Alice off” at about 850 ms and play to 1.7 s. By then Bob has been answered, and Alice has not. Mend the network, and play to the end.',
  ],
  target: {
    checks: [
      {
        earlier: { type: 'persisted', node: 'S1', key: 'log', nth: 3 },
        later: { type: 'persisted', key: 'led', nth: 2 },
      },
      {
        earlier: { type: 'persisted', key: 'led', nth: 2 },
        later: { type: 'persisted', node: 'S1', key: 'log', nth: 4 },
      },
      { operation: 'alice/2', ended: 'unknown' },
      { operation: 'bob/1', saw: true },
      { operation: 'alice/3', saw: 'blue' },
    ],
    says: [
      '“green” is in the log of S1 before a second server leads',
      'after that the log of S1 is changed',
      'Alice never hears what became of “green”',
      'Bob’s change from red to blue is done',
      'in the end Alice reads “blue”',
    ],
  },
  solution: [world.cut, world.oneAway],
  decoys: [
    { variant: world.uncut, why: 'Everything is answered by one leader, and “green” is done.' },
    { variant: world.neverMended, why: 'S1 never hears that somebody else leads, and keeps its entry.' },
    {
      variant: world.mendedEarly,
      why: 'Alice still waits when the network is mended. She asks again, and the new leader writes “green” anew.',
    },
    { variant: world.leaderDead, why: 'S1 is down before it has the entry; Alice asks another server.' },
    {
      variant: world.crashedLate,
      why: 'The entry had left S1 for the others before the crash, and the next leader has it.',
    },
  ],
} satisfies Authored<Challenge>;
