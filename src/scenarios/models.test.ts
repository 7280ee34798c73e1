import { describe, expect, it } from 'vitest';
import { modelNames } from '#/checkers';
import type { OperationRecord } from '#/kernel';
import { loadProtocol as loadBare, scenarioLoaders } from '#/protocols';
import { scenarioProblems } from './catalogue/sense';
import { finish, holds } from './finish';
import { withModels } from './models';
import { loadProtocol } from './protocol';
import { type Scenario, scenario as schema, type Variant } from './schema/scenario';

const register = await loadProtocol('register');
const scenario: Scenario = schema.parse(await scenarioLoaders.register());

describe('a protocol with a history', () => {
  it('has every model but the one that wants to see replicas at rest', () => {
    const has = modelNames.filter((model) => Object.hasOwn(register.properties, model));
    expect(has).toEqual(modelNames.filter((model) => model !== 'convergent'));
    expect(register.properties).toHaveProperty(['every operation answered']);
  });
  it('is the same each time, as a page expects of what it was given', async () => {
    expect(await loadProtocol('register')).toBe(register);
  });
  it('may have a property of that name itself', async () => {
    const bare = await loadBare('register');
    const own = { words: 'Its own.', holds: () => true };
    expect(withModels({ ...bare, properties: { causal: own } }).properties.causal).toBe(own);
  });
});

it('a protocol without one stays as it is', async () => {
  expect(await loadProtocol('rpc')).toBe(await loadBare('rpc'));
  await expect(loadProtocol('raft-ish')).rejects.toThrow('no protocol called raft-ish');
});

describe('a run', () => {
  const said = (variant: Variant) =>
    holds({ property: 'linearizable', holds: true }, finish(scenario, register, variant), scenario, register);
  it('is what its history is', () => {
    expect(said({ knobs: { 'follower-reads': false } }).holds).toBe(true);
    expect(said({ knobs: { 'follower-reads': true } }).holds).toBe(false);
  });
  it('can be promised by a scenario', () => {
    const promise = (checks: string[]) => scenarioProblems({ ...scenario, checks }, register);
    expect(promise(['linearizable'])).toEqual([]);
    expect(promise(['convergent'])).toEqual(['Protocol register has no property "convergent".']);
  });
});

it('several objects can be asked about one by one', async () => {
  const shared = await loadProtocol('bank-and-feed');
  const call = (process: string, f: string, value: object, at: number, seen: unknown) => ({
    ...{ id: `${process}/${at}`, node: process, process, f, value, invokedAt: at, completedAt: at + 1 },
    ...{ outcome: 'ok', seen: { as: 'value', value: seen }, late: [] },
  });
  const operations = [
    call('alice', 'cas', { key: 'account', value: [100, 40] }, 0, true),
    call('alice', 'write', { key: 'feed', value: 'rain' }, 10, 'rain'),
    call('bob', 'read', { key: 'feed' }, 20, 100),
  ] as unknown as OperationRecord[];
  const says = (name: string) => shared.properties[name]?.holds(null as never, operations);
  expect(says('linearizable')).toBe(false);
  expect(says('the account is linearizable')).toBe(true);
  expect(says('the feed is linearizable')).toBe(false);
  // Of a compare-and-set register that was only read and written, the weaker models have something to say.
  expect(says('the feed is causal')).toBe(true);
  expect(() => says('causal')).toThrow(/Nobody can say whether the run is causal/);
  expect(shared.properties['the feed is causal']?.words).toMatch(/^Of the feed alone: Nobody sees an effect/);
  const bank = await loadProtocol('bank');
  expect(Object.keys(bank.properties).filter((name) => / is linearizable$/.test(name))).toEqual([]);
});

it('what cannot be said is never taken for a yes', async () => {
  const bank = await loadProtocol('bank');
  const op = { id: 'a/1', node: 'a', process: 'a', f: 'cas', value: [100, 40], invokedAt: 0, completedAt: 1 };
  const seen = { as: 'value', value: true };
  const operations = [{ ...op, outcome: 'ok', seen, late: [] }] as unknown as OperationRecord[];
  expect(bank.properties.linearizable?.holds(null as never, operations)).toBe(true);
  expect(() => bank.properties.causal?.holds(null as never, operations)).toThrow(
    /Nobody can say whether the run is causal\. ./,
  );
});
