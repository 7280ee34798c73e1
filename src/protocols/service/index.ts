/** Clients with patience, and a service with workers and a queue: what load does to waiting, and what retries do to load. */

import type { ProtocolModule } from '../module';
import { BACK_OFFS } from '../policies/back-off';
import { breakerChart } from '../policies/breaker-chart';
import { LAYOUTS } from '../policies/bulkhead';
import { ORDERS } from '../policies/pool';
import { ARRIVALS, arrivalParams } from './arrivals';
import { client } from './client';
import { serviceGauge } from './gauge';
import { everyCallEndsOnce, everyRequestIsSomewhere, littlesLaw, tally } from './judge';
import { SHAPES } from './load';
import { serviceMeter } from './meter';
import { breakerOf, patienceParams } from './patience';
import { server, serverParams } from './server';

export const service: ProtocolModule = {
  protocol: {
    name: 'service',
    roles: { client, service: server },
    assumes: [
      ...(['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule'] as const),
      ...(['crash', 'restart', 'pause', 'resume', 'slow', 'clock'] as const),
    ],
    params: { ...arrivalParams, heavyPercent: 0, ...patienceParams, ...serverParams },
  },
  observers: { tally },
  properties: {
    'every request is somewhere': everyRequestIsSomewhere,
    'every call ends once': everyCallEndsOnce,
    'Little’s law': littlesLaw,
  },
  meter: serviceMeter,
  gauge: serviceGauge,
  statecharts: [
    breakerChart({
      policyOf: breakerOf,
      against: ({ role }, { nodes }) =>
        role === 'client' ? (nodes.find((n) => n.role === 'service')?.id ?? null) : null,
    }),
  ],
  leavesOut: [
    'There is one service, with nothing behind it and no balancer before it.',
    'Turning a request away costs nothing, and a service that starts is as quick as one that has run for long.',
    'The network has no queues of its own: all waiting is for workers.',
  ],
  choices: { arrivals: ARRIVALS, backOff: BACK_OFFS, layout: LAYOUTS, order: ORDERS, workShape: SHAPES },
};
