/** A run of the service with its load, and loads made up by hand: for the tests of charts. */

import { Player } from '#/player';
import {
  loadProtocol,
  type Metrics,
  metricsAt,
  metricsFold,
  type NodeId,
  type NodeLoad,
  nodeId,
  type Scenario,
  scenarioLoaders,
  scenario as schema,
  usualWidth,
  type Variant,
  worldConfig,
} from '#/scenarios';

export const service = schema.parse(await scenarioLoaders.service()) as Scenario;
export const serviceModule = await loadProtocol('service');

const still = { request: () => 0, cancel: () => {} };

export const servicePlayer = (variant: Variant = {}, scenario = service): Player =>
  new Player({ scenario, module: serviceModule, variant, ticker: still });

/** The load of the whole of a run, whatever its cursor. */
export function loadOfRun(variant: Variant = {}): Metrics {
  const config = worldConfig(service, serviceModule, variant);
  const fold = metricsFold(serviceModule, config, usualWidth(service.stop.atUs));
  if (!fold) throw new Error('The service has no meter.');
  const player = servicePlayer(variant);
  player.recording.advance(0, service.stop.atUs);
  const state = fold.begin();
  for (const entry of player.recording.branch(0).trace) fold.take(state, entry);
  return metricsAt(state, service.stop.atUs);
}

export const nothing: NodeLoad = {
  ...{ called: 0, ok: 0, failed: 0, unknown: 0, tookUs: [], tries: 0, retries: 0 },
  ...{ arrived: 0, refused: 0, started: 0, finished: 0, wasted: 0, workedUs: 0, wastedUs: 0 },
  ...{ queueMean: 0, queueMost: 0, busyUs: 0, staffedUs: 0, saturation: 0, breakers: {} },
};

/** Stretches of one second, the n-th of which is as `of` says. */
export function made(
  names: readonly string[],
  count: number,
  of: (nth: number, node: string) => Partial<NodeLoad>,
): Metrics {
  const nodes = names.map(nodeId);
  const loads = (nth: number) =>
    Object.fromEntries(nodes.map((node) => [node, { ...nothing, ...of(nth, node) }])) as Record<
      NodeId,
      NodeLoad
    >;
  return {
    widthUs: 1_000_000,
    nodes,
    stretches: Array.from({ length: count }, (_, nth) => ({
      fromUs: nth * 1_000_000,
      toUs: (nth + 1) * 1_000_000,
      nodes: loads(nth),
    })),
  };
}
