/**
 * Figure 8 of the paper, from (b) on: S1 had led term 2 and given its entry to S2 alone; S5 has led term 3 and written
 * an entry of its own in the same place. S5 is down. S1 is elected again and gives its old entry to S3 and S4, so that
 * a majority has it (c); then S1 crashes. S5 comes back, is elected, since its last entry is of a later term, and
 * overwrites it (d). So an entry of an earlier term is not committed by counting who has it (§5.4.2).
 *
 * In the paper's (c) it is S2 and S3 that have it. Here S1 begins its term with an entry that it sends along when it
 * asks what S2 has, so S2 must not hear from it at all.
 */

import { border, common, diskOf, linksOf } from '../place';

const servers = ['S1', 'S2', 'S3', 'S4', 'S5'];

/** The entry of term 2 is Alice's write, which she waits for. */
const withCall = (disk: ReturnType<typeof diskOf>) => ({
  ...disk,
  log: disk.log.map((entry) => (entry.term === 2 ? { ...entry, call: 'alice/1' } : entry)),
});

const got = (id: string) => ({ type: 'persisted', node: id, key: 'log' }) as const;

/** S3 and S4 get the old entry and say so; before the next one comes, their links are cut. */
const copies = ['S3', 'S4'].map((id) => ({
  when: got(id),
  afterUs: 16_000,
  command: { verb: 'cut', links: [{ from: 'S1', to: id }] },
}));

export default {
  ...common,
  name: 'raft-figure-8',
  title: 'A majority has it, and it is not committed',
  summary:
    'Five servers with the logs of Figure 8 (b). S1 leads term 4 and copies an entry of term 2 to a majority; then it crashes, and S5, which has an entry of term 3 in that place, is elected and overwrites it.',
  seed: 1275,
  nodes: [
    { id: 'S1', role: 'server', x: 50, y: 18 },
    { id: 'S2', role: 'server', x: 80, y: 40 },
    { id: 'S3', role: 'server', x: 69, y: 80 },
    { id: 'S4', role: 'server', x: 31, y: 80 },
    { id: 'S5', role: 'server', x: 20, y: 40 },
    { id: 'alice', role: 'client', x: 8, y: 88 },
  ],
  links: linksOf(servers, ['alice']),
  // One entry a message, as in the paper's figure: its own first entry reaches nobody.
  params: { electionMinUs: 150_000, electionMaxUs: 400_000, maxEntries: 1 },
  durable: {
    alice: { home: 'S1' },
    S1: withCall(diskOf(3, '', 1, 2)),
    S2: withCall(diskOf(3, '', 1, 2)),
    S3: diskOf(3, 'S5', 1),
    S4: diskOf(3, 'S5', 1),
    S5: diskOf(3, 'S5', 1, 3),
  },
  workload: [{ at: 0, node: 'alice', op: { f: 'write', value: '2.2' } }],
  script: [
    { at: 0, command: { verb: 'crash', node: 'S5', disk: 'kept' } },
    {
      when: { type: 'persisted', node: 'S1', key: 'led' },
      command: { verb: 'cut', links: border(['S1'], ['S2', 'S5']) },
    },
    ...copies,
    { when: got('S4'), afterUs: 30_000, command: { verb: 'crash', node: 'S1', disk: 'kept' } },
    { when: { type: 'persisted', node: 'S1', key: 'led' }, command: { verb: 'restart', node: 'S5' } },
    {
      when: { type: 'persisted', node: 'S5', key: 'led' },
      afterUs: 400_000,
      command: { verb: 'mend', links: border(['S1'], ['S2', 'S3', 'S4', 'S5']) },
    },
    {
      when: { type: 'persisted', node: 'S5', key: 'led' },
      afterUs: 400_000,
      command: { verb: 'restart', node: 'S1' },
    },
  ],
  stop: { atUs: 2_000_000 },
  pace: 60_000,
  knobs: [
    {
      id: 'mutant',
      label: 'An entry is committed',
      bind: { param: 'mutant' },
      kind: [
        { value: 'none', label: 'with one of the leader’s own term' },
        { value: 'counts-old-terms', label: 'when a majority has it' },
      ],
      default: 'none',
    },
  ],
  actions: [],
  moments: {
    again: { label: 'S1 leads again', when: { type: 'persisted', node: 'S1', key: 'led' } },
    majority: {
      label: 'a majority has the entry of term 2',
      when: { type: 'persisted', node: 'S3', key: 'log' },
    },
    s5: { label: 'S5 is elected', when: { type: 'persisted', node: 'S5', key: 'led' } },
    answered: { label: 'Alice is answered', when: { type: 'completed', node: 'alice' } },
    overwritten: {
      label: 'the entry of term 2 is overwritten',
      when: { ...got('S3'), nth: 2 },
    },
  },
  opening: { moment: 'again' },
  observe: 'logs',
};
