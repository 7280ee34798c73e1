/** The charts of a question, once the lab has computed them from their worlds; until then, how far it has come. */

import { useEffect, useState } from 'react';
import { chartWorlds, type PredictChartKey, predictChartKey, type QuestionOf } from '#/scenarios';
import { useLesson } from '../../lesson/LessonContext';
import { wholeRunsOf } from '../../players/whole-runs';

export type ChartsOfQuestion =
  | { readonly is: 'computing'; readonly share: number }
  | { readonly is: 'there'; readonly key: PredictChartKey }
  | { readonly is: 'failed'; readonly why: string };

export function useCharts(question: QuestionOf<'predict-chart'>): ChartsOfQuestion {
  const { lab } = useLesson();
  const [charts, set] = useState<ChartsOfQuestion>({ is: 'computing', share: 0 });
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    const tell = (told: ChartsOfQuestion) => {
      if (!signal.aborted) set(told);
    };
    wholeRunsOf(lab, chartWorlds(question), signal, (share) => tell({ is: 'computing', share }))
      .then((runs) =>
        predictChartKey(
          question,
          runs.map(({ metrics }) => metrics),
        ),
      )
      .then(
        (key) => tell({ is: 'there', key }),
        (error) => tell({ is: 'failed', why: error instanceof Error ? error.message : String(error) }),
      );
    return () => gone.abort();
  }, [lab, question]);
  return charts;
}
