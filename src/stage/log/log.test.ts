import { describe, expect, test } from 'vitest';
import { Recording } from '#/kernel';
import { loadProtocol } from '#/protocols';
import { worldConfig } from '#/scenarios';
import { sample } from '../sample.fixture';
import { tells } from '../words';
import { lastTold } from './Log';
import { news } from './Narration';

const module = await loadProtocol('rpc');
const recording = new Recording(worldConfig(sample, module), module.protocol);
recording.advance(0);
const { trace } = recording.branch(0);
const heardTo = (entries: number, of = trace) => ({ entries, last: of[entries - 1] });

describe('the log', () => {
  test('keeps the last sentences and says that there are more', () => {
    const all = trace.filter(tells);
    expect(lastTold(trace, 100)).toEqual({ entries: all, more: false });
    expect(lastTold(trace, all.length)).toEqual({ entries: all, more: false });
    expect(lastTold(trace, 3)).toEqual({ entries: all.slice(-3), more: true });
    expect(lastTold([], 3)).toEqual({ entries: [], more: false });
  });
  test('tells everything when asked to, timers among it', () => {
    const { entries } = lastTold(trace, trace.length, true);
    expect(entries).toEqual(trace);
    expect(entries.some((e) => e.type === 'timer set')).toBe(true);
    expect(trace.filter(tells).some((e) => e.type === 'timer set')).toBe(false);
  });
});

describe('the narration', () => {
  test('says what is new in one breath, and nothing twice', () => {
    const upTo = trace.findIndex((e) => e.type === 'delivered') + 1;
    const before = trace.slice(0, upTo);
    const first = news(before, heardTo(upTo - 1), sample, 60_000);
    expect(first).toBe('At 60 ms: payment receives charge request 1 from browser.');
    expect(news(before, heardTo(upTo), sample, 60_000)).toBe('');
  });

  test('sums up what would be too much', () => {
    const said = news(trace, heardTo(2), sample, 110_000);
    expect(said).toMatch(/^At 110 ms: 3 more events, then: /);
    expect(said.match(/\./g)?.length).toBeLessThan(6);
  });

  test('going back and going elsewhere are said as such, not as news', () => {
    expect(news(trace.slice(0, 3), heardTo(5), sample, 10_000)).toBe('Back at 10 ms.');
    const { branch } = recording.act(0, recording.indexAt(0, 34_000), 34_000, {
      verb: 'cut',
      links: [{ from: 'payment', to: 'browser' }],
    } as never);
    recording.advance(branch);
    const other = recording.branch(branch).trace;
    expect(other.length).toBeGreaterThan(trace.length - 2);
    const longer = [...other, ...other.slice(-2)];
    expect(news(longer, heardTo(trace.length), sample, 50_000)).toBe('On another branch, at 50 ms.');
  });
});
