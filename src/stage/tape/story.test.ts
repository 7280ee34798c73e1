import { describe, expect, test } from 'vitest';
import { Recording } from '#/kernel';
import { loadProtocol } from '#/protocols';
import { type Variant, worldConfig } from '#/scenarios';
import { sample } from '../sample.fixture';
import { pathOf } from './path';
import { endWithin, type Journey, Shelf, Story } from './story';

const module = await loadProtocol('rpc');
const request = { from: 'browser', to: 'payment' };
const reply = { from: 'payment', to: 'browser' };
const charge = { ...request, kind: 'charge', nth: 1 };

function run(...items: { at: number; command: object }[]) {
  const variant = { script: items } as unknown as Variant;
  const recording = new Recording(worldConfig(sample, module, variant), module.protocol);
  recording.advance(0);
  const { trace } = recording.branch(0);
  return { recording, trace, story: new Story().readOn(trace) };
}

const corners = (story: Story, journey: Journey, entries = 1000, arrives: number | null = null) =>
  pathOf(story, journey, entries, arrives).corners.map((c) => [c.at / 1000, Number(c.place.toFixed(3))]);

describe('a story', () => {
  test('has a journey for each message, a span for each timer and call', () => {
    const { story } = run();
    expect(story.journeys.map((j) => [j.kind, j.at, j.end?.at, j.end?.how])).toEqual([
      ['charge', 10_000, 60_000, 'delivered'],
      ['receipt', 60_000, 110_000, 'delivered'],
    ]);
    expect(story.timers.map((t) => [t.at, t.end?.at, t.end?.how])).toEqual([[10_000, 110_000, 'cancelled']]);
    expect(story.calls.map((c) => [c.at, c.end?.at, c.end?.outcome])).toEqual([[10_000, 110_000, 'ok']]);
  });

  test('of a trace read in pieces is the story of the whole', () => {
    const { trace, story } = run({ at: 84_000, command: { verb: 'cut', links: [reply] } });
    const pieces = new Story();
    for (let end = 1; end <= trace.length; end++) pieces.readOn(trace.slice(0, end));
    expect(JSON.stringify(pieces.journeys)).toBe(JSON.stringify(story.journeys));
    expect(JSON.stringify(pieces.cuts)).toBe(JSON.stringify(story.cuts));
  });

  test('does not show an end before its entry has been reached', () => {
    const { story } = run();
    const end = (story.journeys[0] as Journey).end;
    expect(endWithin(end, end?.entry ?? 0)).toBeNull();
    expect(endWithin(end, (end?.entry ?? 0) + 1)).toBe(end);
  });

  test('a cut that is mended in part goes on for the rest', () => {
    const { story } = run(
      { at: 20_000, command: { verb: 'cut', links: [request, reply] } },
      { at: 40_000, command: { verb: 'mend', links: [request] } },
      { at: 70_000, command: { verb: 'mend', links: [reply] } },
    );
    expect(story.cuts.map((c) => [c.at, c.end?.at, c.links.length])).toEqual([
      [20_000, 40_000, 2],
      [40_000, 70_000, 1],
    ]);
  });

  test('a crash ends the timers of its node, a restart ends the time down', () => {
    const { story } = run(
      { at: 20_000, command: { verb: 'crash', node: 'browser', disk: 'kept' } },
      { at: 50_000, command: { verb: 'restart', node: 'browser' } },
    );
    expect(story.timers[0]?.end?.how).toBe('crashed');
    expect(story.idle.map((s) => [s.how, s.at, s.end?.at])).toEqual([['crashed', 20_000, 50_000]]);
  });
});

describe('the shelf', () => {
  test('goes back and forth without reading anything twice, and tells branches apart', () => {
    const { recording, trace } = run();
    const shelf = new Shelf();
    const whole = shelf.storyOf(trace);
    expect(shelf.storyOf(trace.slice(0, 4))).toBe(whole);
    const index = recording.indexAt(0, 34_000);
    const command = { verb: 'cut', links: [reply] } as never;
    const { branch } = recording.act(0, index, 34_000, command);
    recording.advance(branch);
    const other = shelf.storyOf(recording.branch(branch).trace);
    expect(other).not.toBe(whole);
    expect(other.journeys[1]?.end?.how).toBe('cut');
    expect(shelf.storyOf(trace)).toBe(whole);
  });
});

describe('the line of a message', () => {
  test('is straight in time', () => {
    const { story } = run();
    expect(corners(story, story.journeys[0] as Journey)).toEqual([
      [10, 0],
      [60, 1],
    ]);
  });

  test('is flat while held, and as steep as before afterwards', () => {
    const { story } = run(
      { at: 20_000, command: { verb: 'hold', message: charge } },
      { at: 45_000, command: { verb: 'release', message: charge } },
    );
    expect(corners(story, story.journeys[0] as Journey)).toEqual([
      [10, 0],
      [20, 0.2],
      [45, 0.2],
      [85, 1],
    ]);
  });

  test('bends at a delay', () => {
    const { story } = run({ at: 35_000, command: { verb: 'delay', message: charge, byUs: 30_000 } });
    expect(corners(story, story.journeys[0] as Journey)).toEqual([
      [10, 0],
      [35, 0.5],
      [90, 1],
    ]);
  });

  test('ends where the message was lost', () => {
    const { story } = run({ at: 20_000, command: { verb: 'cut', links: [request] } });
    expect(corners(story, story.journeys[0] as Journey)).toEqual([
      [10, 0],
      [20, 0.2],
    ]);
  });

  test('of a copy begins where the original was', () => {
    const { story } = run({ at: 35_000, command: { verb: 'duplicate', message: charge } });
    const copy = story.journeys.find((j) => j.copy === 1) as Journey;
    expect(copy.origin).toBe(story.journeys[0]?.entry);
    const [first, last] = corners(story, copy) as [number[], number[]];
    expect(first?.[0]).toBe(35);
    expect(last?.[1]).toBe(1);
  });

  test('of one under way follows from where it will arrive, also while held and after', () => {
    const { recording, trace, story } = run(
      { at: 20_000, command: { verb: 'hold', message: charge } },
      { at: 45_000, command: { verb: 'release', message: charge } },
    );
    const journey = story.journeys[0] as Journey;
    for (const at of [15_000, 30_000, 50_000]) {
      const index = recording.indexAt(0, at);
      const view = recording.viewAt(0, index);
      const message = view.messages[0] as (typeof view.messages)[number];
      const path = pathOf(story, journey, view.entries, message.arrivesAt);
      if (at === 30_000) {
        expect(path.held).toEqual({ at: 20_000, place: 0.2 });
        expect(message.place).toBe(0.2);
      } else expect(path.heading).toEqual({ left: message.leftAt, arrives: message.arrivesAt });
      expect(path.corners[0]).toEqual({ at: 10_000, place: 0 });
    }
    expect(trace.length).toBeGreaterThan(4);
  });

  test('of one under way without a view shows where it set out and guesses nothing', () => {
    const { story } = run();
    const sent = story.journeys[0] as Journey;
    expect(corners(story, sent, sent.entry + 1)).toEqual([[10, 0]]);
  });
});
