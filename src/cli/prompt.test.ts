import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type Found, scenarioLoaders } from '#/scenarios';
import { findOnDisk, projectRoot } from './disk';
import { outputs } from './output';
import { prompt } from './prompt';

const found = await findOnDisk();
const ask = (line: string, among: Found = found) => prompt(line.split(' '), async () => among);

async function json<K extends keyof typeof outputs>(line: string, command: K, among: Found = found) {
  const printed = await ask(`${line} --json`, among);
  const data = JSON.parse(printed.out) as unknown;
  // The shape is strict: a member that the published schema does not have fails here as well.
  return { data: outputs[command].parse(data) as z.infer<(typeof outputs)[K]>, exit: printed.exit };
}

const scenarioOf = (name: string, change: (copy: Record<string, unknown>) => void): Found => {
  const copy = JSON.parse(
    JSON.stringify(found.scenarios.find(({ data }) => (data as { name: string }).name === name)?.data),
  );
  change(copy);
  return { lessons: [], scenarios: [{ from: 'test', data: copy }] };
};

describe('list', () => {
  it('names the lessons and all scenarios', async () => {
    const { data, exit } = await json('list', 'list');
    expect(exit).toBe(0);
    expect(data.lessons).toContainEqual({ slug: 'neither', scenarios: ['neither'] });
    expect(data.scenarios).toEqual(expect.arrayContaining(['call', 'home', 'neither']));
  });
  it('finds on the disk the scenarios that the page loads by name, and no others', () => {
    const names = found.scenarios.map(({ data }) => (data as { name: string }).name);
    expect(names.sort()).toEqual(Object.keys(scenarioLoaders).sort());
  });
});

describe('run', () => {
  it('gives the same run twice, and another for another seed', async () => {
    const [once, again, other] = await Promise.all(
      ['', '', ' --seed 9'].map((flags) => json(`run call --loss 50${flags}`, 'run')),
    );
    expect(once?.data).toEqual(again?.data);
    expect(other?.data).toMatchObject({ scenario: 'call', seed: 9 });
    expect(other?.data.digest).not.toBe(once?.data.digest);
  });
  it('turns any knob', async () => {
    const { data, exit } = await json('run neither --account empty --latency 20', 'run');
    expect(exit).toBe(0);
    expect(data.operations).toMatchObject([{ outcome: 'failed', completedMs: 50, seen: { as: 'error' } }]);
    expect(data.outcome).toBe('error reply, 0 charges');
  });
  it('exits with 1 when a promise is broken', async () => {
    const broken = scenarioOf('call', (s) => {
      s.checks = ['charged at most once'];
      s.knobs = (s.knobs as { id: string; default: unknown }[]).map((k) =>
        k.id === 'duplication' ? { ...k, default: 100 } : k,
      );
    });
    const { data, exit } = await json('run call', 'run', broken);
    expect(exit).toBe(1);
    expect(data.checks).toEqual([{ property: 'charged at most once', holds: false }]);
  });
});

describe('the metrics of a run', () => {
  it('are totals of users and nodes, and stretches, with units in their names', async () => {
    const { data } = await json('run service', 'run');
    const { metrics } = data;
    expect(metrics).toMatchObject({ stretchMs: 200, fromMs: 0, toMs: 15_000 });
    expect(metrics?.stretches).toHaveLength(75);
    expect(metrics?.users.calls).toBe(Number(/^(\d+) calls/.exec(data.outcome ?? '')?.[1]));
    expect(metrics?.users.measured.goodputPerSecond).toBe((metrics?.users.ok ?? 0) / 15);
    expect(metrics?.nodes.service?.measured.saturationShare).toBeGreaterThan(0.5);
    expect(metrics?.nodes.client?.measured.saturationShare).toBeNull();
  });
  it('are a table for people, and nothing where there is no load', async () => {
    const { out } = await ask('run service');
    expect(out).toMatch(/rate \/s +errors % +at work %/);
    expect(out).toMatch(/\n {2}service +\d/);
    expect((await ask('run call')).out).not.toContain('rate /s');
    expect((await json('run call', 'run')).data.metrics).toBeNull();
  });
});

describe('explore', () => {
  it('finds the cells of the table, and says how far it went', async () => {
    const { data, exit } = await json('explore neither', 'explore');
    expect(exit).toBe(0);
    expect(data).toMatchObject({ scenario: 'neither', complete: true, violations: {} });
    expect(Object.keys(data.outcomes)).toHaveLength(8);
    expect(data.states).toBeGreaterThan(300);
    expect(data.outcomes['time-out, 0 charges']?.path[0]).toBe('browser begins a call');
  });
  it('exits with 3 when a bound was met', async () => {
    const { data, exit } = await json('explore neither --max-depth 3', 'explore');
    expect(exit).toBe(3);
    expect(data).toMatchObject({ complete: false, depth: 3 });
  });
  it('exits with 1 when a promise is broken, with the way there', async () => {
    const broken = scenarioOf('call', (s) => {
      s.checks = ['charged at most once'];
    });
    const { data, exit } = await json('explore call', 'explore', broken);
    expect(exit).toBe(1);
    expect(data.violations['charged at most once']?.path.length).toBeGreaterThan(3);
  });
});

describe('explore, with fewer states than there are', () => {
  it('says what they stand for, and why', async () => {
    const whole = await json('explore two-phase-commit', 'explore');
    expect(whole.data).toMatchObject({ states: 288, standsFor: 288, interchangeable: [] });
    const { data, exit } = await json('explore two-phase-commit --reduce symmetry', 'explore');
    expect(exit).toBe(0);
    expect(data).toMatchObject({ states: 80, standsFor: 288, depth: 10, complete: true });
    expect(data.interchangeable).toContainEqual(['rm1', 'rm2', 'rm3']);
    expect((await ask('explore two-phase-commit --reduce symmetry')).out).toContain('They stand for 288');
  });
  it('finds every end in one order, and asks promises of all states', async () => {
    const line = 'explore two-phase-commit --redelivers off';
    const whole = await json(line, 'explore');
    const { data } = await json(`${line} --reduce order`, 'explore');
    expect(data.states).toBeLessThan(whole.data.states / 2);
    expect(data.standsFor).toBeNull();
    const ends = (of: typeof data) => Object.entries(of.outcomes).map(([name, end]) => [name, end.ends]);
    expect(ends(data)).toEqual(ends(whole.data));
    expect(ends(data)).not.toEqual([]);
  });
  it('refuses in a sentence what it cannot reduce', async () => {
    const refused = await ask('explore call --reduce symmetry');
    expect([refused.exit, refused.err]).toEqual([2, expect.stringContaining('Symmetry refused')]);
    expect((await ask('explore call --reduce luck')).exit).toBe(2);
  });
});

describe('explore, asked whether a good state can still be reached', () => {
  const goal = 'the transaction can still end';
  const line = 'explore two-phase-commit --goal all --max-crashes 1 --may-crash tm';
  it('says yes with the number of states, and no with a way to where it cannot', async () => {
    const back = await json(line, 'explore');
    expect(back.exit).toBe(0);
    expect(back.data.goals[goal]).toMatchObject({ holds: true, stuck: 0, path: null });
    const down = await json(`${line} --stays-down on`, 'explore');
    expect(down.exit).toBe(1);
    expect(down.data.goals[goal]).toMatchObject({ holds: false, undecided: 0 });
    expect(down.data.goals[goal]?.path).toHaveLength(2);
    expect((await ask(`${line} --stays-down on`)).out).toContain(`FAILS: ${goal}: out of reach from`);
  });
  it('leaves it open when a bound was met, and refuses what is no goal', async () => {
    const short = await json(`${line} --max-depth 2`, 'explore');
    expect(short.exit).toBe(3);
    expect(short.data.goals[goal]).toMatchObject({ holds: null });
    expect((await ask('explore two-phase-commit --goal luck')).exit).toBe(2);
  });
});

describe('prove', () => {
  // All that there are have a stage of the tests to themselves.
  it('holds every lesson it is given', async () => {
    const two = found.lessons.filter(({ slug }) => slug === 'neither' || slug === 'clocks');
    const { data, exit } = await json('prove', 'prove', { ...found, lessons: two });
    expect(data.filter((v) => v.verdict !== 'held')).toEqual([]);
    expect(exit).toBe(0);
    expect(new Set(data.map((v) => v.lesson))).toEqual(new Set(['neither', 'clocks']));
  });
  const change = (how: (data: Record<string, unknown>) => void): Found => {
    const lesson = found.lessons.find((l) => l.slug === 'neither');
    const data = JSON.parse(JSON.stringify(lesson?.data)) as Record<string, unknown>;
    how(data);
    return { lessons: [{ slug: 'neither', data }], scenarios: [] };
  };
  it('exits with 1 when a claim is wrong', async () => {
    const wrong = change((data) => {
      const claims = data.claims as { id: string; holds?: boolean }[];
      for (const claim of claims) if (claim.id === 'receipt-is-proof') claim.holds = false;
    });
    const { data, exit } = await json('prove neither', 'prove', wrong);
    expect(exit).toBe(1);
    expect(data.filter((v) => v.verdict === 'failed').map((v) => v.id)).toEqual(['receipt-is-proof']);
  });
  it('exits with 3 when a budget ran out', async () => {
    const short = change((data) => {
      (data.scenario as { explore: { states: number } }).explore.states = 50;
    });
    expect((await json('prove', 'prove', short)).exit).toBe(3);
  });
  it('has a verdict on a lesson that is not one', async () => {
    const { data, exit } = await json(
      'prove',
      'prove',
      change((d) => delete d.scenario),
    );
    expect(exit).toBe(1);
    expect(data).toMatchObject([{ kind: 'schema', verdict: 'failed' }]);
  });
});

describe('bad input gets a sentence and exit 2', () => {
  it.each([
    ['dance', /no command called dance\. There are: list, run/],
    ['run', /Which scenario\? There are: .*neither/],
    ['run nobody', /no scenario called nobody\. There are: /],
    ['run neither twice', /What is twice for/],
    ['run neither --seed four', /--seed wants a whole number/],
    ['run neither --seed', /--seed wants a value/],
    ['run neither --seed -1', /--seed wants a whole number/],
    ['run neither --timeout 5', /timeout is a number from 20 to 1000 ms/],
    ['run neither --timeout soon', /timeout is a number/],
    ['run neither --account broke', /account is one of open, empty/],
    ['run neither --warp 9', /no knob called warp\. It has: --latency/],
    ['run neither --timeout 50 --timeout 60', /given twice/],
    ['explore home', /home sets no bounds/],
    ['explore neither --max-states 0', /whole number from 1/],
    ['prove nothing', /no lesson called nothing\. There are: .*neither/],
    ['prove --fast 1', /There is no --fast here/],
    ['list --long 1', /There is no --long here/],
    ['schema', /schema of which command/],
    ['schema help', /schema of which command/],
  ])('%s', async (line, said) => {
    const { out, err, exit } = await ask(line);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toMatch(said);
  });
});

it('says on the side what it could not read, and goes on', async () => {
  const { err, exit } = await ask('list', {
    lessons: [],
    scenarios: [...found.scenarios, { from: 'src/protocols/x/scenarios/y.ts', data: { name: 'y' } }],
  });
  expect(exit).toBe(0);
  expect(err).toMatch(/^src\/protocols\/x\/scenarios\/y\.ts: title: must be text/);
});

it('publishes a schema for each shape', async () => {
  for (const command of Object.keys(outputs)) {
    const { out, exit } = await ask(`schema ${command} --json`);
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ $schema: expect.stringContaining('json-schema.org') });
  }
});

it('answers at a real prompt', () => {
  const at = (...line: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...line], {
      cwd: projectRoot,
      encoding: 'utf8',
    });
  const run = at('run', 'neither', '--json');
  expect(run.status).toBe(0);
  outputs.run.parse(JSON.parse(run.stdout));
  const bad = at('run', 'nobody');
  expect(bad.status).toBe(2);
  expect(bad.stdout).toBe('');
  expect(bad.stderr).toMatch(/^There is no scenario called nobody/);
}, 60_000);
