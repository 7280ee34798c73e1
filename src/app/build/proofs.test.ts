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
  expect(stampedClaims(output, 'x')).toEqual({ a: { verdict: 'held', detail: 'So.' } });
});

it.each(['failed', 'unknown'])('stops the build over a verdict of %s', (word) => {
  const output = JSON.stringify([verdict('claim', 'a', 'held'), verdict('quiz', 'b', word)]);
  expect(() => stampedClaims(output, 'x')).toThrow(`quiz b: ${word}. So.`);
});

it('goes by the verdicts on the lesson alone, and does without none', () => {
  const other = { ...verdict('claim', 'b', 'failed'), lesson: 'y' };
  const output = JSON.stringify([verdict('claim', 'a', 'held'), other]);
  expect(Object.keys(stampedClaims(output, 'x'))).toEqual(['a']);
  expect(() => stampedClaims(output, 'z')).toThrow('says nothing of z');
});
