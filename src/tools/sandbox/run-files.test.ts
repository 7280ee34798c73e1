import { expect, test } from 'vitest';
import { Player, stillness } from '#/player';
import { loadProtocol, readHistories, scenarioLoaders, scenario as schema } from '#/scenarios';
import { writeRun } from './run-files';

async function playerOf(name: 'register' | 'call', at: number): Promise<Player> {
  const scenario = schema.parse(await scenarioLoaders[name]());
  const player = new Player({ scenario, module: await loadProtocol(scenario.protocol), ticker: stillness });
  player.seek(at);
  return player;
}

test('a history is what has been shown of it, and reads back', async () => {
  const player = await playerOf('register', 1_000_000);
  const file = writeRun(player, 'history');
  expect(file?.name).toBe('register-history.json');
  const read = readHistories(file?.text ?? '');
  if (!read.ok) throw new Error('It does not read.');
  expect(read.histories[0]?.history.operations).toHaveLength(player.operations().length);
  player.seek(0);
  expect(writeRun(player, 'history')?.text).toContain('"ops": []');
});

test('a log for ShiViz has a clock for each event, in the words of the lab', async () => {
  const player = await playerOf('call', 2_000_000);
  const text = writeRun(player, 'shiviz')?.text ?? '';
  expect(text.match(/^\S+ \{".*\}$/gm)?.length).toBe(player.trace().filter((e) => e.node !== null).length);
  expect(text).toMatch(/receives .* from/);
});

test('a Mermaid diagram has a participant for each node', async () => {
  const player = await playerOf('call', 2_000_000);
  const text = writeRun(player, 'mermaid')?.text ?? '';
  expect(text).toMatch(/^sequenceDiagram\n/);
  expect(text.match(/participant/g)).toHaveLength(player.scenario.nodes.length);
});

test('calls that are operations on no object are no history', async () => {
  expect(writeRun(await playerOf('call', 2_000_000), 'history')).toBeNull();
});
