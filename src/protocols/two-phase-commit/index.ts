/**
 * Two-phase commit, as in the specification TwoPhase of Gray and Lamport, "Consensus on transaction commit" (ACM
 * Transactions on Database Systems, 2006), with each decision written to disk. Leaves out what the resource managers
 * manage, how a transaction begins, and asking again: who is prepared waits until it is told.
 */

import type { View } from '#/kernel';
import type { ProtocolModule } from '../module';
import { manager } from './manager';
import { MUTANTS } from './mutants';
import { type ResourceState, resource } from './resource';

/** What each resource manager has come to, also one that is down, if it wrote it. */
function outcomes(view: View): readonly string[] {
  return view.nodes.flatMap(({ role, state, durable }) => {
    if (role !== 'resource') return [];
    const its = state as unknown as ResourceState | null;
    return [its?.state ?? (typeof durable.state === 'string' ? durable.state : 'working')];
  });
}

function decision(view: View): string {
  const all = outcomes(view).filter((state) => state !== 'not taking part');
  if (all.every((state) => state === 'committed')) return 'all committed';
  if (all.every((state) => state === 'aborted')) return 'all aborted';
  if (all.includes('committed') && all.includes('aborted')) return 'some committed, others aborted';
  return all.includes('prepared') ? 'prepared, and waiting' : 'undecided';
}

const everybodyDecided = (view: View): boolean =>
  outcomes(view).every((state) => state !== 'working' && state !== 'prepared');

export const twoPhaseCommit: ProtocolModule = {
  protocol: {
    name: 'two-phase-commit',
    roles: { manager, resource },
    // A crash may cut a handler short; the disk is kept.
    assumes: [
      ...(['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule'] as const),
      ...(['crash', 'restart', 'pause', 'resume', 'slow'] as const),
    ],
    params: {
      resourceManagers: 3,
      prepareUs: 50_000,
      refuseUs: 3_000_000,
      refusing: 0,
      decideUs: 1_000,
      patienceUs: 1_000_000,
      mutant: 'none',
    },
  },
  observers: { decision },
  properties: {
    consistent: {
      words: 'No resource manager commits while another aborts.',
      always: true,
      holds: (view) => {
        const all = outcomes(view);
        return !(all.includes('committed') && all.includes('aborted'));
      },
    },
    'everybody decides': {
      words: 'Every resource manager that takes part commits or aborts in the end.',
      holds: everybodyDecided,
    },
  },
  symmetric: { roles: ['resource'] },
  goals: {
    'the transaction can still end': {
      words: 'Whatever has happened, every resource manager can still come to a decision.',
      holds: everybodyDecided,
    },
  },
  leavesOut: [
    'There is one transaction: its work, its locks and how it begins are not there.',
    'Nobody asks again: a lost message is lost, and who is prepared waits.',
    'The manager is never replaced, and nobody takes part by reading only.',
    'A crash leaves the disk as it was: with a lost disk it breaks.',
  ],
  choices: { mutant: ['none', ...Object.keys(MUTANTS)] },
  mutants: MUTANTS,
};
