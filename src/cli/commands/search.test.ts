import { describe, expect, it } from 'vitest';
import { loadProtocol, openLink, readCatalogue } from '#/scenarios';
import { findOnDisk } from '../disk';
import { outputs } from '../output';
import { prompt } from '../prompt';

const found = await findOnDisk();
const ask = (line: string) => prompt(line.split(' '), async () => found);

async function json(line: string) {
  const { exit, out } = await ask(`search ${line} --json`);
  return { exit, data: outputs.search.parse(JSON.parse(out)) };
}

describe('search', () => {
  it('finds what is wrong, makes it small, and exits with 1', async () => {
    const { data, exit } = await json('two-phase-commit --mutant forgets --schedules 200');
    expect(exit).toBe(1);
    expect(data).toMatchObject({ found: true, property: 'consistent', shrunkSteps: 2, calls: 0 });
    expect(data.steps).toBeGreaterThan(2);
    expect(data.run?.commands.map((line) => line.replace(/^.*: (\w+ \w+).*$/, '$1'))).toEqual([
      'crash tm',
      'restart tm',
    ]);
    const opened = await openLink(data.link as string, readCatalogue(found).catalogue, loadProtocol);
    expect(opened.ok).toBe(true);
  });
  it('finds nothing in what is right, says in how many, and exits with 0', async () => {
    const { data, exit } = await json('two-phase-commit --mutant none --schedules 50');
    expect(exit).toBe(0);
    expect(data).toMatchObject({ found: false, property: null, schedules: 50, link: null, run: null });
    const { out } = await ask('search two-phase-commit --schedules 50');
    expect(out).toBe('No violation of “consistent” in 50 schedules. That is no proof.\n');
  });
  it('exits with 3 when the time is up before the schedules are', async () => {
    const { data, exit } = await json('two-phase-commit --schedules 10000000 --seconds 1');
    expect(exit).toBe(3);
    expect(data.schedules).toBeLessThan(data.asked);
    expect(data.properties).toEqual(['consistent']);
  });
  it('asks what it is told to ask, and follows its seed', async () => {
    const twice = 'call --property=charged\u00a0at\u00a0most\u00a0once'.replaceAll('\u00a0', '_');
    expect((await ask(`search ${twice}`)).err).toBe('Protocol rpc has no property "charged_at_most_once".\n');
    const one = await json('two-phase-commit --mutant counts-copies --seed 1');
    const other = await json('two-phase-commit --mutant counts-copies --seed 2');
    expect(one.data.schedules).not.toBe(other.data.schedules);
  });
  it('looks for a mistake in the small world that it names, unless it is told where', async () => {
    const { data, exit } = await json('raft --mutant counts-votes-twice --schedules 100');
    expect(exit).toBe(1);
    expect(data).toMatchObject({ scenario: 'raft-halves', property: 'election safety' });
    const three = await json('raft-three --mutant counts-votes-twice --schedules 3');
    expect(three.data).toMatchObject({ scenario: 'raft-three', found: false });
    const own = await json('raft --mutant counts-votes-twice --schedules 2 --heartbeat 40');
    expect(own.data.scenario).toBe('raft');
  });
  it.each([
    ['search two-phase-commit --mutant luck', /no mutant called luck\. There are: none, counts-copies/],
    ['search call --mutant luck', /rpc has no mutant called luck\. There are: none\./],
    ['search nowhere', /There is no scenario called nowhere/],
    ['search call --schedules 0', /--schedules wants a whole number/],
    ['search call --colour red', /has no knob called colour/],
    ['search home', /which property is to be broken/],
  ])('%s is refused', async (line, why) => {
    const { err, exit } = await ask(line);
    expect(exit).toBe(2);
    expect(err).toMatch(why);
  });
});
