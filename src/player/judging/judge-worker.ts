/** Judges in a worker: a question comes in, its judgements go out. Stopped from outside when nobody waits for it. */

import { judgeOne } from './judge-one';
import type { Question } from './question';

self.onmessage = ({ data: question }: MessageEvent<Question>) => {
  self.postMessage(question.models.map((model) => judgeOne(question, model)));
};
