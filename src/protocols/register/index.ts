/**
 * A register kept by several replicas, under a policy that says who may answer: one leader, a majority, or
 * whoever is asked. Two kinds: `register` is read and written, `bank` has compare-and-set as well.
 */

import type { Protocol } from '#/kernel';
import type { ProtocolModule } from '../module';
import { clientOf } from './client';
import { answered, ends, everyOperationAnswered, nobodyOverdraws, replicasAgree, valuesWith } from './judge';
import { type Kind, replicaOf } from './replica';

const protocolOf = (name: string, kind: Kind): Protocol => ({
  name,
  roles: {
    client: clientOf(kind.compares ? ['read', 'write', 'cas'] : ['read', 'write']),
    replica: replicaOf(kind),
  },
  // A crash may cut a handler short, and the disk is kept; a lost disk is beyond every policy here.
  assumes: [
    ...(['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule'] as const),
    ...(['crash', 'restart', 'pause', 'resume', 'slow'] as const),
  ],
  params: {
    policy: 'leader',
    followerReads: false,
    writeBack: true,
    merge: 'last writer wins',
    versions: 'counter',
    timeoutUs: 600_000,
    giveUpUs: 250_000,
    resendUs: 200_000,
  },
});

const choices: ProtocolModule['choices'] = {
  policy: ['leader', 'majority', 'available'],
  merge: ['last writer wins', 'siblings'],
  versions: ['counter', 'wall clock'],
};

const plain: Kind = { initial: 0, compares: false };
const comparing = { initial: 100, compares: true } satisfies Kind;

export const register: ProtocolModule = {
  protocol: protocolOf('register', plain),
  observers: { answered, ends, values: valuesWith(plain.initial) },
  properties: {
    'every operation answered': everyOperationAnswered,
    'replicas agree': replicasAgree(plain.initial),
  },
  choices,
  history: { object: 'register', initial: plain.initial },
};

export const bank: ProtocolModule = {
  protocol: protocolOf('bank', comparing),
  observers: { answered, ends, values: valuesWith(comparing.initial) },
  properties: {
    'every operation answered': everyOperationAnswered,
    'replicas agree': replicasAgree(comparing.initial),
    'nobody overdraws': nobodyOverdraws(comparing.initial),
  },
  choices,
  history: { object: 'cas-register', initial: comparing.initial },
};
