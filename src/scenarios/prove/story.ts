/** Proving a story: every beat's moment comes, one after the other, so that the run can pause at each. */

import type { LessonData } from '../schema/lesson';
import { firstFits } from './first-fits';
import type { Lab } from './lab';
import { type Finding, unless } from './verdict';

export function proveStory(lab: Lab, story: LessonData['story']): Finding {
  const found = firstFits(
    lab,
    story.variant,
    story.beats.map(({ until }) => until),
  );
  const wrong: string[] = [];
  let last = -1;
  found.forEach((entry, i) => {
    if (!entry) wrong.push(`The moment of beat ${i + 1} never comes.`);
    else if (entry.event <= last) {
      wrong.push(`The moment of beat ${i + 1} does not come after that of the beat before it.`);
    } else last = entry.event;
  });
  return unless(wrong, `All ${story.beats.length} beats come, in this order.`);
}

/** Twins show one change: their runs must part, or there is nothing to compare. */
export function proveTwins(lab: Lab, twins: NonNullable<LessonData['twins']>[string]): Finding {
  const [left, right] = [lab.run(twins.left), lab.run(twins.right)];
  const same = left.view.digest === right.view.digest;
  return unless(same ? ['The two worlds run alike: nothing differs.'] : [], 'The two runs part.');
}
