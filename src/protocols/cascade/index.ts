/** Users who call a chain of tiers, each of which calls the next: how a slow database takes everything above it down, and keeps it down. */

import type { ProtocolModule } from '../module';
import { BACK_OFFS } from '../policies/back-off';
import { breakerChart } from '../policies/breaker-chart';
import { ORDERS } from '../policies/pool';
import { ARRIVALS, arrivalParams } from '../service/arrivals';
import { SHAPES } from '../service/load';
import { tierGauge } from './gauge';
import {
  everyCallEndsOnce,
  everyRequestIsSomewhere,
  littlesLaw,
  noMoreTriesThanAllowed,
  tally,
} from './judge';
import { cascadeMeter } from './meter';
import { breakerOf, tierParams, userParams } from './params';
import type { TierState } from './state';
import { tier } from './tier';
import { client } from './users';

export const cascade: ProtocolModule = {
  protocol: {
    name: 'cascade',
    roles: { client, tier },
    assumes: [
      ...(['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule'] as const),
      ...(['crash', 'restart', 'pause', 'resume', 'slow', 'clock'] as const),
    ],
    params: { ...arrivalParams, callsPerSecond: 2_000, users: 1_000, ...userParams, ...tierParams },
  },
  observers: { tally },
  properties: {
    'every request is somewhere': everyRequestIsSomewhere,
    'every call ends once': everyCallEndsOnce,
    'Little’s law': littlesLaw,
    'no more tries than allowed': noMoreTriesThanAllowed,
  },
  meter: cascadeMeter,
  gauge: tierGauge,
  statecharts: [
    breakerChart({
      policyOf: breakerOf,
      against: ({ role, state }) => (role === 'tier' ? (state as unknown as TierState).next : null),
    }),
  ],
  leavesOut: [
    'Each tier calls one other: no fan-out, no replicas, no balancer between them.',
    'There are no caches, and turning a request away costs nothing.',
    'Work that has begun goes on when its caller has given up: nothing cancels it.',
    'The workers of a tier share no processor and no memory: each is as quick alone as beside others.',
  ],
  choices: { arrivals: ARRIVALS, backOff: BACK_OFFS, order: ORDERS, workShape: SHAPES },
};
