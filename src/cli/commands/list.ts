/** `lab list`: which lessons and scenarios there are. */

import type { z } from 'zod';
import { type Answer, columns } from '../answer';
import type { House } from '../house';
import type { listOutput } from '../output';

export function list({ catalogue }: House): Answer {
  const json: z.infer<typeof listOutput> = {
    lessons: catalogue.lessons.map(({ slug, data }) => ({ slug, scenarios: [data.scenario.name] })),
    scenarios: Object.keys(catalogue.scenarios).sort(),
  };
  const lessons = json.lessons.map(({ slug, scenarios }) => [`  ${slug}`, scenarios.join(', ')]);
  const scenarios = json.scenarios.map((name) => [`  ${name}`, catalogue.scenarios[name]?.title ?? '']);
  return {
    json,
    lines: ['Lessons, with their scenarios:', ...columns(lessons), '', 'Scenarios:', ...columns(scenarios)],
    exit: 0,
  };
}
