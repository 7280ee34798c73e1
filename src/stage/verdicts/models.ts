/** What the models are called and what each promises, in a sentence; and what a verdict is called. */

import type { Judged, ModelName } from '#/scenarios';

export const modelWords: Readonly<Record<ModelName, { readonly name: string; readonly promise: string }>> = {
  linearizable: {
    name: 'linearizable',
    promise: 'Every operation takes effect at one instant between its call and its return.',
  },
  sequential: {
    name: 'sequential',
    promise:
      'One order explains everything, and keeps the order in which each client acted. Time may be ignored.',
  },
  causal: {
    name: 'causal',
    promise: 'What may have influenced an operation comes before it in the eyes of every client.',
  },
  'causal-convergence': {
    name: 'causal convergence',
    promise: 'Causal, and all clients settle concurrent writes in the same order.',
  },
  'weak-causal': {
    name: 'weak causal',
    promise: 'Each read can be explained by what led to it, whatever the reads before it saw.',
  },
  pram: {
    name: 'PRAM',
    promise: 'Each client sees the writes of any other client in the order in which they were made.',
  },
  'read-your-writes': {
    name: 'read your writes',
    promise: 'A client that has written does not read something older afterwards.',
  },
  'monotonic-reads': {
    name: 'monotonic reads',
    promise: 'A client that has seen a value does not see an older one afterwards.',
  },
  'monotonic-writes': {
    name: 'monotonic writes',
    promise: 'The writes of a client take effect everywhere in the order in which it made them.',
  },
  'writes-follow-reads': {
    name: 'writes follow reads',
    promise: 'A write takes effect everywhere after the writes its client had read before.',
  },
  convergent: { name: 'convergent', promise: 'Replicas at rest hold the same.' },
};

/** What is shown, strongest first. The other definitions of "causal" are told of where causal is explained. */
export const shownModels: readonly ModelName[] = [
  'linearizable',
  'sequential',
  'causal',
  'pram',
  'read-your-writes',
  'monotonic-reads',
  'monotonic-writes',
  'writes-follow-reads',
];

export const verdictWords: Readonly<Record<Judged | 'none', string>> = {
  ok: 'ok',
  violated: 'violated',
  unknown: 'unknown',
  'not-applicable': 'not applicable',
  none: 'not judged yet',
};
