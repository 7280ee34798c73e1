import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Command, nodeId, Recording } from '#/kernel';
import { loadProtocol } from '#/protocols';
import { worldConfig } from '../build';
import type { Catalogue } from '../catalogue/read';
import { receiptLost, small } from '../prove/small.fixture';
import { type Scenario, scenario as schema } from '../schema/scenario';
import { fromBase64, toBase64 } from './base64';
import { openLink, openRun } from './open';
import { payloadOf, type RunPayload, scenarioHash } from './payload';
import { encodeLink, readLink } from './text';

const rpc = await loadProtocol('rpc');
const scenario = schema.parse(small.scenario);
const catalogue: Catalogue = { lessons: [], scenarios: { small: scenario } };
const open = (text: string, among = catalogue) => openLink(text, among, loadProtocol);
const message = (nth: number) => ({ from: nodeId('browser'), to: nodeId('payment'), kind: 'charge', nth });

/** A run with commands given by hand at their times, left at a time. */
function run(given: readonly (readonly [number, Command])[], leftAt: number, variant = {}) {
  const recording = new Recording(worldConfig(scenario, rpc, variant), rpc.protocol);
  for (const [at, command] of given) {
    recording.advance(0, at);
    expect(recording.act(0, recording.frontier(0), at, command).refused).toBeNull();
  }
  recording.advance(0);
  const index = recording.indexAt(0, leftAt);
  return {
    recording,
    payload: payloadOf({ scenario, module: rpc, variant, recording, branch: 0, index, at: leftAt }),
  };
}

const copied = run([[20_000, { verb: 'duplicate', message: message(1) }]], 70_000);
const link = (payload: unknown): string =>
  `#s=v1.${toBase64(deflateSync(strToU8(typeof payload === 'string' ? payload : JSON.stringify(payload))))}`;

describe('a link', () => {
  it('replays exactly what was done, seen from where it was left', async () => {
    const text = encodeLink(copied.payload) as string;
    const opened = await open(`https://example.org/lab/${text}`);
    expect(opened).toMatchObject({ ok: true, payload: copied.payload });
    if (!opened.ok) return;
    const again = new Recording(worldConfig(scenario, rpc, opened.payload.variant), rpc.protocol, {
      steps: opened.payload.steps,
    });
    again.advance(0);
    expect(again.branch(0).trace).toEqual(copied.recording.branch(0).trace);
  });
  it('carries the world it starts from', async () => {
    const lost = run([], 500_000, { ...receiptLost, knobs: { retries: 1 }, seed: 9 });
    expect(await open(encodeLink(lost.payload) as string)).toMatchObject({
      ok: true,
      payload: { variant: { seed: 9, knobs: { retries: 1 } } },
    });
  });
  it('is shorter than 2,000 characters for a run of forty steps', () => {
    const given = Array.from({ length: 25 }, (_, i) => {
      const at = 15_000 + i * 1_700;
      const copy = { ...message(1), copy: i };
      return [
        [at, { verb: i % 3 ? 'duplicate' : 'hold', message: i % 3 ? message(1) : copy }],
        [at + 400, { verb: 'invoke', node: nodeId('browser'), op: { f: 'charge', value: i } }],
      ] as [number, Command][];
    }).flat();
    const recording = new Recording(worldConfig(scenario, rpc), rpc.protocol);
    for (const [at, command] of given) {
      recording.advance(0, at);
      recording.act(0, recording.frontier(0), at, command);
    }
    const branch = recording.branch(0);
    expect(branch.steps.length).toBeGreaterThanOrEqual(40);
    const payload = payloadOf({ scenario, module: rpc, recording, branch: 0, index: 3, at: 60_000 });
    expect(encodeLink(payload)?.length).toBeLessThan(2_000);
  });
  it('is not made of a run that does not fit in one', () => {
    const steps = Array.from({ length: 500 }, (_, i) => ({
      index: i,
      at: i * 7919 * ((i % 13) + 1),
      command: { verb: 'set', param: `p${Math.imul(i, 2654435761)}${Math.imul(i, 40503)}`, value: i * 7.31 },
    }));
    expect(encodeLink({ ...copied.payload, steps } as RunPayload)).toBeNull();
  });
});

describe('what is wrong with a link is said', () => {
  const good = encodeLink(copied.payload) as string;
  const payload = copied.payload;
  const step = payload.steps[0] as RunPayload['steps'][number];
  const bomb = `#s=v1.${toBase64(deflateSync(new Uint8Array(4 << 20)))}`;
  const cases: [string, string, string, RegExp][] = [
    ['no link at all', 'https://example.org/', 'not a link', /has no part that begins with #s=/],
    ['another fragment', '#where-it-bites', 'not a link', /has no part/],
    ['nothing after the mark', '#s=', 'damaged', /part of it is missing/],
    ['signs that are not its own', `${good.slice(0, 30)}%20${good.slice(31)}`, 'damaged', /not its own/],
    ['cut off early', good.slice(0, 40), 'damaged', /damaged/],
    ['cut off late', good.slice(0, -6), 'damaged', /damaged/],
    ['too new', '#s=v2.AAAA', 'too new', /newer version of the lab/],
    ['too long', `#s=v1.${'A'.repeat(9_000)}`, 'damaged', /longer than any/],
    ['a bomb', bomb, 'damaged', /unpacks to far more/],
    ['not JSON', link('{"v":1,'), 'damaged', /cannot be unpacked/],
    ['another JSON', link([1, 2]), 'not a run', /the whole: must be/],
    ['a member nobody knows', link({ ...payload, run: 'alert(1)' }), 'not a run', /no member called run/],
    ['a part missing', link({ ...payload, steps: undefined }), 'not a run', /steps: must be a list/],
    [
      'a verb nobody knows',
      link({ ...payload, steps: [{ ...step, command: { verb: 'eval' } }] }),
      'not a run',
      /steps\.0\.command/,
    ],
    ['too many steps', link({ ...payload, steps: Array(501).fill(step) }), 'not a run', /at most 500 items/],
    [
      'a prototype',
      link(`${JSON.stringify(payload).slice(0, -1)},"__proto__":{"v":1}}`),
      'damaged',
      /damaged/,
    ],
    ['nested too deep', link(`${'['.repeat(5000)}${']'.repeat(5000)}`), 'not a run', /nested too deep/],
    [
      'a fraction of a microsecond',
      link({ ...payload, cursor: { index: 1, at: 0.5 } }),
      'not a run',
      /cursor\.at/,
    ],
    ['another scenario', link({ ...payload, scenario: 'gone' }), 'unknown scenario', /called “gone”/],
    [
      'a name of the language',
      link({ ...payload, scenario: 'constructor' }),
      'unknown scenario',
      /constructor/,
    ],
    [
      'a scenario that has changed',
      link({ ...payload, hash: '00000000' }),
      'scenario changed',
      /has changed since/,
    ],
    [
      'another digest',
      link({ ...payload, digest: '00000000' }),
      'does not replay',
      /something else comes of them/,
    ],
    [
      'a step that is refused',
      link({
        ...payload,
        steps: [step, { ...step, index: step.index + 1, command: { verb: 'drop', message: message(4) } }],
      }),
      'does not replay',
      /Step 2 of 2 cannot be done\. charge 4 from browser to payment is not in flight/,
    ],
    [
      'a step at no time',
      link({ ...payload, steps: [{ ...step, at: 7_000_000 }] }),
      'does not replay',
      /between/,
    ],
    [
      'steps out of order',
      link({ ...payload, steps: [step, { ...step, index: 0 }] }),
      'does not replay',
      /comes before/,
    ],
    [
      'a step after the end',
      link({ ...payload, steps: [{ ...step, index: 900 }] }),
      'does not replay',
      /ends before step 1/,
    ],
    [
      'a place after the end',
      link({ ...payload, cursor: { index: 900, at: 1 } }),
      'does not replay',
      /ends before the place/,
    ],
    [
      'a knob that is not there',
      link({ ...payload, variant: { knobs: { speed: 1 } } }),
      'does not replay',
      /no knob called speed/,
    ],
    [
      'a knob turned too far',
      link({ ...payload, variant: { knobs: { retries: 99 } } }),
      'does not replay',
      /from 0 to 3/,
    ],
    [
      'a world that loops without time',
      link({ ...payload, variant: { params: { timeoutUs: 0, retries: 1e9 } } }),
      'does not replay',
      /./,
    ],
    [
      'a world that stops the engine later on',
      link({
        ...payload,
        steps: [
          ...payload.steps,
          { index: step.index + 1, at: step.at, command: { verb: 'set', param: 'workUs', value: -1 } },
        ],
      }),
      'does not replay',
      /wants whole microseconds/,
    ],
  ];
  it.each(cases)('%s', async (_, text, why, reason) => {
    const opened = await open(text);
    expect(opened).toMatchObject({ ok: false, why });
    if (opened.ok) return;
    expect(opened.reason).toMatch(reason);
    expect(opened.reason).toMatch(/^[A-Z].*[.)]$/);
  });
});

describe('the nearest thing is offered', () => {
  const changedWorld = { ...scenario, stop: { atUs: 1_500_000 } } as Scenario;
  const slower = schema.parse({
    ...small.scenario,
    links: [{ between: ['browser', 'payment'], rules: { latency: { profile: 'constant', us: 3_000 } } }],
  });
  it('the same steps, where the scenario has changed and they still can be done', () => {
    const opened = openRun(copied.payload, changedWorld, rpc);
    expect(opened).toMatchObject({ ok: false, why: 'scenario changed' });
    if (opened.ok || !opened.nearest?.payload) throw new Error('nothing is offered');
    expect(opened.nearest.words).toBe('the same steps in the scenario as it is now');
    expect(openRun(opened.nearest.payload, changedWorld, rpc).ok).toBe(true);
  });
  it('the scenario from its start, where not even the first step can be done', () => {
    expect(openRun(copied.payload, slower, rpc)).toMatchObject({
      why: 'scenario changed',
      nearest: { payload: null, words: 'the scenario from its start' },
    });
  });
  it('the steps up to the one that cannot be done, and they open', () => {
    const [step] = copied.payload.steps;
    const bad = { index: 900, at: 1, command: step?.command } as never;
    const opened = openRun({ ...copied.payload, steps: [step as never, bad] }, scenario, rpc);
    if (opened.ok || !opened.nearest?.payload) throw new Error('nothing is offered');
    expect(opened.nearest.words).toBe('the first 1 of 2 steps');
    expect(openRun(opened.nearest.payload, scenario, rpc).ok).toBe(true);
  });
  it('the same steps as they come out now, where the digest differs', () => {
    const opened = openRun({ ...copied.payload, digest: '12345678', engine: 7 }, scenario, rpc);
    if (opened.ok || !opened.nearest?.payload) throw new Error('nothing is offered');
    expect(opened.reason).toMatch(/another version of the engine/);
    expect(openRun(opened.nearest.payload, scenario, rpc).ok).toBe(true);
  });
});

describe('the hash of a scenario', () => {
  it('stays when only words change', () => {
    const renamed = { ...scenario, title: 'Another title', summary: 'Said otherwise.' };
    expect(scenarioHash(renamed, rpc)).toBe(scenarioHash(scenario, rpc));
  });
  it('changes with whatever decides what happens', () => {
    for (const change of [{ seed: 2 }, { workload: [] }, { params: { workUs: 5 } }]) {
      expect(scenarioHash({ ...scenario, ...change } as Scenario, rpc)).not.toBe(scenarioHash(scenario, rpc));
    }
  });
});

describe('whatever comes in', () => {
  const good = encodeLink(copied.payload) as string;
  it('junk is refused in a sentence and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.base64String({ maxLength: 400 })), async (junk) => {
        for (const text of [junk, `#s=${junk}`, `#s=v1.${junk}`]) {
          const opened = await open(text);
          expect(opened.ok).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
  it('a link with one sign changed is refused, or still is a run that replays', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 7), fc.nat(63), async (at, value) => {
        const sign = toBase64(new Uint8Array([value << 2])).charAt(0);
        const text = good.slice(0, 6 + at) + sign + good.slice(7 + at);
        const opened = await open(text);
        if (opened.ok) expect(openRun(opened.payload, scenario, rpc).ok).toBe(true);
        else expect(opened.reason).toMatch(/^[A-Z].*[.)]$/);
      }),
      { numRuns: 400 },
    );
  });
  it('any JSON in the place of any member is refused or replays', async () => {
    const members = Object.keys(copied.payload) as (keyof RunPayload)[];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...members), fc.jsonValue(), async (member, value) => {
        const opened = await open(link({ ...copied.payload, [member]: value }));
        if (!opened.ok) expect(opened.reason.length).toBeGreaterThan(10);
      }),
      { numRuns: 300 },
    );
  });
  it('bytes come back as they went', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
    );
    expect(fromBase64('A')).toBeNull();
    expect(fromBase64('AA+A')).toBeNull();
  });
  it('a bomb is put out before it has cost anything: a link is at most 8,000 signs', () => {
    const most = `#s=v1.${toBase64(deflateSync(new Uint8Array(5 << 20), { level: 9 }))}`;
    expect(most.length).toBeGreaterThan(6_000);
    expect(readLink(most)).toMatchObject({ ok: false, why: 'damaged' });
  });
});
