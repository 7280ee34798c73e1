/** The verdicts on a drawing, kept up with it. */

import { useMachine } from '@xstate/react';
import { useEffect, useRef } from 'react';
import { type ModelName, modelNames, usualBudget } from '#/scenarios';
import type { Desk } from '../document/desk';
import { historyOfDrawn } from '../document/drawn';
import { useDeskState } from '../document/use-desk';
import { judgingJob, type Verdicts } from './job';

export interface Judging {
  readonly verdicts: Verdicts;
  /** The models whose verdict is of the drawing as it is now. */
  readonly fresh: readonly ModelName[];
  readonly mode: 'idle' | 'waiting' | 'judging' | 'done' | 'cancelled' | 'failed';
  readonly now: { readonly model: ModelName; readonly steps: number } | null;
  readonly onPage: boolean;
  readonly reason: string;
  cancel(): void;
  again(): void;
}

/** `first` are the verdicts on the drawing the desk begins with. */
export function useJudging(desk: Desk, first: Verdicts): Judging {
  const drawn = useDeskState(desk, (state) => state.drawn);
  const [at, send] = useMachine(judgingJob, { input: { verdicts: first } });
  const asked = useRef(drawn);
  useEffect(() => {
    if (asked.current === drawn) return;
    asked.current = drawn;
    const question = {
      history: historyOfDrawn(drawn),
      object: drawn.object,
      models: modelNames,
      budget: usualBudget,
    };
    send({ type: 'ASK', question, ids: drawn.operations.map(({ id }) => id) });
  }, [drawn, send]);
  const { verdicts, fresh, now, onPage, reason } = at.context;
  return {
    verdicts,
    fresh: at.value === 'idle' ? modelNames : fresh,
    mode: at.value,
    now,
    onPage,
    reason,
    cancel: () => send({ type: 'CANCEL' }),
    again: () => send({ type: 'AGAIN' }),
  };
}
