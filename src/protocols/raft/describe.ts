/** What a person should see of a server: its role and term, its vote, its log with what is committed. */

import type { Description, Json } from '#/kernel';
import { type LogEntry, logIn, snapshotIn } from './disk';
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

const isStanding = ({ role }: ServerState): boolean => role === 'candidate' || role === 'pre-candidate';

export function describe(state: ServerState, durable: Readonly<Record<string, Json>>): Description {
  const log = logIn(durable);
  const snapshot = snapshotIn(durable);
  const base = snapshot?.lastIncludedIndex ?? 0;
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
      ...(snapshot ? [{ name: 'snapshot', value: `up to entry ${base}` }] : []),
      ...leaderFacts(state),
    ],
    log: {
      from: base + 1,
      cells: log.map((entry) => ({
        term: entry.term,
        words: commandText(entry),
        committed: entry.index <= state.commitIndex,
      })),
    },
  };
}
