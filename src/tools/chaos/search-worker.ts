/** A search in a worker: a question comes in, words go out. Whoever has seen enough stops the whole worker. */

import { drive } from './drive';
import type { Question } from './question';

const SLICE_MS = 80;

self.onmessage = ({ data }: MessageEvent<Question>) => {
  drive(data, (word) => self.postMessage(word), SLICE_MS);
};
