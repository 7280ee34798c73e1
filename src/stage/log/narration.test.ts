import { expect, test } from 'vitest';
import { turned } from './Narration';

test('a verdict is news when it changes, and when what was not known turns out broken', () => {
  expect(turned({}, { linearizable: 'ok', causal: 'unknown' })).toBe('');
  expect(turned({}, { linearizable: 'violated', causal: 'ok' })).toBe('Linearizable: violated.');
  const before = { linearizable: 'ok', sequential: 'ok' };
  expect(turned(before, before)).toBe('');
  expect(turned(before, { linearizable: 'violated', sequential: 'unknown' })).toBe(
    'Linearizable: violated. Sequential: unknown.',
  );
  expect(turned({ linearizable: 'violated' }, { linearizable: 'ok' })).toBe('Linearizable: ok.');
  expect(turned(before, {})).toBe('');
});
