import { expect, it } from 'vitest';
import { breakerIs, givenUp, readBreaker, readGivenUp } from './telling';

it('what is said of a call can be read back', () => {
  expect(readGivenUp(givenUp('call 17', true))).toEqual({ call: 'call 17', outcome: 'unknown' });
  expect(readGivenUp(givenUp('ida/3', false))).toEqual({ call: 'ida/3', outcome: 'failed' });
});

it('what is said of a breaker can be read back', () => {
  expect(readBreaker(breakerIs('web', 'half-open'))).toBe('half-open');
});

it('neither is taken for the other, or for anything else', () => {
  expect([readBreaker(givenUp('call 1', true)), readGivenUp(breakerIs('web', 'open'))]).toEqual([null, null]);
  expect([readBreaker('Nothing.'), readGivenUp('Nothing.')]).toEqual([null, null]);
});
