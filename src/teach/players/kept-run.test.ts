import { describe, expect, it, vi } from 'vitest';
import { knobsOf, Player, stillness } from '#/player';
import {
  type Command,
  type Finished,
  gradeRun,
  loadProtocol,
  type Scenario,
  scenario,
  scenarioLoaders,
  wholeRun,
} from '#/scenarios';
import { prepareLesson } from '../lesson/prepare';
import { lesson01 } from '../lesson-01.fixture';
import { keptRunOf, onEnd, replay } from './kept-run';

const { data, module } = await prepareLesson(lesson01);
const player = () => new Player({ scenario: data.scenario, module, ticker: stillness });
const cut = data.scenario.actions.find((a) => a.id === 'cut')?.command as Command;

describe('a kept run', () => {
  it('replays to the same end', () => {
    const first = player();
    first.act(cut);
    first.runUntil('end');
    const kept = keptRunOf(first);
    expect(kept.steps.map((step) => step.command.verb)).toEqual(['cut']);
    const again = player();
    expect(replay(again, JSON.parse(JSON.stringify(kept)))).toBeNull();
    expect(again.store.getState().index).toBe(0);
    again.runUntil('end');
    expect(again.view().digest).toBe(first.view().digest);
  });

  it('that no longer fits is refused in a sentence', () => {
    const one = player();
    const late = { steps: [{ index: 9_999, at: 1, command: cut }] } as never;
    expect(replay(one, late)).toMatch(/earlier version/);
    one.runUntil('end');
    expect(one.store.getState().over).toBe(true);
  });
});

describe('the end of a run', () => {
  it('is heard once each time it is reached, and not before', () => {
    const one = player();
    const hear = vi.fn();
    const stop = onEnd(one, hear);
    one.step();
    expect(hear).not.toHaveBeenCalled();
    one.runUntil('end');
    expect(hear).toHaveBeenCalledTimes(1);
    one.select(null);
    expect(hear).toHaveBeenCalledTimes(1);
    one.start();
    one.runUntil('end');
    expect(hear).toHaveBeenCalledTimes(2);
    stop();
    one.reset();
    one.runUntil('end');
    expect(hear).toHaveBeenCalledTimes(2);
  });

  it('is not the end when the last moment is only passed through by hand', () => {
    const one = player();
    const hear = vi.fn();
    onEnd(one, hear);
    one.seek(data.scenario.stop.atUs, true);
    expect(hear).not.toHaveBeenCalled();
    one.settled();
    expect(hear).toHaveBeenCalledTimes(1);
  });
});

describe('knobs', () => {
  it('show where the run has them, and turn in the run', () => {
    const one = player();
    const latency = () => knobsOf(one).find(({ knob }) => knob.id === 'latency');
    expect(latency()?.value).toBe(50);
    expect(latency()?.turn(80)).toBeNull();
    expect(latency()?.value).toBe(80);
    one.undo();
    expect(latency()?.value).toBe(50);
  });
});

it('has all of its load at its end, when what counts it has come, as the prover has it', async () => {
  const service = scenario.parse(await scenarioLoaders.service()) as Scenario;
  const counted = await loadProtocol('service');
  const one = new Player({ scenario: service, module: counted, ticker: stillness });
  const heard: Finished[] = [];
  onEnd(one, (run) => heard.push(run));
  one.runUntil('end');
  expect(heard).toEqual([]);
  await one.measuring();
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  const [run] = heard as [Finished];
  expect(run.metrics).toEqual(wholeRun(service, counted).metrics);
  const to = service.stop.atUs;
  const goodput = (atLeast: number) => [{ measure: 'goodput', from: 0, to, atLeast } as const];
  expect(gradeRun(goodput(13), run, service, counted).met).toBe(true);
  expect(gradeRun(goodput(14), run, service, counted).met).toBe(false);
});
