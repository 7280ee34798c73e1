/** Checks of load, in claims of one run and of many, and runs too long for their trace to be kept. */

import { describe, expect, it } from 'vitest';
import { loadProtocol, scenarioLoaders } from '#/protocols';
import { finish, holds } from '../finish';
import { checkText } from '../prove/check-text';
import { proveClaim } from '../prove/claims';
import { firstFits } from '../prove/first-fits';
import { Lab } from '../prove/lab';
import { proveScripts, proveSeek, proveTwice } from '../prove/replay';
import { proveStory } from '../prove/story';
import { type Check, check as checkSchema } from '../schema/check';
import { claim as claimSchema } from '../schema/claim';
import { type Scenario, scenario as schema } from '../schema/scenario';
import { measuredText } from './measures';

const service: Scenario = schema.parse(await scenarioLoaders.service());
const module = await loadProtocol('service');
const run = finish(service, module);
const says = (given: Record<string, unknown>) =>
  holds(checkSchema.parse(given) as Check, run, service, module);
const calm = { from: 0, to: 5_000_000 };
const slow = { from: 5_000_000, to: 8_000_000 };

describe('a check of load', () => {
  it('holds a measure of a time to its bounds, both of which may be met exactly', () => {
    const { said } = says({ measure: 'p99', ...calm, atMost: 1 });
    expect(said).toMatch(/^\d+ ms$/);
    const [inCalm, inSlow] = [calm, slow].map((time) =>
      Number.parseFloat(says({ measure: 'p50', ...time, atMost: 1 }).said),
    );
    expect(inCalm).toBeLessThan(inSlow as number);
    expect(says({ measure: 'rate', ...calm, atLeast: 5, atMost: 30 }).holds).toBe(true);
    expect(says({ measure: 'rate', ...calm, atLeast: 31 }).holds).toBe(false);
    expect(says({ measure: 'rate', ...calm, atMost: 5 }).holds).toBe(false);
    const rate = Number.parseFloat(says({ measure: 'rate', from: 0, to: 1_000_000, atLeast: 0 }).said);
    expect(says({ measure: 'rate', from: 0, to: 1_000_000, atLeast: rate, atMost: rate }).holds).toBe(true);
  });
  it('is of a node, where one is named', () => {
    const late = { from: 8_000_000, to: 9_000_000 };
    expect(says({ measure: 'saturation', node: 'service', ...late, atLeast: 1 }).holds).toBe(true);
    expect(says({ measure: 'saturation', ...slow, atLeast: 0 })).toEqual({
      holds: false,
      said: 'there was nothing to measure',
    });
    expect(() => says({ measure: 'rate', node: 'nobody', ...calm, atLeast: 0 })).toThrow(
      'no node called nobody',
    );
  });
  it('wants a bound, and a time of whole stretches', () => {
    expect(() => says({ measure: 'rate', ...calm })).toThrow('no bound');
    expect(() => says({ measure: 'rate', from: 0, to: 150_000, atLeast: 0 })).toThrow('whole 200 ms');
    expect(() => says({ measure: 'rate', from: 200_000, to: 200_000, atLeast: 0 })).toThrow('whole 200 ms');
  });
  it('does not hold where no load is counted', () => {
    const without = finish(service, { ...module, meter: undefined as never });
    expect(holds({ measure: 'rate', ...calm, atLeast: 0 }, without, service, module).holds).toBe(false);
  });
  it('can be said in words', () => {
    const text = checkText({ measure: 'errors', ...calm, node: 'service' as never, atMost: 0.25 });
    expect(text).toBe('errors at service from 0 to 5 s: at most 25 %');
    expect([0.1667, 0.5].map((x) => measuredText('errors', x))).toEqual(['16.7 %', '50 %']);
    expect([1667.4, 12.04, 3.007].map((x) => measuredText('rate', x))).toEqual([
      '1,667 per second',
      '12 per second',
      '3.01 per second',
    ]);
  });
});

describe('a claim about load', () => {
  const lab = new Lab(service, module);
  const prove = (given: object) => proveClaim(lab, claimSchema.parse({ id: 'x', text: 'X.', ...given }));
  const below = (atMost: number) => [{ measure: 'p50', ...calm, atMost }];
  it('is proved by the run, and refuted by it', () => {
    expect(prove({ kind: 'run', variant: {}, checks: below(1000) }).verdict).toBe('held');
    expect(prove({ kind: 'run', variant: {}, checks: below(1) })).toMatchObject({
      verdict: 'failed',
      detail: expect.stringMatching(/^Wanted p50 from 0 to 5 s: at most 1 ms; the run says: \d+ ms\.$/),
    });
  });
  it('may be of many seeds', () => {
    const sweep = { kind: 'sweep', knobs: { retries: [0, 2] }, seeds: 5 };
    expect(prove({ ...sweep, checks: below(1000) }).verdict).toBe('held');
    expect(prove({ ...sweep, checks: below(100) }).verdict).toBe('failed');
  });
});

describe('a run too long for its trace to be kept', async () => {
  const minute: Scenario = schema.parse(await scenarioLoaders.cascading());
  const script = minute.script?.slice(0, 1).map((item) => ({ ...item, at: 2_000_000 })) as Scenario['script'];
  const scenario: Scenario = { ...minute, stop: { atUs: 8_000_000 }, script };
  const lab = new Lab(scenario, await loadProtocol('cascade'));
  const long = lab.run();
  it('is known at its end, and by its load; entries cannot be asked for', () => {
    expect(long.isShort).toBe(false);
    expect(() => long.trace).toThrow('its trace is not kept');
    const rate = { measure: 'rate', from: 0, to: 8_000_000, atLeast: 1900, atMost: 2100 } as const;
    expect(lab.wrong([rate, { property: 'every call ends once', holds: true }], {})).toEqual([]);
    expect(() => lab.wrong([{ count: { type: 'sent' }, atLeast: 1 }], {})).toThrow('its trace is not kept');
  });
  it('is replayed all the same, and its story told', () => {
    const worlds = [{ where: 'it', variant: {} }];
    expect([proveTwice, proveSeek, proveScripts].map((prove) => prove(lab, worlds).verdict)).toEqual([
      'held',
      'held',
      'held',
    ]);
    const beats = [
      { until: { type: 'sent' as const }, caption: 'A call.' },
      { until: { type: 'command' as const }, caption: 'It slows down.' },
    ];
    expect(proveStory(lab, { variant: {}, beats }).verdict).toBe('held');
    expect(proveStory(lab, { variant: {}, beats: [...beats].reverse() }).verdict).toBe('failed');
    expect(firstFits(lab, {}, [{ type: 'crashed' }, { type: 'command' }])).toMatchObject([
      null,
      { at: 2_000_000 },
    ]);
  });
});
