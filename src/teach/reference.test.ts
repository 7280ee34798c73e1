import { describe, expect, it } from 'vitest';
import { reference, referenceText } from './reference';
import { vocabulary } from './vocabulary';

describe('the vocabulary', () => {
  it('is described whole, in lessons/VOCABULARY.md too', async () => {
    expect(reference.map((word) => word.name).sort()).toEqual(Object.keys(vocabulary).sort());
    await expect(referenceText()).toMatchFileSnapshot('../../lessons/VOCABULARY.md');
  });

  it('gives an example of every word that uses it and each property it needs', () => {
    for (const { name, props, example } of reference) {
      expect(example).toContain(`<${name}`);
      for (const prop of props) {
        expect(example).toContain(prop.name === 'children' ? `</${name}>` : `${prop.name}="`);
      }
    }
  });
});
