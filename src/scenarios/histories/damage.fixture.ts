/** Ways in which a file comes to harm: cut off, a piece lost, repeated or swapped for another, a character changed. */

import fc from 'fast-check';

const strange = fc.constantFrom(
  '',
  '"',
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  ' ',
  '\n',
  '\\',
  '-1',
  'nil',
  'é',
  '\0',
  '9',
  '\t',
);

interface Harm {
  readonly how: 'cut off' | 'lose' | 'repeat' | 'replace' | 'swap lines';
  readonly at: number;
  readonly length: number;
  readonly by: string;
}

export function harmed(text: string, { how, at, length, by }: Harm): string {
  const from = Math.floor(at * text.length);
  const to = from + length;
  if (how === 'cut off') return text.slice(0, from);
  if (how === 'lose') return text.slice(0, from) + text.slice(to);
  if (how === 'repeat') return text.slice(0, to) + text.slice(from);
  if (how === 'replace') return text.slice(0, from) + by + text.slice(from + 1);
  const lines = text.split('\n');
  const [one, other] = [Math.floor(at * lines.length), length % lines.length];
  [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
  return lines.join('\n');
}

const harm: fc.Arbitrary<Harm> = fc.record({
  how: fc.constantFrom('cut off', 'lose', 'repeat', 'replace', 'replace', 'swap lines'),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  length: fc.integer({ min: 1, max: 40 }),
  by: strange,
});

/** A text that was harmed once or a few times. */
export const damaged = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(text, fc.array(harm, { minLength: 1, maxLength: 4 }))
    .map(([whole, harms]) => harms.reduce(harmed, whole));
