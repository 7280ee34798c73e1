import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BACK_OFFS, type BackOffKind, pauseBefore } from './back-off';
import { between, type Draw } from './draw';
import { afterSilence, firstTry, type RetryState } from './retry';

const lowest: Draw = () => 0;
const highest: Draw = (n) => n - 1;
/** A source that gives what it is told to, folded into the range asked for, and refuses a range too wide. */
function told(words: readonly number[]): Draw {
  let nth = 0;
  return (n) => {
    if (!Number.isInteger(n) || n < 1 || n > 1 << 20) throw new Error(`drew among ${n}`);
    return (words[nth++ % words.length] as number) % n;
  };
}
const words = fc.array(fc.nat(0xffffffff), { minLength: 1 });
const backOff = fc.record({ baseUs: fc.nat(10_000_000), capUs: fc.nat(7_200_000_000) });

/** The pauses of one call, of as many tries as asked for. */
function pauses(kind: BackOffKind, baseUs: number, capUs: number, retries: number, draw: Draw): number[] {
  const found: number[] = [];
  let state: RetryState = firstTry;
  for (;;) {
    const verdict = afterSilence(state, { retries, backOff: { kind, baseUs, capUs } }, draw);
    if (!verdict.again) return found;
    found.push(verdict.afterUs);
    state = verdict.state;
  }
}

describe('pauses worked by hand: base 100, cap 1000', () => {
  it.each([
    ['fixed', [100, 100, 100, 100, 100], [100, 100, 100, 100, 100]],
    ['exponential', [100, 200, 400, 800, 1000], [100, 200, 400, 800, 1000]],
    ['full jitter', [0, 0, 0, 0, 0], [100, 200, 400, 800, 1000]],
    ['equal jitter', [50, 100, 200, 400, 500], [100, 200, 400, 800, 1000]],
    ['decorrelated jitter', [100, 100, 100, 100, 100], [300, 900, 1000, 1000, 1000]],
  ] as const)('%s: shortest and longest', (kind, shortest, longest) => {
    expect(pauses(kind, 100, 1000, 5, lowest)).toEqual(shortest);
    expect(pauses(kind, 100, 1000, 5, highest)).toEqual(longest);
  });
  it('makes no more tries than allowed', () => {
    expect(pauses('fixed', 100, 1000, 0, lowest)).toEqual([]);
  });
});

describe('on any base, cap and chance', () => {
  it.each(BACK_OFFS)('%s stays whole and within its bounds', (kind) => {
    fc.assert(
      fc.property(backOff, fc.nat(80), fc.nat(7_200_000_000), words, (given, k, before, chance) => {
        const { baseUs, capUs } = given;
        const previousUs = Math.min(before, capUs);
        const pause = pauseBefore({ kind, ...given }, k, previousUs, told(chance));
        expect(Number.isSafeInteger(pause)).toBe(true);
        const ceiling = Math.min(capUs, k > 40 && baseUs > 0 ? capUs : baseUs * 2 ** k);
        const least = {
          fixed: baseUs,
          exponential: ceiling,
          'full jitter': 0,
          'equal jitter': ceiling / 2,
          'decorrelated jitter': Math.min(capUs, baseUs),
        }[kind];
        const most = {
          fixed: baseUs,
          exponential: ceiling,
          'full jitter': ceiling,
          'equal jitter': ceiling,
          'decorrelated jitter': Math.min(capUs, 3 * Math.max(baseUs, previousUs)),
        }[kind];
        expect(pause).toBeGreaterThanOrEqual(least);
        expect(pause).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('a range is reached from end to end, also one wider than a draw can be', () => {
    for (const to of [7, 5_000_000_000]) {
      expect(between(lowest, 3, to)).toBe(3);
      expect(between(highest, 3, to)).toBeGreaterThan(to * 0.999_999 - 1);
      expect(between(highest, 3, to)).toBeLessThanOrEqual(to);
    }
  });

  it('draws nothing where there is nothing to choose', () => {
    const refuses: Draw = () => {
      throw new Error('drawn');
    };
    expect(pauses('exponential', 100, 1000, 3, refuses)).toEqual([100, 200, 400]);
    expect(pauses('full jitter', 0, 1000, 3, refuses)).toEqual([0, 0, 0]);
    expect(() => pauses('full jitter', 100, 1000, 1, refuses)).toThrow('drawn');
  });
});
