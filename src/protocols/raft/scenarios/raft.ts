/** Five servers and two clients: Raft for the sandbox, and for cutting two servers off three. */

import { border, common, knobs, linksOf, safety } from '../place';

const servers = ['S1', 'S2', 'S3', 'S4', 'S5'];
const clients = ['alice', 'bob'];
const two = ['S1', 'S2'];
const three = ['S3', 'S4', 'S5'];

export default {
  ...common,
  name: 'raft',
  title: 'Raft on five servers',
  summary:
    'Five servers keep one register. They elect a leader, which orders all calls in a log and answers once a majority stores them. Alice and Bob ask whom they take for the leader. Messages take 10 to 15 ms.',
  seed: 80,
  nodes: [
    { id: 'S1', role: 'server', x: 50, y: 16 },
    { id: 'S2', role: 'server', x: 74, y: 38 },
    { id: 'S3', role: 'server', x: 65, y: 76 },
    { id: 'S4', role: 'server', x: 35, y: 76 },
    { id: 'S5', role: 'server', x: 26, y: 38 },
    { id: 'alice', role: 'client', x: 8, y: 84 },
    { id: 'bob', role: 'client', x: 92, y: 84 },
  ],
  links: linksOf(servers, clients),
  workload: Array.from({ length: 12 }, (_, i) => [
    { at: 500_000 + i * 500_000, node: clients[i % 2], op: { f: 'write', value: i + 1 } },
    { at: 700_000 + i * 500_000, node: clients[(i + 1) % 2], op: { f: 'read' } },
  ]).flat(),
  stop: { atUs: 10_000_000 },
  knobs: [
    knobs.electionMin,
    knobs.electionMax,
    knobs.heartbeat,
    knobs.latency(servers),
    knobs.loss(servers),
    knobs.preVote,
    knobs.reads,
  ],
  actions: [
    {
      id: 'cut',
      label: 'Cut S1 and S2 off',
      command: { verb: 'cut', links: border(two, three) },
      primary: true,
    },
    { id: 'mend', label: 'Mend the network', command: { verb: 'mend', links: border(two, three) } },
    ...servers.map((id) => ({
      id: `crash-${id}`,
      label: `Crash ${id}`,
      command: { verb: 'crash', node: id, disk: 'kept' },
    })),
    ...servers.map((id) => ({
      id: `restart-${id}`,
      label: `Restart ${id}`,
      command: { verb: 'restart', node: id },
    })),
    {
      id: 'write',
      label: 'Alice writes 99',
      command: { verb: 'invoke', node: 'alice', op: { f: 'write', value: 99 } },
    },
    { id: 'read', label: 'Bob reads', command: { verb: 'invoke', node: 'bob', op: { f: 'read' } } },
  ],
  moments: {
    stands: { label: 'a server stands for election', when: { type: 'sent', kind: 'RequestVote' } },
    leads: { label: 'a leader writes its first entry', when: { type: 'persisted', key: 'log' } },
    asked: { label: 'a client asks', when: { type: 'sent', kind: 'request' } },
    answered: { label: 'it is answered', when: { type: 'completed', outcome: 'ok' } },
  },
  opening: { atUs: 560_000 },
  checks: [...safety, 'linearizable'],
  observe: 'leaders',
};
