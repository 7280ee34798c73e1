/** What the prover says of each thing it was asked to prove. */

export type VerdictWord = 'held' | 'failed' | 'unknown';

export interface Verdict {
  /** The lesson's slug. */
  readonly lesson: string;
  readonly kind: 'schema' | 'replay' | 'claim' | 'quiz' | 'challenge' | 'bet' | 'story';
  readonly id: string;
  /** `unknown`: a budget ran out before it could be decided. */
  readonly verdict: VerdictWord;
  /** A sentence: how it is known, or what is wrong. */
  readonly detail: string;
}

/** A verdict before it knows whose it is. */
export interface Finding {
  readonly verdict: VerdictWord;
  readonly detail: string;
}

export const held = (detail: string): Finding => ({ verdict: 'held', detail });
export const failed = (detail: string): Finding => ({ verdict: 'failed', detail });
export const unknown = (detail: string): Finding => ({ verdict: 'unknown', detail });

/** Held if nothing is wrong; else failed, saying everything that is. */
export const unless = (wrong: readonly string[], detail: string): Finding =>
  wrong.length === 0 ? held(detail) : failed(wrong.join(' '));

/** Something that throws has failed, and what it threw says why. */
export function attempt(prove: () => Finding): Finding {
  try {
    return prove();
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}
