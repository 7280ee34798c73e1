/**
 * Two cash machines, one account of 100, three replicas: what a partition costs the bank, for the sandbox. B comes
 * first, so it is the one that leads: when A is cut off, the side of the leader is the larger one.
 */

import { border, knobs, place } from '../place';

/** Takes 60 out, if there are 100: nothing else is asked of the account. */
const takeOut = { f: 'cas', value: [100, 40] };
/** Pays 60 in again, if there are 40. */
const payIn = { f: 'cas', value: [40, 100] };

export default {
  name: 'bank',
  title: 'An account and two cash machines',
  summary:
    'An account of 100 is kept by the replicas A, B and C. Alice stands at a cash machine that asks A, Bob at one that asks B. Each takes 60 out if 100 are there. Messages take 10 ms to a machine, 40 to 120 between replicas.',
  protocol: 'bank',
  seed: 5,
  ...place,
  nodes: [...place.nodes.filter((n) => n.id === 'B'), ...place.nodes.filter((n) => n.id !== 'B')],
  workload: [
    { at: 100_000, node: 'alice', op: { f: 'read' } },
    { at: 100_000, node: 'bob', op: { f: 'read' } },
    { at: 600_000, node: 'alice', op: takeOut },
    { at: 900_000, node: 'bob', op: takeOut },
    { at: 1_600_000, node: 'alice', op: { f: 'read' } },
    { at: 1_600_000, node: 'bob', op: { f: 'read' } },
  ],
  stop: { atUs: 20_000_000 },
  pace: 200_000,
  knobs: [{ ...knobs.policy, default: 'available' }, knobs.latency, knobs.loss, knobs.merge, knobs.timeout],
  actions: [
    { id: 'cut', label: 'Cut A off from B and C', command: { verb: 'cut', links: border }, primary: true },
    { id: 'mend', label: 'Mend the network', command: { verb: 'mend', links: border } },
    { id: 'alice', label: 'Alice takes 60', command: { verb: 'invoke', node: 'alice', op: takeOut } },
    { id: 'bob', label: 'Bob takes 60', command: { verb: 'invoke', node: 'bob', op: takeOut } },
    { id: 'pay-in', label: 'Bob pays 60 in', command: { verb: 'invoke', node: 'bob', op: payIn } },
    { id: 'read', label: 'Alice reads', command: { verb: 'invoke', node: 'alice', op: { f: 'read' } } },
  ],
  moments: {
    paid: {
      label: 'a machine hands out cash',
      when: { type: 'completed', seen: 'value', node: 'alice', nth: 2 },
    },
  },
  opening: { atUs: 130_000 },
  observe: 'values',
  explore: {
    ...place.explore,
    workload: [
      { at: 0, node: 'alice', op: takeOut },
      { at: 0, node: 'bob', op: takeOut },
    ],
  },
};
