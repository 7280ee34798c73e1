import { describe, expect, it } from 'vitest';
import { type NodeId, nodeId, VERBS, type Verb } from '#/kernel';
import type { Weather } from './squall';
import { type Storm, storm } from './storm';

const [a, b, c] = ['a', 'b', 'c'].map(nodeId) as [NodeId, NodeId, NodeId];
const over: Weather = {
  verbs: VERBS,
  nodes: [a, b, c],
  mayCrash: [b, c],
  links: [
    { from: a, to: b },
    { from: b, to: a },
    { from: b, to: c },
    { from: c, to: b },
  ],
  triggers: [{ node: b, on: 'ask' }],
  calls: [{ node: a, op: { f: 'read' } }],
  senders: [a, a, b],
  rules: { loss: 0 },
  moments: [[100_000, 400_000], [200_000]],
  calmAt: 1_000_000,
  driftPpm: 0,
  kinds: ['ask', 'answer'],
  most: 8,
};

const many = (weather: Weather, n = 400): readonly Storm[] =>
  Array.from({ length: n }, (_, nth) => storm(weather, 7, nth));

/** What needs a verb: the commands themselves, or those to a message yet to be chosen. */
const verbsIn = (storms: readonly Storm[]): readonly string[] => [
  ...new Set(
    storms.flatMap(({ squalls }) =>
      squalls.flatMap((s) => ('command' in s ? [s.command.verb] : 'toMessage' in s ? [s.toMessage] : [])),
    ),
  ),
];

describe('a storm', () => {
  it('follows from its seed and its number', () => {
    expect(storm(over, 7, 5)).toEqual(storm(over, 7, 5));
    expect(storm(over, 7, 5)).not.toEqual(storm(over, 7, 6));
    expect(storm(over, 8, 5)).not.toEqual(storm(over, 7, 5));
  });
  it('is the calm run, if it is the first', () => {
    expect(storm(over, 7, 0)).toEqual({ seed: null, squalls: [] });
  });
  it('is over when it is to be, and in the order of time', () => {
    for (const { squalls } of many(over)) {
      const times = squalls.map(({ at }) => at);
      expect(times).toEqual([...times].sort((x, y) => x - y));
      expect(Math.min(0, ...times)).toBe(0);
      expect(Math.max(0, ...times)).toBeLessThanOrEqual(over.calmAt);
    }
  });
  it('has as much trouble as it may, and sometimes hardly any', () => {
    const wild = many({ ...over, verbs: ['drop'], calls: [] });
    const sizes = wild.slice(1).map(({ squalls }) => squalls.length);
    expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([1, 24]);
  });
});

describe('what storms are drawn from', () => {
  it('is every kind of trouble, where every verb is allowed', () => {
    const wanted: readonly Verb[] = [
      ...(['crash', 'restart', 'cut', 'mend', 'pause', 'resume', 'slow', 'rule', 'clock'] as const),
      ...(['drop', 'duplicate', 'delay', 'invoke', 'disarm'] as const),
    ];
    expect([...verbsIn(many(over))].sort()).toEqual([...wanted].sort());
  });
  it.each<[readonly Verb[]]>([[['drop']], [['crash']], [['cut']], [['delay', 'duplicate']], [[]]])(
    'is %j and nothing else, where that is all',
    (verbs) => {
      expect([...verbsIn(many({ ...over, verbs, calls: [] }))].sort()).toEqual([...verbs].sort());
    },
  );
  it('never is a crash of somebody who may not crash, nor of a disk', () => {
    const crashes = many(over).flatMap(({ squalls }) =>
      squalls.flatMap((s) => ('command' in s && s.command.verb === 'crash' ? [s.command] : [])),
    );
    expect(crashes.length).toBeGreaterThan(50);
    expect(crashes.filter(({ disk, node }) => disk === 'lost' || node === a)).toEqual([]);
    expect(crashes.some(({ afterEffect }) => afterEffect !== undefined)).toBe(true);
  });
  it('in the end nobody is left down', () => {
    const back = many(over)[3]?.squalls.filter(({ at }) => at === over.calmAt) ?? [];
    for (const node of [b, c]) {
      expect(back).toContainEqual({ at: over.calmAt, command: { verb: 'restart', node } });
    }
  });
});
