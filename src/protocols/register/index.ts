/**
 * A register kept by several replicas, under a policy that says who may answer: one leader, a majority, or
 * whoever is asked. Three kinds: `register` is read and written, `bank` has compare-and-set as well, and
 * `bankAndFeed` keeps an account and a feed, each under a policy of its own.
 */

import type { Protocol } from '#/kernel';
import { clientEnds } from '../by-role';
import type { ProtocolModule } from '../module';
import { clientOf } from './client';
import {
  answered,
  everyOperationAnswered,
  isUp,
  nobodyOverdraws,
  noOperationAnswered,
  replicasAgree,
  valuesWith,
} from './judge';
import { comparesAt, type Kind } from './kind';
import { replicaOf } from './replica';

/** The operations of a kind, under each of its keys. */
const knows = (kind: Kind) => (f: string, key: string) => {
  if (kind.keys && !kind.keys.includes(key)) return false;
  return f === 'read' || f === 'write' || (f === 'cas' && comparesAt(kind, key));
};

const protocolOf = (name: string, kind: Kind): Protocol => ({
  name,
  roles: {
    client: clientOf(knows(kind)),
    replica: replicaOf(kind),
  },
  // A crash may cut a handler short, and the disk is kept; a lost disk is beyond every policy here.
  assumes: [
    ...(['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule'] as const),
    ...(['crash', 'restart', 'pause', 'resume', 'slow'] as const),
  ],
  params: {
    ...(kind.keys
      ? Object.fromEntries(kind.keys.map((key) => [`${key}Policy`, 'leader']))
      : { policy: 'leader' }),
    followerReads: false,
    writeBack: true,
    merge: 'last writer wins',
    versions: 'counter',
    timeoutUs: 600_000,
    giveUpUs: 250_000,
    resendUs: 200_000,
  },
});

/** Of all three kinds. */
const leavesOut: ProtocolModule['leavesOut'] = [
  'There is no failover and no election: when the first replica is down or cut off, what only it may decide waits.',
  'The replicas are always the same ones, and a client asks its own replica and no other.',
  'No disk is lost: a lost one breaks every policy here.',
  'Nothing is deleted, and nothing is merged by what it means, as a counter or a set could be.',
];

const policies = ['leader', 'majority', 'available'];
const choices: ProtocolModule['choices'] = {
  policy: policies,
  merge: ['last writer wins', 'siblings'],
  versions: ['counter', 'wall clock'],
};

const plain: Kind = { initial: 0, compares: false };
const comparing = { initial: 100, compares: true } satisfies Kind;
/** A history has one initial value for all keys, so the feed, too, begins with 100. */
const shared = { initial: 100, compares: ['account'], keys: ['account', 'feed'] } satisfies Kind;

export const register: ProtocolModule = {
  protocol: protocolOf('register', plain),
  observers: { answered, ends: clientEnds, values: valuesWith(plain.initial) },
  properties: {
    'every operation answered': everyOperationAnswered,
    'replicas agree': replicasAgree(plain.initial),
  },
  leavesOut,
  choices,
  history: { object: 'register', initial: plain.initial },
};

export const bank: ProtocolModule = {
  protocol: protocolOf('bank', comparing),
  observers: { answered, ends: clientEnds, values: valuesWith(comparing.initial) },
  properties: {
    'every operation answered': everyOperationAnswered,
    'replicas agree': replicasAgree(comparing.initial),
    'nobody overdraws': nobodyOverdraws(comparing.initial),
  },
  leavesOut,
  choices,
  history: { object: 'cas-register', initial: comparing.initial },
};

export const bankAndFeed: ProtocolModule = {
  protocol: protocolOf('bank-and-feed', shared),
  observers: { answered, ends: clientEnds, values: valuesWith(shared.initial) },
  properties: {
    'every operation answered': everyOperationAnswered,
    'no operation answered': noOperationAnswered,
    'replicas agree': replicasAgree(shared.initial),
    'nobody overdraws': nobodyOverdraws(shared.initial, shared.compares),
    ...Object.fromEntries(shared.keys.map((key) => [`the ${key} is up`, isUp(key)])),
  },
  leavesOut,
  choices: {
    ...Object.fromEntries(shared.keys.map((key) => [`${key}Policy`, policies])),
    merge: choices.merge as readonly string[],
    versions: choices.versions as readonly string[],
  },
  history: { object: 'cas-register', initial: shared.initial, keys: shared.keys },
};
