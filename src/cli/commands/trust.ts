/**
 * `lab trust [scenario] [--schedules N] [--part I --of N]`: of each scenario, how many schedules kept its promises, and
 * how many states there are within its bounds. Exit 1 if a promise is broken, 3 if nobody could say. The tests run it
 * in parts, one a process, and what it prints is what the pages say of themselves.
 */

import type { z } from 'zod';
import { brokenPromises, type Scenario, type Trust, trustIn, usualTrust } from '#/scenarios';
import { type Answer, BadInput, columns } from '../answer';
import { type Asked, onlyFlags, wholeFlag } from '../asked';
import { type House, protocolOf, scenarioOf } from '../house';
import type { trustOutput } from '../output';

export async function trust(house: House, asked: Asked): Promise<Answer> {
  onlyFlags(asked, ['schedules', 'part', 'of']);
  const schedules = wholeFlag(asked, 'schedules', 1, 1_000_000) ?? usualTrust.schedules;
  const json: Trust[] = [];
  for (const scenario of await scenariosOf(house, asked)) {
    const module = await protocolOf(scenario.protocol);
    try {
      json.push(trustIn(scenario, module, { ...usualTrust, schedules }));
    } catch (error) {
      throw new Error(`${scenario.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const broken = json.some((one) => brokenPromises(one).length > 0);
  const unknown = json.some(({ tried }) => tried.some(({ promised, undecided }) => promised && undecided));
  const shape: z.infer<typeof trustOutput> = json as never;
  return { json: shape, lines: lines(json), exit: broken ? 1 : unknown ? 3 : 0 };
}

async function scenariosOf(house: House, asked: Asked): Promise<readonly Scenario[]> {
  const of = wholeFlag(asked, 'of', 1, 64) ?? 1;
  const part = wholeFlag(asked, 'part', 1, of) ?? 1;
  if (part === 1 && of > 1 && !asked.flags.has('part')) throw new BadInput('--of wants a --part, too.');
  const [, wanted] = asked.words;
  const { scenarios } = house.catalogue;
  const all = wanted === undefined ? Object.values(scenarios) : [(await scenarioOf(house, wanted)).scenario];
  return all.sort((a, b) => (a.name < b.name ? -1 : 1)).filter((_, i) => i % of === part - 1);
}

const lines = (all: readonly Trust[]): readonly string[] =>
  columns(
    all.flatMap(({ scenario, tried, explored }) => [
      ...tried.map(({ property, promised, schedules, brokenBy, undecided }) => [
        brokenBy === null ? (undecided ? 'unknown' : 'kept') : promised ? 'BROKEN' : 'not kept',
        scenario,
        property,
        brokenBy === null ? `${schedules} schedules` : `by schedule ${brokenBy}`,
      ]),
      ...(explored
        ? [
            [
              explored.broken.length > 0 ? 'BROKEN' : 'explored',
              scenario,
              explored.broken.join(', ') || 'all schedules',
              `${explored.states} states, ${explored.complete ? 'all there are' : 'then a bound was met'}`,
            ],
          ]
        : []),
    ]),
  );
