/**
 * Raft (Ongaro and Ousterhout, "In Search of an Understandable Consensus Algorithm", extended version, 2014; sections
 * beyond it from Ongaro's thesis, "Consensus: Bridging Theory and Practice", 2014): a register kept by servers that
 * elect a leader and follow its log.
 */

import { clientEnds } from '../by-role';
import type { ProtocolModule } from '../module';
import { client } from './client';
import { goals } from './goals';
import {
  aLeaderServes,
  electionSafety,
  everyOperationAnswered,
  leaderCompleteness,
  logMatching,
  stateMachineSafety,
} from './judge';
import { mutantNames, mutants } from './mutants';
import { commits, leaders, logs } from './observe';
import { server } from './server';
import { INITIAL } from './state';

export const raft: ProtocolModule = {
  protocol: {
    name: 'raft',
    roles: { client, server },
    // A lost disk is beyond it. Clocks may do what they like, except where leases are switched on.
    assumes: [
      ...(['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule'] as const),
      ...(['crash', 'restart', 'pause', 'resume', 'slow', 'clock'] as const),
    ],
    params: {
      mutant: 'none',
      electionMinUs: 150_000,
      electionMaxUs: 300_000,
      heartbeatUs: 50_000,
      preVote: false,
      reads: 'read index',
      driftBoundPercent: 1,
      maxEntries: 0,
      snapshotEvery: 0,
      timeoutUs: 2_000_000,
      retryUs: 200_000,
      maxTerm: 0,
    },
  },
  goals,
  symmetric: { roles: ['server'], sets: ['members', 'votes'] },
  observers: { leaders, logs, commits, ends: clientEnds },
  properties: {
    'election safety': electionSafety,
    'log matching': logMatching,
    'leader completeness': leaderCompleteness,
    'state-machine safety': stateMachineSafety,
    'a leader serves': aLeaderServes,
    'every operation answered': everyOperationAnswered,
  },
  leavesOut: [
    'Members change one at a time: no joint consensus, and a new server counts before it has caught up.',
    'A snapshot is sent whole, and leadership is never handed over on purpose.',
    'A leader that hears from no majority does not step down by itself.',
    'The log is for one register, and a client’s session never ends.',
    'A disk that says it has stored something has: no write is torn, none rots.',
  ],
  choices: { mutant: mutantNames, reads: ['read index', 'lease', 'log'] },
  history: { object: 'cas-register', initial: INITIAL, others: ['add', 'remove'] },
  driftsPpm: ({ driftBoundPercent, reads }) => (reads === 'lease' ? Number(driftBoundPercent) * 10_000 : 0),
  mutants,
};
