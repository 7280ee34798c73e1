/** Exploring in a worker: a question comes in, one answer goes out. Whoever has waited enough stops the whole worker. */

import { type EveryQuestion, type EveryWord, exploreEvery } from './every';

self.onmessage = ({ data }: MessageEvent<EveryQuestion>) => {
  const say = (word: EveryWord) => self.postMessage(word);
  exploreEvery(data, (states) => say({ type: 'SO_FAR', states })).then(
    (every) => say({ type: 'EXPLORED', every }),
    (error: unknown) =>
      say({ type: 'FAILED', reason: error instanceof Error ? error.message : String(error) }),
  );
};
