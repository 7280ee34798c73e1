/** Proving that exactly one of the charts is this world's, and that no two can be taken for one another. */

import type { QuestionOf } from '../answer-key';
import type { Lab } from '../lab';
import { attempt, type Finding, held, unless } from '../verdict';
import { apartness, chartWorlds, predictChartKey, tellApart } from './predict-chart';

const percent = (share: number): string => `${Math.floor(share * 100)} %`;

export const provePredictChart = (lab: Lab, question: QuestionOf<'predict-chart'>): Finding =>
  attempt(() => {
    const loads = chartWorlds(question).map((variant) => lab.run(variant).metrics);
    const { options, most } = predictChartKey(question, loads);
    const wrong: string[] = [];
    if (new Set(options.map(({ id }) => id)).size < options.length) wrong.push('Two charts have one name.');
    const right = options.filter((o) => o.right).map(({ id }) => id);
    if (right.length !== 1) {
      wrong.push(
        `Exactly one chart must be this world’s; the runs make it ${right.join(' and ') || 'none'}.`,
      );
    }
    for (const { id, differs } of question.options) {
      if (differs === undefined && !right.includes(id)) {
        wrong.push(`${id} is not this world’s chart, and does not say how its world differs.`);
      }
      if (differs !== undefined && right.includes(id)) {
        wrong.push(`${id} is this world’s chart, and says that its world differs.`);
      }
    }
    let least = 1;
    options.forEach((a, i) => {
      for (const b of options.slice(i + 1)) {
        const apart = apartness(a.series, b.series, most);
        least = Math.min(least, apart);
        if (!tellApart(a.series, b.series, most)) {
          wrong.push(`${a.id} and ${b.id} look alike: they are apart in ${percent(apart)} of the time only.`);
        }
      }
    });
    if (wrong.length > 0) return unless(wrong, '');
    return held(
      `${right[0]} is this world’s; any two of the ${options.length} are a tenth of their height apart in at least ${percent(least)} of the time.`,
    );
  });
