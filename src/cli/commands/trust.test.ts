import { describe, expect, it } from 'vitest';
import { scenarioLoaders } from '#/scenarios';
import { outputs } from '../output';
import { prompt } from '../prompt';

const commit = (await scenarioLoaders['two-phase-commit']()) as Record<string, unknown>;
const among = (data: unknown) => async () => ({ lessons: [], scenarios: [{ from: 'test', data }] });
const ask = (line: string, data: unknown = commit) => prompt(`trust ${line}`.trim().split(' '), among(data));

describe('trust', () => {
  it('says how many schedules kept what is promised, and how many states there are', async () => {
    const { exit, out } = await ask('--schedules 20 --json');
    expect(exit).toBe(0);
    const [one] = outputs.trust.parse(JSON.parse(out));
    expect(one).toMatchObject({
      scenario: 'two-phase-commit',
      tried: [{ property: 'consistent', promised: true, schedules: 20, brokenBy: null }],
      explored: { states: 288, complete: true, broken: [] },
    });
  });
  it('exits with 1 when a promise is broken, and says by which schedule', async () => {
    const wrong = { ...commit, checks: ['everybody decides'] };
    const { exit, out } = await ask('--schedules 200', wrong);
    expect(exit).toBe(1);
    expect(out).toMatch(/^BROKEN {4}two-phase-commit {2}everybody decides {2}by schedule \d+$/m);
    expect(out).toMatch(/^kept {6}two-phase-commit {2}consistent {9}200 schedules$/m);
  });
  it('names the scenario that cannot be tried', async () => {
    const { exit, err } = await ask('', { ...commit, observe: 'nothing' });
    expect([exit, err]).toEqual([1, expect.stringMatching(/two-phase-commit: .*no observer called nothing/)]);
  });
  it('does its part, and no more', async () => {
    expect(JSON.parse((await ask('--schedules 5 --part 2 --of 2 --json')).out)).toEqual([]);
    expect((await ask('--of 2')).err).toMatch(/--part/);
    expect((await ask('--part 3 --of 2')).exit).toBe(2);
  });
});
