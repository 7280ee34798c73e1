/** Computes whole runs in a worker, one at a time. Stopped from outside when nobody waits for it. */

import type { Asked } from './asked';
import { serve } from './serve';

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  void serve(data, (told) => self.postMessage(told));
};
