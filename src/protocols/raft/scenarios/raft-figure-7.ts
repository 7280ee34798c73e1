/**
 * Figure 7 of the paper: when the leader at the top comes to power in term 8, any of (a) to (f) could be in the
 * followers' logs. A follower may lack entries (a, b), have extra ones that are not committed (c, d), or both (e, f).
 */

import { common, diskOf, knobs, linksOf } from '../place';

const followers = ['a', 'b', 'c', 'd', 'e', 'f'];
const servers = ['leader', ...followers];

export default {
  ...common,
  name: 'raft-figure-7',
  title: 'What may be in a follower’s log',
  summary:
    'Seven servers with the logs of Figure 7. The one called leader is elected in term 8, by a, b, e and f. It finds where each follower’s log parts from its own, and overwrites what follows.',
  seed: 5,
  nodes: [
    { id: 'leader', role: 'server', x: 50, y: 16 },
    { id: 'a', role: 'server', x: 77, y: 26 },
    { id: 'b', role: 'server', x: 86, y: 54 },
    { id: 'c', role: 'server', x: 67, y: 80 },
    { id: 'd', role: 'server', x: 33, y: 80 },
    { id: 'e', role: 'server', x: 14, y: 54 },
    { id: 'f', role: 'server', x: 23, y: 26 },
  ],
  links: linksOf(servers, []),
  params: { electionMinUs: 150_000, electionMaxUs: 400_000 },
  durable: {
    leader: diskOf(7, '', 1, 1, 1, 4, 4, 5, 5, 6, 6, 6),
    a: diskOf(7, '', 1, 1, 1, 4, 4, 5, 5, 6, 6),
    b: diskOf(7, '', 1, 1, 1, 4),
    c: diskOf(7, '', 1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 6),
    d: diskOf(7, 'd', 1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 7, 7),
    e: diskOf(7, '', 1, 1, 1, 4, 4, 4, 4),
    f: diskOf(7, '', 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3),
  },
  stop: { atUs: 1_000_000 },
  pace: 40_000,
  knobs: [knobs.latency(servers), knobs.heartbeat],
  actions: [],
  moments: {
    leads: { label: 'the leader comes to power', when: { type: 'persisted', node: 'leader', key: 'led' } },
    refused: { label: 'a follower’s log does not fit', when: { type: 'delivered', kind: 'Appended' } },
  },
  opening: { moment: 'leads' },
  observe: 'logs',
};
