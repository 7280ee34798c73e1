/**
 * What a person should see of a server: its role and term, its vote, its log with what is committed. Of one that is
 * down there is its disk: the term, the vote and the log, and not how much of that is committed.
 */

import type { Description, Json } from '#/kernel';
import { type LogEntry, logIn, snapshotIn, termAndVoteIn } from './disk';
import type { ServerState } from './state';

const shown = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A command in as few words as fit into a cell of the log. */
export function commandText({ f, value }: Pick<LogEntry, 'f' | 'value'>): string {
  if (f === 'write') return shown(value);
  if (f === 'cas' && Array.isArray(value)) return `${shown(value[0] ?? null)} to ${shown(value[1] ?? null)}`;
  if (f === 'members' && Array.isArray(value)) return value.join(' ');
  return f;
}

function leaderFacts(state: ServerState): Description['facts'] {
  if (state.role !== 'leader') return [];
  const peers = Object.keys(state.matchIndex).filter((peer) => state.members.includes(peer));
  const match = peers.map((peer) => `${peer} ${state.matchIndex[peer]}`);
  const next = peers.map((peer) => `${peer} ${state.nextIndex[peer]}`);
  return [
    { name: 'matchIndex', value: match.join(', ') },
    { name: 'nextIndex', value: next.join(', ') },
    ...(state.reads.length > 0
      ? [{ name: 'reads that wait', value: state.reads.map(({ call }) => call).join(', ') }]
      : []),
  ];
}

type Disk = Readonly<Record<string, Json>>;

/** The log, which is on the disk and nowhere else, with the term and the vote that a server goes by. */
function logPicture(
  disk: Disk,
  { commitIndex, currentTerm, votedFor }: Pick<ServerState, 'commitIndex' | 'currentTerm' | 'votedFor'>,
): NonNullable<Description['log']> {
  return {
    from: (snapshotIn(disk)?.lastIncludedIndex ?? 0) + 1,
    cells: logIn(disk).map((entry) => ({
      term: entry.term,
      words: commandText(entry),
      committed: entry.index <= commitIndex,
    })),
    beside: [
      { name: 'term', value: String(currentTerm) },
      { name: 'vote', value: votedFor || 'none' },
    ],
  };
}

export const describeDisk = (disk: Disk): Pick<Description, 'log'> => ({
  log: logPicture(disk, { ...termAndVoteIn(disk), commitIndex: 0 }),
});

const isStanding = ({ role }: ServerState): boolean => role === 'candidate' || role === 'pre-candidate';

export function describe(state: ServerState, durable: Disk): Description {
  const snapshot = snapshotIn(durable);
  const standing = isStanding(state);
  return {
    words: `${state.role}, term ${state.currentTerm}`,
    emphasis: state.role === 'leader' ? 'filled' : standing ? 'ring' : 'outline',
    facts: [
      { name: 'role', value: state.role },
      { name: 'currentTerm', value: String(state.currentTerm) },
      { name: 'votedFor', value: state.votedFor || 'nobody' },
      ...(standing
        ? [{ name: 'votes', value: `${state.votes.length} of ${state.members.length}` }]
        : [{ name: 'leader', value: state.leader || 'not known' }]),
      { name: 'commitIndex', value: String(state.commitIndex) },
      { name: 'lastApplied', value: String(state.lastApplied) },
      { name: 'value', value: shown(state.machine.value) },
      { name: 'members', value: state.members.join(', ') },
      ...(snapshot ? [{ name: 'snapshot', value: `up to entry ${snapshot.lastIncludedIndex}` }] : []),
      ...leaderFacts(state),
    ],
    log: logPicture(durable, state),
  };
}
