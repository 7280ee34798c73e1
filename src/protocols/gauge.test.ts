import { expect, it } from 'vitest';
import { nodeId, Recording } from '#/kernel';
import { scenario as schema, type Variant, worldConfig } from '#/scenarios';
import { cascade } from './cascade';
import cascading from './cascade/scenarios/cascading';
import type { ProtocolModule } from './module';
import { service } from './service';
import serviceScenario from './service/scenarios/service';

function at(module: ProtocolModule, scenario: unknown, atUs: number, variant: Variant = {}) {
  const recording = new Recording(worldConfig(schema.parse(scenario), module, variant), module.protocol);
  const view = recording.viewAt(0, recording.advance(0, atUs));
  return { view, gauge: (node: string) => module.gauge?.(view, nodeId(node)) };
}

it('a service says how many of its workers work and how many requests wait, in the words it describes itself with', () => {
  const { view, gauge } = at(service, serviceScenario, 7_000_000, { knobs: { rate: 40 } });
  const full = gauge('service');
  expect(full).toMatchObject({ workers: 2, room: 20, busy: 2 });
  expect(full?.waiting).toBeGreaterThan(5);
  const words = view.nodes.find(({ id }) => id === 'service')?.words;
  expect(words).toBe(`${full?.busy} at work, ${full?.waiting} waiting`);
  expect(gauge('client')).toBeNull();
});

it('split in two, it has room twice', () => {
  const { gauge } = at(service, serviceScenario, 1_000_000, { knobs: { layout: 'split' } });
  expect(gauge('service')).toMatchObject({ workers: 2, room: 40 });
});

it('of a cascade each tier has its own workers, and users have none', () => {
  const { gauge } = at(cascade, cascading, 300_000);
  expect(gauge('web')?.workers).toBeGreaterThan(gauge('database')?.workers ?? 0);
  expect(gauge('users')).toBeNull();
});
