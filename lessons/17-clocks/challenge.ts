/** The time server sets a clock wrong, and a write is lost by it. */

import type { Authored, Challenge } from '#/scenarios';
import * as world from './worlds';

const none = (type: 'dropped' | 'held' | 'delayed' | 'paused' | 'slowed') => ({ count: { type }, is: 0 });

export default {
  id: 'lost-to-a-clock',
  title: 'Lose an acknowledged write',
  goal: 'Both clocks are right, and both replicas ask the time server and step by what it says. Lose a write that was acknowledged. No message is lost or touched, nobody is paused, and you set no clock by hand: the time server does it for you.',
  hints: [
    'Which of the two replicas has to be behind when “off” comes, and by how much? Then look at the first exchange, at 200 ms.',
    'The server is right and B believes it. What B cannot know is which way took longer: its error is half the difference.',
    'B has to end up more than 60 ms behind, so the answer has to take over 120 ms longer than the question. Before 200 ms, turn “From the time server to B” up to 150 ms, and play to the end.',
  ],
  start: { knobs: { discipline: 'step', 'b-clock': 0 } },
  opening: { atUs: 190_000 },
  target: {
    checks: [
      { property: 'no acknowledged write is lost', holds: false },
      { count: { type: 'command', verb: 'clock' }, is: 0 },
      none('dropped'),
      none('held'),
      none('delayed'),
      none('paused'),
      none('slowed'),
    ],
    says: [
      'an acknowledged write is lost',
      'no clock is set by hand',
      'no message is lost',
      'no message is held',
      'no message is delayed by hand',
      'nobody is paused',
      'nobody is slowed',
    ],
  },
  solution: [world.setBackByTheServer],
  decoys: [
    {
      variant: world.asked(20, 120, 'step'),
      why: 'B is 50 ms behind, and the two writes are 60 ms apart.',
    },
    { variant: world.asked(150, 20, 'step'), why: 'It is the question that takes longer: B is set ahead.' },
    {
      variant: { knobs: { back: 150, discipline: 'watch', 'b-clock': 0 } },
      why: 'B finds the error, and leaves its clock alone.',
    },
    { variant: world.setByHand, why: 'B is far enough behind, but it was set so by hand.' },
  ],
} satisfies Authored<Challenge>;
