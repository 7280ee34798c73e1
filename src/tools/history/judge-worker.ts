/** Judges in a worker: a question comes in, words go out. Whoever no longer wants the answer stops the whole worker. */

import { judgeModel } from './judging/judge-model';
import type { Question, Word } from './judging/question';

const hear = (word: Word): void => self.postMessage(word);

self.onmessage = ({ data: question }: MessageEvent<Question>) => {
  for (const model of question.models) {
    hear({ type: 'BEGUN', model });
    hear({ type: 'JUDGED', model, judgement: judgeModel(question, model, hear) });
  }
  hear({ type: 'FINISHED' });
};
