import { describe, expect, test } from 'vitest';
import { Player } from '#/player';
import {
  loadProtocol,
  type Metrics,
  measured,
  measureNames,
  metricsAt,
  metricsFold,
  type Scenario,
  scenarioLoaders,
  scenario as schema,
  usualWidth,
  type Variant,
  worldConfig,
} from '#/scenarios';
import { frameOf } from '../tape/frame';
import { type Curves, curvesOf, type Load, loadAt } from './curve';
import { made } from './load.fixture';
import { chartNames, charts } from './measures';
import { numberText } from './number-text';
import { planOf } from './plan';
import { MOST_ROWS, rowsOf, standing } from './rows';
import { placed } from './Triggers';
import { triggersOf } from './triggers';

const service = schema.parse(await scenarioLoaders.service()) as Scenario;
const serviceModule = await loadProtocol('service');

const still = { request: () => 0, cancel: () => {} };

const servicePlayer = (variant: Variant = {}, scenario = service): Player =>
  new Player({ scenario, module: serviceModule, variant, ticker: still });

/** The load of the whole of a run, whatever its cursor. */
function loadOfRun(variant: Variant = {}): Metrics {
  const config = worldConfig(service, serviceModule, variant);
  const fold = metricsFold(serviceModule, config, usualWidth(service.stop.atUs));
  if (!fold) throw new Error('The service has no meter.');
  const player = servicePlayer(variant);
  player.recording.advance(0, service.stop.atUs);
  const state = fold.begin();
  for (const entry of player.recording.branch(0).trace) fold.take(state, entry);
  return metricsAt(state, service.stop.atUs);
}

const run = loadOfRun();
const load = (metrics = run, at = Number.MAX_SAFE_INTEGER, scenario = service): Load =>
  loadAt(metrics, at, scenario, measured);
const frame = frameOf(560, 60, { from: 0, length: 15_000_000 });
const plan = (of: Load, name: (typeof chartNames)[number], within = frame) =>
  planOf(curvesOf([{ load: of, name: null }], charts[name]), charts[name], within);

describe('what is charted', () => {
  test('is defined once, where measures are; and nothing that is measured is left out', () => {
    const used = new Set(
      chartNames.flatMap((name) => charts[name].lines(load().tiers).map((line) => line.measure)),
    );
    expect([...used].sort()).toEqual([...measureNames].sort());
  });

  test('ends with the last stretch that was over: nothing that is still to come shows', () => {
    const [half, whole] = [load(run, 6_100_000), load()];
    expect(half.count).toBeLessThan(whole.count);
    const last = half.metrics.stretches[half.count - 1];
    expect(last?.toUs).toBeLessThanOrEqual(6_100_000);
    for (const name of chartNames) {
      const [a, b] = [half, whole].map((l) => curvesOf([{ load: l, name: null }], charts[name])) as [
        Curves,
        Curves,
      ];
      expect(a.edges).toEqual(b.edges.slice(0, half.count + 1));
      const before = b.curves.map(({ values }) => values.slice(0, half.count));
      expect(a.curves.map(({ values }) => values)).toEqual(before);
    }
    // The end of a drawn line is where that stretch ends.
    for (const { end } of plan(half, 'rate').lines) expect(end?.x).toBeCloseTo(frame.x(last?.toUs ?? 0), 6);
  });

  test('counts as tiers the nodes with workers, by the names people have for them', () => {
    expect(load().tiers).toEqual([{ id: 'service', name: 'service' }]);
    expect(load(run, 0).tiers).toEqual([]);
    expect(standing({ load: load(run, 0), name: null }, charts.queue)).toBe(
      'Queue: nothing has been measured yet.',
    );
  });
});

describe('a plan', () => {
  const steps = made(['a'], 4, (nth) => ({ called: [10, 0, 40, 20][nth] ?? 0, ok: 5 }));
  const four = frameOf(460, 40, { from: 0, length: 4_000_000 });

  test('draws each stretch as a level, so that nothing rises before its cause', () => {
    const { lines, ticks, base, top } = plan(load(steps), 'rate', four);
    expect(ticks.map((tick) => tick.text)).toEqual(['0', '20', '40']);
    const y = (value: number) => base - ((base - top) * value) / 40;
    const at = (second: number) => Math.round(four.x(second * 1_000_000) * 10) / 10;
    const [first, ...rest] = lines[0]?.d.match(/[MHV][\d.,]+/g) ?? [];
    expect([first, ...rest.slice(0, 3)]).toEqual([
      `M${at(0)},${y(10)}`,
      `H${at(1)}`,
      `V${y(0)}`,
      `H${at(2)}`,
    ]);
    expect(lines[0]?.end).toEqual({ x: four.x(4_000_000), y: y(20) });
  });

  test('leaves a gap where there was nothing to measure, and no sign at an end of nothing', () => {
    const gap = made(['a'], 3, (nth) => (nth === 1 ? {} : { ok: 1, tookUs: [200_000] }));
    const d = plan(load(gap), 'latency', four).lines[0]?.d ?? '';
    expect(d.match(/M/g)).toHaveLength(2);
    const ends = made(['a'], 2, (nth) => (nth === 1 ? {} : { ok: 1, tookUs: [200_000] }));
    expect(plan(load(ends), 'latency', four).lines[0]?.end).toBeNull();
  });

  test('has two to four ticks on every axis, within the drawing', () => {
    for (const name of chartNames) {
      const { ticks, height } = plan(load(), name);
      expect(ticks.length, name).toBeGreaterThanOrEqual(2);
      expect(ticks.length, name).toBeLessThanOrEqual(4);
      for (const { y } of ticks) expect(y >= 0 && y <= height).toBe(true);
    }
    const wide = made(['a'], 2, (nth) => ({ ok: 1, tookUs: [nth === 0 ? 100 : 90_000_000] }));
    const { ticks } = plan(load(wide), 'latency');
    expect(ticks.length).toBeLessThanOrEqual(4);
  });

  test('sets names apart, however close the lines end', () => {
    const five = ['a', 'b', 'c', 'd', 'e'];
    const same = made(five, 3, () => ({ arrived: 1, staffedUs: 1_000_000, queueMean: 7 }));
    const scenario = { ...service, nodes: five.map((id) => ({ id, role: 'service', x: 1, y: 1 })) };
    for (const window of [frame, frameOf(360, 40, { from: 0, length: 3_000_000 })]) {
      const { labels, height } = plan(load(same, 9e9, scenario as never), 'queue', window);
      if (labels.some(({ above }) => above)) {
        // In rows above the plot: no two begin nearer than the first is wide.
        expect(new Set(labels.map(({ x, y }) => `${x} ${y}`)).size).toBe(5);
        continue;
      }
      const ys = labels.map(({ y }) => y).sort((a, b) => a - b);
      expect(ys).toHaveLength(5);
      const gaps = ys.slice(1).map((y, i) => y - (ys[i] ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(14.9);
      expect(ys[0]).toBeGreaterThan(9);
      expect(ys[4]).toBeLessThan(height);
    }
  });

  test('shows the least and the most of a pixel where stretches are narrower', () => {
    const many = made(['a'], 6000, (nth) => ({ called: nth === 3001 ? 900 : 10 }));
    const narrow = frameOf(360, 40, { from: 0, length: 6_000_000_000 });
    const { lines, base, top } = plan(load(many), 'rate', narrow);
    const ys = (lines[0]?.d.match(/,[\d.]+/g) ?? []).map((y) => Number(y.slice(1)));
    expect(ys.length).toBeLessThan(2 * 320);
    // The one high stretch among six thousand is there.
    expect(Math.min(...ys)).toBeCloseTo(base - ((base - top) * 900) / 1000, 1);
  });
});

describe('two runs in one chart', () => {
  const sides = [
    { load: load(), name: 'retries on' },
    { load: load(loadOfRun({ knobs: { retries: 0 } }), 6_000_000), name: 'retries off' },
  ];

  test('have a line each, told apart by name, dash and sign; of many lines the one that matters', () => {
    const named = (name: (typeof chartNames)[number]) =>
      curvesOf(sides, charts[name]).curves.map((curve) => curve.name);
    expect(named('queue')).toEqual(['service, retries on', 'service, retries off']);
    expect(named('latency')).toEqual(['p99, retries on', 'p99, retries off']);
    for (const name of chartNames) {
      const [own, other] = curvesOf(sides, charts[name]).curves;
      expect(own?.look.tone).toBe(other?.look.tone);
      expect([own?.look.other, other?.look.other]).toEqual([undefined, true]);
      expect(own?.look.dash).not.toBe(other?.look.dash);
    }
  });

  test('each ends where it has come to, and is measured by itself', () => {
    const { edges, curves } = curvesOf(sides, charts.rate);
    const [own, other] = curves;
    expect(edges).toHaveLength(load().count + 1);
    expect(own?.values).toHaveLength(load().count);
    expect(other?.values).toHaveLength(30);
    const row = rowsOf(sides, charts.tries).findLast(({ toUs }) => toUs <= 6_000_000);
    expect(row?.values).toHaveLength(2);
    expect(row?.values[1]).toBeLessThanOrEqual(1.5);
  });
});

describe('in words', () => {
  test('where it stands, with units', () => {
    const said = standing({ load: load(run, 6_000_000), name: null }, charts.latency);
    expect(said).toMatch(/^Latency in the 200 ms up to 6,000 ms: p50 [\d,.]+ m?s, p99 [\d,.]+ m?s, p99.9 /);
    expect(standing({ load: load(run, 6_000_000), name: null }, charts.saturation)).toMatch(
      /: service \d+ %\.$/,
    );
  });

  test('as a table of sixty rows at most, each of which says what its stretches say together', () => {
    const whole = load();
    for (const name of chartNames)
      expect(rowsOf([{ load: whole, name: null }], charts[name]).length).toBeLessThanOrEqual(MOST_ROWS);
    const rows = rowsOf([{ load: whole, name: null }], charts.rate);
    const called = run.stretches.flatMap(({ nodes }) => Object.values(nodes).map((n) => n.called));
    const sum = rows.reduce(
      (total, { fromUs, toUs, values }) => total + ((values[0] ?? 0) * (toUs - fromUs)) / 1e6,
      0,
    );
    expect(sum).toBeCloseTo(
      called.reduce((a, b) => a + b, 0),
      6,
    );
    // The canary: the mean of percentiles is not the percentile of the whole.
    const two = made(['a'], 120, (nth) => ({
      ok: 1 + (nth % 2) * 8,
      tookUs: nth % 2 ? Array(9).fill(10_000) : [900_000],
    }));
    expect(rowsOf([{ load: load(two), name: null }], charts.latency)[0]?.values[0]).toBe(10);
  });

  test.each([
    [0, '0'],
    [0.254, '0.25'],
    [3.44, '3.4'],
    [86.4, '86'],
    [1240.2, '1,240'],
  ])('%d is written %s', (value, text) => expect(numberText(value)).toBe(text));
});

describe('what was done to the world', () => {
  const player = servicePlayer();
  player.seek(9_000_000);
  const triggers = triggersOf(player.trace(), service);

  test('has the scenario’s own words where it has some, and stands at its moment', () => {
    expect(triggers.map(({ at, words }) => [at, words])).toEqual([
      [5_000_000, 'The service slows down'],
      [8_000_000, expect.any(String)],
    ]);
    player.seek(4_000_000);
    expect(triggersOf(player.trace(), service)).toEqual([]);
  });

  test('finds room for words side by side or in two rows, and never one over another', () => {
    const at = (seconds: number, entry: number) => ({
      entry,
      at: seconds * 1e6,
      words: 'The service slows down',
    });
    const all = placed([at(1, 1), at(2, 2), at(3, 3), at(13, 4)], frame);
    expect(all.map(({ trigger }) => trigger.entry)).toEqual([2, 3, 4]);
    expect(all.map(({ anchor }) => anchor)).toEqual(['start', 'start', 'end']);
    const rows = all.filter(({ anchor }) => anchor === 'start').map(({ row }) => row);
    expect(new Set(rows).size).toBe(2);
  });
});
