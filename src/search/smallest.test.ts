import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallest } from './smallest';

function driven<T>(list: readonly T[], fails: (part: readonly T[]) => boolean) {
  const running = smallest(list, fails);
  let tries = 0;
  for (let next = running.next(); ; next = running.next()) {
    if (next.done) return { kept: next.value, tries };
    tries++;
  }
}

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);

describe('the smallest part that still fails', () => {
  it('is nothing, where nothing is needed', () => {
    expect(driven([1, 2, 3], () => true)).toEqual({ kept: [], tries: 1 });
  });
  it('is everything, where everything is needed', () => {
    expect(driven([1, 2, 3], (part) => part.length === 3).kept).toEqual([1, 2, 3]);
  });
  it('keeps the order', () => {
    expect(driven(upTo(40), (part) => part.includes(31) && part.includes(7)).kept).toEqual([7, 31]);
  });
  it('takes far fewer tries than there are elements, where few are needed among many', () => {
    expect(driven(upTo(1000), (part) => part.includes(500)).tries).toBeLessThan(60);
  });
  it('fails, and no single element of it can go, whatever it is that fails', () => {
    const sets = fc.array(fc.uniqueArray(fc.nat(19), { minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(sets, (enough) => {
        const fails = (part: readonly number[]) => enough.some((all) => all.every((n) => part.includes(n)));
        const { kept } = driven(upTo(20), fails);
        expect(fails(kept)).toBe(true);
        for (const n of kept) expect(fails(kept.filter((other) => other !== n))).toBe(false);
      }),
    );
  });
});
