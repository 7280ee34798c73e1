import { describe, expect, it } from 'vitest';
import { scenarioLoaders } from '#/protocols';
import { loadProtocol } from '../protocol';
import { type Claim, claim as schema } from '../schema/claim';
import type { Authored } from '../schema/lesson';
import { problems } from '../schema/problems';
import { scenario as scenarioSchema } from '../schema/scenario';
import { proveClaim } from './claims';
import { Lab } from './lab';

const register = scenarioSchema.parse(await scenarioLoaders.register());
const lab = new Lab(register, await loadProtocol('register'));

const workload = [
  { at: 0, node: 'alice', op: { f: 'write', value: 1 } },
  { at: 1, node: 'alice', op: { f: 'read' } },
  { at: 0, node: 'bob', op: { f: 'read' } },
  { at: 1, node: 'bob', op: { f: 'write', value: 2 } },
  { at: 2, node: 'bob', op: { f: 'read' } },
];
const world = (params: Record<string, string | boolean>) => ({ params, workload });
const border = ['B', 'C'].flatMap((far) => [
  { from: 'A', to: far },
  { from: far, to: 'A' },
]);

/** A is cut off from B and C; Alice asks A, Bob asks B, and both wait for ever. */
const family = {
  id: 'not-both',
  kind: 'matrix',
  text: 'No policy of this family is both.',
  properties: ['every operation answered', 'linearizable'],
  rows: [
    { label: 'one leader', variant: world({ policy: 'leader', followerReads: false }), holds: [false, true] },
    {
      label: 'follower reads',
      variant: world({ policy: 'leader', followerReads: true }),
      holds: [false, false],
    },
    { label: 'majority', variant: world({ policy: 'majority' }), holds: [false, true] },
    {
      label: 'majority without write-back',
      variant: world({ policy: 'majority', writeBack: false }),
      holds: [false, true],
    },
    { label: 'last writer wins', variant: world({ policy: 'available' }), holds: [true, false] },
    { label: 'siblings', variant: world({ policy: 'available', merge: 'siblings' }), holds: [true, false] },
  ],
  haveAll: [],
  bounds: { cut: border },
} satisfies Authored<Claim>;

// biome-ignore lint/suspicious/noExplicitAny: a broken claim is not of a claim's type, which is the point.
type Broken = any;

function prove(change: (claim: Broken) => void = () => {}) {
  const copy = structuredClone(family) as Broken;
  change(copy);
  const read = schema.safeParse(copy);
  if (!read.success) throw new Error(problems(read.error).join('; '));
  return proveClaim(lab, read.data);
}

it('holds of a whole family, and says how much of it was seen', () => {
  const { verdict, detail } = prove();
  expect(detail.split('; ')).toEqual([
    'Explored all 5976 states of 6 worlds',
    'none has all of them. one leader, 49 states, 5 ends: "every operation answered" fails at 5, "linearizable" holds',
    'follower reads, 285 states, 35 ends: "every operation answered" fails at 35, "linearizable" fails at 10',
    'majority, 198 states, 7 ends: "every operation answered" fails at 7, "linearizable" holds',
    'majority without write-back, 162 states, 7 ends: "every operation answered" fails at 7, "linearizable" holds',
    'last writer wins, 2641 states, 210 ends: "every operation answered" holds, "linearizable" fails at 112',
    'siblings, 2641 states, 210 ends: "every operation answered" holds, "linearizable" fails at 112.',
  ]);
  expect(verdict).toBe('held');
});

it('has a world that has both, once the cut is gone and nobody writes at once', () => {
  const calm = prove((c) => {
    delete c.bounds;
    const quiet = [
      { at: 0, node: 'alice', op: { f: 'write', value: 1 } },
      { at: 0, node: 'bob', op: { f: 'read' } },
    ];
    c.rows = c.rows.slice(0, 2);
    c.rows[0].holds = [true, true];
    c.rows[1].holds = [true, false];
    for (const row of c.rows) row.variant.workload = quiet;
    c.haveAll = ['one leader'];
  });
  expect(calm.detail).toMatch(/^Explored all \d+ states of 2 worlds; one leader: all of them\. /);
  expect(calm.verdict).toBe('held');
});

describe('fails', () => {
  it.each<[string, (claim: Broken) => void, RegExp]>([
    [
      'a yes that is a no',
      (c) => (c.rows[2].holds = [true, true]),
      /majority: "every operation answered" fails at/,
    ],
    [
      'a no that is a yes',
      (c) => (c.rows[2].holds = [false, false]),
      /majority: "linearizable" holds at all/,
    ],
    ['a row with an answer too few', (c) => c.rows[0].holds.pop(), /one leader answers 1 of 2 questions/],
    ['somebody who is said to have both', (c) => c.haveAll.push('majority'), /these have all of them: none/],
    [
      'nobody, where one has both',
      (c) => {
        c.bounds = {};
        c.rows = c.rows.slice(0, 2);
        for (const row of c.rows) row.variant.workload = workload.slice(0, 1);
        c.rows[0].holds = [true, true];
        c.rows[1].holds = [true, true];
      },
      /these have all of them: one leader, follower reads/,
    ],
  ])('%s', (_, change, words) => {
    expect(prove(change)).toMatchObject({ verdict: 'failed', detail: expect.stringMatching(words) });
  });
  it('a property that there is not', () => {
    expect(() => prove((c) => (c.properties[1] = 'luck'))).toThrow(/no property "luck"/);
  });
  it.each<[string, (claim: Broken) => void, RegExp]>([
    ['one property', (c) => c.properties.pop(), /properties: must be at least 2 items/],
    ['one world', (c) => c.rows.splice(1), /rows: must be at least 2 items/],
    ['no word about having both', (c) => delete c.haveAll, /haveAll: must be/],
  ])('%s is no matrix', (_, change, words) => {
    expect(() => prove(change)).toThrow(words);
  });
});

it('does not know, where a bound was met before anything was found', () => {
  const short = prove((c) => (c.bounds = { cut: border, depth: 3 }));
  expect(short).toMatchObject({ verdict: 'unknown', detail: expect.stringMatching(/a bound was met/) });
});

describe('a claim of "always"', () => {
  const always = (holds: boolean, bounds: Broken) =>
    proveClaim(
      lab,
      schema.parse({
        id: 'cut-off',
        kind: 'always',
        text: 'Behind a cut nobody is left waiting.',
        property: 'every operation answered',
        holds,
        params: { policy: 'majority' },
        bounds,
      }),
    );
  const alone = workload.slice(0, 2);
  it('has bounds of its own, the cut and the calls among them', () => {
    expect(always(false, { cut: border, workload: alone })).toMatchObject({ verdict: 'held' });
    expect(always(true, { cut: border, workload: alone })).toMatchObject({ verdict: 'failed' });
  });
  it('and they matter: on the other side of the same cut it holds', () => {
    const bob = alone.map((c) => ({ ...c, node: 'bob' }));
    expect(always(true, { cut: border, workload: bob })).toMatchObject({ verdict: 'held' });
  });
});
