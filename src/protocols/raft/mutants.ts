/**
 * Raft got wrong on purpose. Each mutant is something that people believe, what breaks when it is done, and the
 * faults under which it breaks: all of them are among what Raft assumes. One line of the protocol each, at the place
 * where the right one stands; `misled` says which of the two is in force.
 */

import type { Context } from '#/kernel';
import type { Mutant } from '../module';

export const mutants = {
  'forgets-vote': {
    belief: 'A server need not write down whom it voted for: it will hardly restart within an election.',
    breaks: 'election safety',
    under: ['crash', 'restart'],
    hunt: { scenario: 'raft-row', bounds: { maxCrashes: 1 } },
  },
  'counts-old-terms': {
    belief: 'An entry is committed as soon as a majority stores it, whatever term it is of.',
    breaks: 'leader completeness',
    under: ['crash', 'restart', 'cut', 'mend'],
    params: { maxEntries: 1 },
    hunt: { scenario: 'raft-row-overwrites', bounds: {} },
  },
  'votes-for-any-log': {
    belief: 'One vote a term is enough; what is in the candidate’s log will sort itself out.',
    breaks: 'leader completeness',
    under: ['cut', 'mend'],
    hunt: { scenario: 'raft-row', bounds: {} },
  },
  'counts-reachable': {
    belief: 'Servers that do not answer do not count: a majority of the rest will do.',
    breaks: 'state-machine safety',
    under: ['cut', 'mend'],
    hunt: { scenario: 'raft-row', bounds: {} },
  },
  'does-not-step-down': {
    belief: 'A leader that learns of a later term takes note of it and goes on leading.',
    breaks: 'election safety',
    under: ['cut', 'mend'],
    hunt: { scenario: 'raft-row', bounds: {} },
  },
  'accepts-old-leaders': {
    belief: 'What a leader sends is to be stored; terms only matter when voting.',
    breaks: 'leader completeness',
    under: ['cut', 'mend', 'delay', 'pause', 'resume'],
    hunt: { scenario: 'raft-row', bounds: {} },
  },
  'answers-before-storing': {
    belief: 'It is quicker to acknowledge an entry first and to write it to disk right after.',
    breaks: 'leader completeness',
    under: ['crash', 'restart'],
    hunt: { scenario: 'raft-row', bounds: { maxCrashes: 1 } },
  },
  'cuts-on-every-append': {
    belief:
      'After the previous entry fits, the rest of the log can go: the leader has just sent what follows.',
    breaks: 'leader completeness',
    under: ['delay', 'duplicate', 'rule'],
    hunt: {
      scenario: 'raft-row-copies',
      bounds: { states: 2_000_000, workload: [{ at: 0, node: 'alice', op: { f: 'write', value: 3 } }] },
    },
  },
  'counts-votes-twice': {
    belief: 'A candidate counts the votes that come in; each server sends only one.',
    breaks: 'election safety',
    under: ['duplicate', 'rule'],
    hunt: { scenario: 'raft-halves', bounds: {} },
  },
  'counts-late-votes': {
    belief: 'A vote is a vote, also when it arrives after the election it was given in.',
    breaks: 'election safety',
    under: ['delay', 'rule'],
    hunt: { scenario: 'raft-row', bounds: {} },
  },
  'keeps-its-vote': {
    belief: 'Having voted for somebody, a server stays with its vote in later terms.',
    breaks: 'a leader serves',
    under: ['crash'],
    hunt: { scenario: 'raft-three' },
  },
  'commits-what-does-not-fit': {
    belief: 'The commit index that a heartbeat carries holds for every follower whose log is that long.',
    breaks: 'state-machine safety',
    under: ['cut', 'mend'],
    hunt: { scenario: 'raft-row-logs', bounds: {} },
  },
  'reads-without-asking': {
    belief: 'The leader has the latest value, so it can answer reads at once.',
    breaks: 'linearizable',
    under: ['cut', 'mend'],
    hunt: {
      scenario: 'raft-row-calls',
      bounds: {
        workload: [
          { at: 0, node: 'alice', op: { f: 'write', value: 2 } },
          { at: 0, node: 'bob', op: { f: 'read' } },
        ],
      },
    },
  },
  'skips-the-no-op': {
    belief: 'A new leader knows what is committed: everything up to its commit index.',
    breaks: 'linearizable',
    under: ['crash'],
    hunt: { scenario: 'raft-pair', bounds: {} },
  },
  'runs-retries-again': {
    belief: 'A request that comes a second time was lost the first time.',
    breaks: 'linearizable',
    under: ['drop', 'duplicate', 'rule'],
    hunt: {
      scenario: 'raft-row-copies',
      bounds: {
        workload: [{ at: 0, node: 'alice', op: { f: 'cas', value: [0, 1] } }],
        params: { maxTerm: 1 },
      },
    },
  },
  'lease-without-margin': {
    belief: 'All clocks run at the same rate, so a lease may last as long as the others keep still.',
    breaks: 'linearizable',
    under: ['cut', 'mend', 'clock'],
    params: { reads: 'lease' },
    hunt: { scenario: 'raft-row-leases' },
  },
  'lease-from-the-answer': {
    belief: 'A lease begins when the answers of a majority have come in.',
    breaks: 'linearizable',
    under: ['cut', 'mend', 'delay', 'rule'],
    params: { reads: 'lease' },
    hunt: { scenario: 'raft-row-leases', params: { driftBoundPercent: 1 } },
  },
  'changes-members-at-once': {
    belief: 'One server at a time is safe, so a new leader may change the members right away.',
    breaks: 'leader completeness',
    under: ['cut', 'mend'],
    hunt: { scenario: 'raft-members', bounds: {} },
  },
} as const satisfies Readonly<Record<string, Mutant>>;

export type MutantName = keyof typeof mutants;

/** The words that the parameter `mutant` may take; the real Raft first. */
export const mutantNames: readonly string[] = ['none', ...Object.keys(mutants)];

export const misled = (ctx: Context, name: MutantName): boolean => ctx.params.mutant === name;
