/** The sentences in which a node tells what no message and no timer shows, and how to read them back from a trace. */

/** A call that ends without an answer. */
export const givenUp = (call: string, doubt: boolean): string =>
  `${call} is given up: it ${doubt ? 'may have been' : 'was not'} done.`;

/** Which call a sentence says is given up, and what is known of it; null: the sentence is about something else. */
export function readGivenUp(
  text: string,
): { readonly call: string; readonly outcome: 'unknown' | 'failed' } | null {
  const end = text.indexOf(' is given up: ');
  if (end < 0) return null;
  return { call: text.slice(0, end), outcome: text.endsWith('may have been done.') ? 'unknown' : 'failed' };
}

const NOW = '’s breaker is now ';

export const breakerIs = (owner: string, mode: string): string => `${owner}${NOW}${mode}.`;

/** The mode that a breaker is in from now on; null: the sentence is about something else. */
export function readBreaker(text: string): string | null {
  const at = text.indexOf(NOW);
  return at < 0 ? null : text.slice(at + NOW.length, -1);
}
