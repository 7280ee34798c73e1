/** Stamps of runs in which anything may happen, against happens-before as the trace itself tells it. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { past, predecessors } from '../causes';
import { Recording } from '../recording';
import { type Play, perform } from '../testing/interventions';
import { ring, ringConfig } from '../testing/ring';
import { a, b, stage } from '../testing/story';
import type { Entry } from '../trace';
import { World } from '../world';
import { GrowingStamps } from './growing';
import { hybridClock } from './hybrid';
import { type StampKind, stamper, stampsOf } from './of-trace';
import { vectorClock } from './vector';

const plays = fc.array(fc.record({ events: fc.nat(9), verb: fc.nat(999), detail: fc.nat(1 << 30) }), {
  maxLength: 25,
});

function played(seed: number, list: readonly Play[]): readonly Entry[] {
  const world = new World(ringConfig(seed, 70), ring);
  perform(world, list);
  return world.run().trace;
}

const atNodes = (trace: readonly Entry[]) => trace.filter(({ node }) => node !== null);

describe('on any run, with any hand in it', () => {
  it('vectors say exactly what came before, Lamport and hybrid stamps never the contrary', () => {
    fc.assert(
      fc.property(fc.integer(), plays, (seed, list) => {
        const trace = played(seed, list);
        const events = atNodes(trace);
        const [lamport, vector, hlc] = [
          stampsOf(trace, 'lamport'),
          stampsOf(trace, 'vector'),
          stampsOf(trace, 'hlc'),
        ];
        const causes = predecessors(trace);
        let wrong = '';
        for (const { id } of events) {
          const before = past(trace, id, causes);
          for (const { id: other } of events) {
            const is = before.has(other);
            const smaller = vectorClock.compare(vector[other] as never, vector[id] as never) === -1;
            if (smaller !== is) wrong = `vectors of ${other} and ${id}`;
            if (!is) continue;
            if ((lamport[other] as number) >= (lamport[id] as number))
              wrong = `Lamport of ${other} and ${id}`;
            if (hybridClock.compare(hlc[other] as never, hlc[id] as never) !== -1)
              wrong = `HLC of ${other} and ${id}`;
          }
        }
        expect(wrong).toBe('');
      }),
      { numRuns: 50 },
    );
  });
  it('a hybrid stamp is the wall clock, or ahead of it by no more than what some clock has shown', () => {
    fc.assert(
      fc.property(fc.integer(), plays, (seed, list) => {
        const trace = played(seed, list);
        let highest = 0;
        for (const [i, stamp] of stampsOf(trace, 'hlc').entries()) {
          if (stamp === null) continue;
          const { local } = trace[i] as Entry;
          highest = Math.max(highest, local);
          expect(stamp.l).toBeGreaterThanOrEqual(local);
          expect(stamp.l).toBeLessThanOrEqual(highest);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('what has a stamp', () => {
  it('is whatever happens at a node, and nothing else', () => {
    const { trace } = stage([[0, 'a', ['send', 'b', 'x']]], { rules: { loss: 1 } }).run();
    const lost = trace.findIndex((e) => e.type === 'dropped');
    for (const kind of ['lamport', 'vector', 'hlc', 'oracle', 'interval'] as const) {
      const stamps = stampsOf(trace, kind);
      expect(stamps).toHaveLength(trace.length);
      expect([stamps[lost], stamps.filter((s) => s === null).length]).toEqual([null, 1]);
    }
  });
  it('counts every node of the trace from the start', () => {
    const { trace } = stage([], { nodes: 'abc' }).run();
    expect(stampsOf(trace, 'vector')[0]).toEqual({ a: 1, b: 0, c: 0 });
  });
  it('a paused node has heard of what waits in its inbox', () => {
    const world = stage([[0, 'a', ['send', 'b', 'x']]]);
    world.apply({ verb: 'pause', node: b });
    const { trace } = world.run();
    const waits = trace.findIndex((e) => e.type === 'waits');
    expect(stampsOf(trace, 'vector')[waits]).toMatchObject({ a: 3 });
  });
  it('an oracle counts once through the run', () => {
    const { trace } = stage([[0, 'a', ['send', 'b', 'x']]]).run();
    const given = stampsOf(trace, 'oracle').filter((stamp) => stamp !== null);
    expect(given).toEqual(given.map((_, i) => i + 1));
  });
});

describe('intervals', () => {
  const { trace } = stage([[1_000_000, 'b', ['note', 'now']]], {
    clocks: { b: { offsetUs: 400, driftPpm: 50 } },
  }).run();
  const note = trace.findIndex((e) => e.type === 'note');
  const uncertainty = { boundUs: 500, driftPpm: 100 };
  it('widen with drift since the start, and hold true time', () => {
    expect(stampsOf(trace, 'interval', { uncertainty })[note]).toEqual({
      earliest: 1_000_450 - 601,
      latest: 1_000_450 + 601,
    });
    expect(stampsOf(trace, 'interval')[note]).toEqual({ earliest: 1_000_450, latest: 1_000_450 });
  });
  it('narrow where the node is synchronised anew', () => {
    const syncs = (entry: Entry) => (entry.type === 'invoked' ? 20 : null);
    expect(stampsOf(trace, 'interval', { uncertainty, syncs })[note]).toEqual({
      earliest: 1_000_450 - 21,
      latest: 1_000_450 + 21,
    });
  });
});

describe('a trace that grows', () => {
  it('is stamped once, and anew when its past is another', () => {
    const recording = new Recording(ringConfig(5, 300), ring);
    recording.advance(0, 7_200_000_000, 200);
    const stamps = new GrowingStamps('vector', { nodes: ['ann', 'bob', 'cy'] });
    const { trace } = recording.branch(0);
    const early = stamps.of(trace);
    const first = early[50];
    recording.advance(0);
    expect(stamps.of(trace)).toBe(early);
    expect(early[50]).toBe(first);
    expect(early).toEqual(stampsOf(trace, 'vector'));
    const acted = recording.act(0, 100, recording.timeAt(0, 100), {
      verb: 'pause',
      node: recording.config.nodes[0]?.id ?? a,
    });
    recording.advance(acted.branch);
    const other = recording.branch(acted.branch).trace;
    expect(stamps.of(other)).toEqual(stampsOf(other, 'vector'));
    expect(stamps.of(other.slice(0, 9))).toEqual(stampsOf(other, 'vector').slice(0, 9));
  });
  it('of a hundred thousand entries takes one step an entry', () => {
    const { trace } = new World(ringConfig(9, 40_000, 5), ring).run();
    expect(trace.length).toBeGreaterThan(100_000);
    for (const kind of ['lamport', 'vector', 'hlc', 'oracle', 'interval'] as StampKind[]) {
      const next = stamper(kind, { nodes: ['ann', 'bob', 'cy', 'dee', 'eve'] });
      let stamped = 0;
      for (const entry of trace) if (next(entry) !== null) stamped++;
      expect(stamped).toBe(atNodes(trace).length);
    }
  });
});
