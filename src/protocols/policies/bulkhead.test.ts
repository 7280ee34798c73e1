import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compartmentOf, within } from './bulkhead';

const whole = { workers: 4, room: 3, order: 'first in, first out', shedsLate: true } as const;

it('shared: one compartment with all workers; split: one for each kind of work', () => {
  const [shared, split] = [
    { layout: 'shared', heavyWorkers: 1 },
    { layout: 'split', heavyWorkers: 1 },
  ] as const;
  expect([compartmentOf(shared, true), compartmentOf(shared, false)]).toEqual(['all', 'all']);
  expect([compartmentOf(split, true), compartmentOf(split, false)]).toEqual(['heavy', 'quick']);
  expect(within(whole, split, 'all')).toEqual(whole);
  expect(within(whole, split, 'heavy')).toEqual({ ...whole, workers: 1 });
  expect(within(whole, split, 'quick')).toEqual({ ...whole, workers: 3 });
});

it('splits two workers or more without making or losing one, and leaves each side at least one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 50 }), fc.nat(60), (workers, heavyWorkers) => {
      const policy = { layout: 'split', heavyWorkers } as const;
      const [quick, heavy] = [
        within({ ...whole, workers }, policy, 'quick').workers,
        within({ ...whole, workers }, policy, 'heavy').workers,
      ];
      expect(quick + heavy).toBe(workers);
      expect(Math.min(quick, heavy)).toBeGreaterThanOrEqual(1);
    }),
  );
});
