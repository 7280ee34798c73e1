import { expect, it } from 'vitest';
import { stampedClaims } from './proofs';

const verdict = (kind: string, id: string, word: string) => ({
  lesson: 'x',
  kind,
  id,
  verdict: word,
  detail: 'So.',
});

it('stamps the claims that hold, and nothing else', () => {
  const output = JSON.stringify([verdict('claim', 'a', 'held'), verdict('quiz', 'b', 'held')]);
  expect(stampedClaims(output)).toEqual({ a: { verdict: 'held', detail: 'So.' } });
});

it.each(['failed', 'unknown'])('stops the build over a verdict of %s', (word) => {
  const output = JSON.stringify([verdict('claim', 'a', 'held'), verdict('quiz', 'b', word)]);
  expect(() => stampedClaims(output)).toThrow(`quiz b: ${word}. So.`);
});
