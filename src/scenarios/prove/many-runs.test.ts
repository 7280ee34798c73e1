import { describe, expect, it } from 'vitest';
import { scenarioLoaders } from '#/protocols';
import { loadProtocol } from '../protocol';
import { type Claim, claim as schema } from '../schema/claim';
import type { Authored } from '../schema/lesson';
import { scenario as scenarioSchema } from '../schema/scenario';
import { proveClaim } from './claims';
import { Lab } from './lab';
import { chanceOf } from './many-runs';

const load = scenarioLoaders['clock-store'];
if (!load) throw new Error('The sandbox has no clock-store.');
const lab = new Lab(scenarioSchema.parse(await load()), await loadProtocol('clock-store'));
const prove = (claim: Authored<Claim>) => proveClaim(lab, schema.parse(claim));

type ClaimOf<K extends Claim['kind']> = Extract<Authored<Claim>, { kind: K }>;

describe('a sweep', () => {
  const stamped: ClaimOf<'sweep'> = {
    id: 'x',
    kind: 'sweep',
    text: 'Hybrid stamps lose nothing, however far apart the replicas.',
    knobs: { stamps: ['hybrid'], latency: [0, 40, 90, 200] },
    seeds: 2,
    checks: [{ property: 'no acknowledged write is lost', holds: true }],
  };
  it('holds where all of it holds in every run, and says how many there were', () => {
    expect(prove(stamped)).toEqual({
      verdict: 'held',
      detail: '4 settings with 2 seeds each: all of it holds in all 8 runs.',
    });
  });
  it('fails at a single setting, and names it', () => {
    const { verdict, detail } = prove({
      ...stamped,
      knobs: { stamps: ['hybrid', 'wall clock'], latency: [0] },
    });
    expect(verdict).toBe('failed');
    expect(detail).toMatch(/^At stamps wall clock, latency 0, seed 1: wanted .*seed 2/);
  });
  it('is of several worlds, and of not too many', () => {
    const { seeds: _, ...single } = stamped;
    expect(prove({ ...single, knobs: { latency: [0] } }).verdict).toBe('failed');
    const many = Array.from({ length: 200 }, (_, i) => i);
    expect(prove({ ...stamped, knobs: { latency: many, slew: many } }).detail).toMatch(/more than 5000/);
  });
});

describe('a threshold', () => {
  const twoWrites = (gapMs: number) => ({
    workload: [
      { at: 1_500_000, node: 'alice', op: { f: 'write', value: 1 } },
      { at: 1_500_000 + gapMs * 1_000, node: 'alice', op: { f: 'write', value: 2 } },
    ],
  });
  const skewed: ClaimOf<'threshold'> = {
    id: 'x',
    kind: 'threshold',
    text: 'From 40 ms on the news is delivered.',
    knob: 'latency',
    from: 0,
    to: 100,
    step: 20,
    check: { count: { type: 'delivered', kind: 'news' }, atLeast: 1 },
    rows: [{ label: 'any gap', variant: twoWrites(100), holdsFrom: 40 }],
  };
  it('fails where the check holds below it, or not above', () => {
    expect(prove(skewed)).toMatchObject({
      verdict: 'failed',
      detail: expect.stringMatching(/^any gap: at 0 it should not/),
    });
    const never = { count: { type: 'crashed' }, atLeast: 1 } as const;
    expect(prove({ ...skewed, check: never }).detail).toMatch(/at 40 it should hold/);
  });
  it('wants its turn inside what is tried', () => {
    const [row] = skewed.rows;
    if (!row) throw new Error('It has one row.');
    expect(prove({ ...skewed, rows: [{ ...row, holdsFrom: 0 }] }).verdict).toBe('failed');
    expect(prove({ ...skewed, rows: [{ ...row, holdsFrom: 101 }] }).verdict).toBe('failed');
  });
  it('holds where it turns there, and nowhere else', () => {
    // A hears of the first write at 1,510 ms. B is asked for the second at 1,600, and has the news of the first if it is faster.
    const check = {
      earlier: { type: 'sent', kind: 'write', to: 'B' },
      later: { type: 'delivered', to: 'B', kind: 'news' },
    };
    const rows = [{ label: 'a gap of 100 ms', variant: twoWrites(100), holdsFrom: 100 }];
    expect(prove({ ...skewed, to: 200, check, rows } as ClaimOf<'threshold'>)).toMatchObject({
      verdict: 'held',
    });
  });
});

describe('a frequency', () => {
  const entries = (n: number) => ({
    knobs: { roam: false },
    workload: [{ at: 100_000, node: 'bob', op: { f: 'add', value: n } }],
  });
  const collide: ClaimOf<'frequency'> = {
    id: 'x',
    kind: 'frequency',
    text: 'Keys made of the time collide like birthdays.',
    check: { property: 'no entry is overwritten', holds: false },
    seeds: 200,
    confidence: '99 %',
    rows: [{ label: '20 entries', variant: entries(20), chance: { birthday: { of: 20, among: 1000 } } }],
  };
  it('holds within the interval about the closed form', () => {
    expect(chanceOf({ birthday: { of: 23, among: 365 } })).toBeCloseTo(0.5073, 4);
    expect(chanceOf({ birthday: { of: 5, among: 4 } })).toBe(1);
    expect(prove(collide)).toMatchObject({
      verdict: 'held',
      detail: expect.stringMatching(/17\.4 % ± 6\.9 % expected/),
    });
  });
  it('rejects another value, and another number of entries', () => {
    const row = collide.rows[0];
    if (!row) throw new Error('It has one row.');
    expect(prove({ ...collide, rows: [{ ...row, chance: 0.4 }] }).verdict).toBe('failed');
    expect(prove({ ...collide, rows: [{ ...row, variant: entries(40) }] }).verdict).toBe('failed');
  });
  it('does not judge a chance by too few runs', () => {
    const rows = [{ label: 'rare', variant: entries(3), chance: 0.003 }];
    expect(prove({ ...collide, rows })).toMatchObject({
      verdict: 'failed',
      detail: expect.stringMatching(/too few/),
    });
  });
});
