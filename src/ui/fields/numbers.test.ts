import { describe, expect, test } from 'vitest';
import { percentAlong, snap } from './numbers';

describe('snap', () => {
  test('goes to the nearest step, counted from the lower end', () => {
    expect(snap(42, { min: 0, max: 100, step: 5 })).toBe(40);
    expect(snap(43, { min: 1, max: 100, step: 5 })).toBe(41);
  });

  test('stays inside the range, also when the last step would leave it', () => {
    expect(snap(-3, { min: 0, max: 10, step: 1 })).toBe(0);
    expect(snap(10, { min: 0, max: 10, step: 4 })).toBe(10);
  });

  test('leaves no floating-point dust', () => {
    expect(snap(0.30000000000000004, { min: 0, max: 1, step: 0.1 })).toBe(0.3);
  });

  test('does not let not-a-number through', () => {
    expect(snap(Number.NaN, { min: 2, max: 9, step: 1 })).toBe(2);
  });
});

test('percentAlong survives an empty range', () => {
  expect(percentAlong(5, { min: 5, max: 5, step: 1 })).toBe(0);
  expect(percentAlong(30, { min: 20, max: 40, step: 1 })).toBe(50);
});
