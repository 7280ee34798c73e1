/** Folding a text by its table gives what folding it letter by letter gives, whatever came before. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldText } from './digest';
import { foldWord } from './words';

const names = fc.constantFrom(
  '',
  'term',
  'round',
  'entries',
  'élan',
  'naïve',
  'λ',
  '時',
  'x'.repeat(41),
  'x'.repeat(300),
);
const digest = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

it('folds as letter by letter, words that come again and those that are new', () => {
  fc.assert(
    fc.property(
      digest,
      fc.array(fc.oneof(names, fc.string({ unit: 'binary' })), { maxLength: 60 }),
      (start, texts) => {
        let d = start;
        for (const text of texts) {
          const folded = foldText(d, text);
          expect(foldWord(d, text)).toBe(folded);
          expect(foldWord(d, text)).toBe(folded);
          d = folded;
        }
      },
    ),
  );
});

it('goes on folding when there are more words than it keeps', () => {
  for (let i = 0; i < 2_000; i++) expect(foldWord(i, `word ${i}`)).toBe(foldText(i, `word ${i}`));
});
