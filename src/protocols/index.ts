/** The protocols, loaded by name, each in a chunk of its own. */

import type { ProtocolModule } from './module';

export type { Gauge } from './gauge';
export type { Meter, NewMeter, Readings } from './metering';
export type { Mutant, Property, ProtocolModule } from './module';
export type { HeldMachine, Statechart, StateGraph, Way } from './statechart';

const loaders: Readonly<Record<string, () => Promise<ProtocolModule>>> = {
  ask: () => import('./ask').then((m) => m.ask),
  bank: () => import('./register').then((m) => m.bank),
  'bank-and-feed': () => import('./register').then((m) => m.bankAndFeed),
  cascade: () => import('./cascade').then((m) => m.cascade),
  'clock-store': () => import('./time').then((m) => m.clockStore),
  ntp: () => import('./time').then((m) => m.ntp),
  raft: () => import('./raft').then((m) => m.raft),
  register: () => import('./register').then((m) => m.register),
  rpc: () => import('./rpc').then((m) => m.rpc),
  service: () => import('./service').then((m) => m.service),
  'two-phase-commit': () => import('./two-phase-commit').then((m) => m.twoPhaseCommit),
};

export const protocolNames: readonly string[] = Object.keys(loaders);

/** Throws a sentence when there is no such protocol. */
export function loadProtocol(name: string): Promise<ProtocolModule> {
  const load = Object.hasOwn(loaders, name) ? loaders[name] : undefined;
  if (!load) return Promise.reject(new Error(`There is no protocol called ${name}.`));
  return load();
}

/** The scenarios that belong to no lesson, as data nobody has checked yet: read them with the schema. */
export const scenarioLoaders = {
  bank: () => import('./register/scenarios/bank').then((m) => m.default),
  call: () => import('./rpc/scenarios/call').then((m) => m.default),
  cascading: () => import('./cascade/scenarios/cascading').then((m) => m.default),
  'clock-store': () => import('./time/scenarios/clock-store').then((m) => m.default),
  home: () => import('./ask/scenarios/home').then((m) => m.default),
  leap: () => import('./time/scenarios/leap').then((m) => m.default),
  ntp: () => import('./time/scenarios/ntp').then((m) => m.default),
  raft: () => import('./raft/scenarios/raft').then((m) => m.default),
  'raft-figure-7': () => import('./raft/scenarios/raft-figure-7').then((m) => m.default),
  'raft-figure-8': () => import('./raft/scenarios/raft-figure-8').then((m) => m.default),
  'raft-lease': () => import('./raft/scenarios/raft-lease').then((m) => m.default),
  'raft-halves': () => import('./raft/scenarios/raft-halves').then((m) => m.default),
  'raft-members': () => import('./raft/scenarios/raft-members').then((m) => m.default),
  'raft-pair': () => import('./raft/scenarios/raft-pair').then((m) => m.default),
  'raft-row': () => import('./raft/scenarios/raft-row').then((m) => m.default),
  'raft-row-calls': () => import('./raft/scenarios/raft-row-calls').then((m) => m.default),
  'raft-row-copies': () => import('./raft/scenarios/raft-row-copies').then((m) => m.default),
  'raft-row-leases': () => import('./raft/scenarios/raft-row-leases').then((m) => m.default),
  'raft-row-logs': () => import('./raft/scenarios/raft-row-logs').then((m) => m.default),
  'raft-row-overwrites': () => import('./raft/scenarios/raft-row-overwrites').then((m) => m.default),
  'raft-three': () => import('./raft/scenarios/raft-three').then((m) => m.default),
  register: () => import('./register/scenarios/register').then((m) => m.default),
  service: () => import('./service/scenarios/service').then((m) => m.default),
  'two-phase-commit': () => import('./two-phase-commit/scenarios/two-phase-commit').then((m) => m.default),
} satisfies Readonly<Record<string, () => Promise<unknown>>>;
