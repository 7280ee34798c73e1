/** The names of what can be judged, and of what it can be judged to be. */

/** Objects whose operations a history may hold. */
export const objectNames = [
  'register',
  'cas-register',
  'kv',
  'multi-register',
  'queue',
  'stack',
  'mutex',
  'set',
  'counter',
] as const;
export type ObjectName = (typeof objectNames)[number];

/** Consistency models, from strong to weak; `convergent` stands beside them. */
export const modelNames = [
  'linearizable',
  'sequential',
  'causal',
  'causal-convergence',
  'weak-causal',
  'pram',
  'read-your-writes',
  'monotonic-reads',
  'monotonic-writes',
  'writes-follow-reads',
  'convergent',
] as const;
export type ModelName = (typeof modelNames)[number];
