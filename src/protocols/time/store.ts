/**
 * A store keyed by wall clock, in which the last writer wins, beside the same store with hybrid stamps: `stamps` is
 * the one switch. Its nodes may ask a time server, if the scenario has one.
 */

import type { ProtocolModule } from '../module';
import { client } from './client';
import { disciplineChoices, disciplineParams } from './discipline';
import { certainToWithin, errors, halfTheAsymmetry, noNegativeDuration, noNegativeMonotonic } from './judge';
import { keys, noEntryOverwritten, noWriteLost, ownWritesInOrder, replicasAgree, values } from './lost';
import { replica } from './replica';
import { timeServer } from './server';

export const clockStore: ProtocolModule = {
  protocol: {
    name: 'clock-store',
    roles: { client, replica, time: timeServer },
    // What a client has seen is in its memory. With hybrid stamps clocks may be anything; with wall clocks they may not.
    assumes: [
      ...(['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule'] as const),
      ...(['pause', 'resume', 'slow'] as const),
    ],
    params: {
      ...disciplineParams,
      stamps: 'wall clock',
      roam: false,
      discipline: 'off',
      gossipUs: 1_000_000,
      timeoutUs: 2_000_000,
      /** Of the keys that are made of the time: a millisecond. */
      keyUs: 1_000,
      initial: 0,
    },
  },
  observers: { values, keys, errors },
  properties: {
    'no acknowledged write is lost': noWriteLost,
    'own writes in order': ownWritesInOrder,
    'replicas agree': replicasAgree,
    'no entry is overwritten': noEntryOverwritten,
    'certain to within half the round trip': certainToWithin,
    'off by half the asymmetry': halfTheAsymmetry,
    'no negative duration': noNegativeDuration,
    'no negative monotonic duration': noNegativeMonotonic,
  },
  leavesOut: [
    'Nothing is ever deleted, and the replicas are always the same ones.',
    'Nobody crashes: what a client has seen is in its memory, and a lost disk is beyond it.',
    'There is at most one time server, and no clock learns its own drift.',
  ],
  choices: { ...disciplineChoices, stamps: ['wall clock', 'hybrid'] },
  history: { object: 'register', initial: 0 },
};
