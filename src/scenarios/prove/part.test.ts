import { describe, expect, it } from 'vitest';
import { parting, World } from '#/kernel';
import { loadProtocol, scenarioLoaders } from '#/protocols';
import { worldConfig } from '../build';
import { scenario as schema, type Variant } from '../schema/scenario';
import { partOf } from './part';

const module = await loadProtocol('service');
const given = schema.parse(await scenarioLoaders.service());
const traceOf = (variant: Variant) =>
  new World(worldConfig(given, module, variant), module.protocol).run().trace;

describe('where two worlds part', () => {
  const other: Variant = { knobs: { retries: 0 } };

  it('is where their whole traces part', () => {
    const found = partOf(given, module, {}, other);
    expect(found?.left).not.toBeNull();
    expect(found).toEqual(parting(traceOf({}), traceOf(other)));
  });

  it('is nowhere when nothing differs', () => {
    expect(partOf(given, module, {}, {})).toBeNull();
  });
});
