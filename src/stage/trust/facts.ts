/** What the panel on trust needs to know of a run, and of the test run before the lab was built. */

import type { Verb } from '#/kernel';
import type { Trust } from '#/scenarios';

export interface HeldNow {
  readonly name: string;
  /** What it promises, in a sentence. */
  readonly words: string;
  /** At every moment; otherwise at the end. */
  readonly always: boolean;
  /** Whether it holds at the cursor; null where nobody can say, or it is too early to ask. */
  readonly now: boolean | null;
}

export interface TrustFacts {
  readonly leavesOut: readonly string[];
  readonly assumes: readonly Verb[];
  held(): readonly HeldNow[];
  /** Whether its protocol is got wrong on purpose. */
  wrong(): boolean;
  /** What is set otherwise than where the tests tried it. */
  changed(): readonly string[];
}

/** As the test run wrote it. */
export interface TrustStamp {
  /** What was tested; null where nobody could name it. */
  readonly commit: string | null;
  readonly scenarios: readonly Trust[];
}
