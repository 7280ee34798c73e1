/**
 * The properties of Figure 3, asked of a run at any moment. They speak of all that has happened, so servers and
 * clients keep what is needed: on disk, which terms a server led and with which log (`led`); in memory, which entries
 * it applied since it last started; with the clients, which entry each answer came from. What a server applied before
 * a crash, and told no client of, is the one thing that nobody remembers.
 */

import type { NodeView, View } from '#/kernel';
import { of } from '../by-role';
import type { Property } from '../module';
import type { ClientState } from './client';
import { entryName } from './commit';
import { type LogEntry, ledIn, logIn } from './disk';
import type { ServerState } from './state';

/** Null for a server that is down. */
export const serverState = (n: NodeView): ServerState | null => n.state as unknown as ServerState | null;
const clientState = (n: NodeView): ClientState | null => n.state as unknown as ClientState | null;

export const logOf = (n: NodeView): readonly LogEntry[] => logIn(n.durable);

/** A promise for every moment, by what it says of a run that breaks it; null where it is kept. */
const promise = (words: string, fault: (view: View) => string | null): Property => ({
  words,
  always: true,
  holds: (view) => fault(view) === null,
  tells: fault,
});

export const electionSafety = promise('At most one leader is elected in a given term.', (view) => {
  const leaderOf = new Map<number, string>();
  for (const n of of(view, 'server')) {
    const state = serverState(n);
    const terms = ledIn(n.durable).map(({ term }) => term);
    if (state?.role === 'leader') terms.push(state.currentTerm);
    for (const term of terms) {
      const known = leaderOf.get(term) ?? n.id;
      if (known !== n.id) return `${known} and ${n.id} have both led term ${term}.`;
      leaderOf.set(term, known);
    }
  }
  return null;
});

/** Two logs that agree at an index agree in all that both hold before it: the index at which these do not; else 0. */
function parting(a: readonly LogEntry[], b: readonly LogEntry[]): number {
  const first = Math.max(a[0]?.index ?? 1, b[0]?.index ?? 1);
  const last = Math.min(a.at(-1)?.index ?? 0, b.at(-1)?.index ?? 0);
  let agree = false;
  for (let index = last; index >= first; index--) {
    const [x, y] = [a[index - (a[0] as LogEntry).index], b[index - (b[0] as LogEntry).index]];
    if (x === undefined || y === undefined) return index;
    const same = x.term === y.term;
    if (same && entryName(x) !== entryName(y)) return index;
    if (agree && !same) return index;
    agree ||= same;
  }
  return 0;
}

export const logMatching = promise(
  'If two logs contain an entry with the same index and term, then the logs are identical in all entries up through that index.',
  (view) => {
    const servers = of(view, 'server');
    const logs = servers.map(logOf);
    for (let i = 0; i < logs.length; i++) {
      for (let k = i + 1; k < logs.length; k++) {
        const index = parting(logs[i] as readonly LogEntry[], logs[k] as readonly LogEntry[]);
        if (index === 0) continue;
        return `The logs of ${servers[i]?.id} and ${servers[k]?.id} agree at a later entry and differ at entry ${index}.`;
      }
    }
    return null;
  },
);

/** An entry that is known to be committed, and a term in which it was already. */
interface Committed {
  /** Who applied it, or was told. */
  readonly by: string;
  readonly index: number;
  readonly name: string;
  readonly inTerm: number;
}

function committed(view: View): readonly Committed[] {
  const found: Committed[] = [];
  for (const n of of(view, 'server')) {
    const state = serverState(n);
    state?.applied.forEach(([name, inTerm], i) => {
      found.push({ by: n.id, index: state.appliedFrom + i, name, inTerm });
    });
  }
  for (const n of of(view, 'client')) {
    for (const [index, term, call, inTerm] of clientState(n)?.receipts ?? []) {
      found.push({ by: n.id, index, name: `${term} ${call}`, inTerm });
    }
  }
  return found;
}

const termOf = (name: string): number => Number(name.slice(0, name.indexOf(' ')));

/** “alice/1 of term 2”. */
const entryText = ({ name }: Committed): string =>
  `${name.slice(name.indexOf(' ') + 1)} of term ${termOf(name)}`;

export const leaderCompleteness = promise(
  'If a log entry is committed in a given term, then that entry is present in the logs of the leaders of all higher-numbered terms.',
  (view) => {
    const known = committed(view);
    for (const n of of(view, 'server')) {
      for (const { term, base, terms } of ledIn(n.durable)) {
        for (const { index, name, inTerm } of known) {
          if (inTerm >= term || index <= base || terms[index - base - 1] === termOf(name)) continue;
          return `Entry ${index} of term ${termOf(name)} was committed in term ${inTerm}, and ${n.id} came to lead term ${term} without it.`;
        }
      }
    }
    return null;
  },
);

export const stateMachineSafety = promise(
  'No two servers apply different entries at the same index.',
  (view) => {
    const at = new Map<number, Committed>();
    for (const entry of committed(view)) {
      const other = at.get(entry.index) ?? entry;
      at.set(entry.index, entry);
      if (other.name !== entry.name) {
        return `As entry ${entry.index}, ${other.by} has ${entryText(other)}, and ${entry.by} has ${entryText(entry)}.`;
      }
    }
    return null;
  },
);

/** Somebody leads the latest term, and a majority of its members run and take it for the leader. */
export const aLeaderServes: Property = {
  words: 'A leader serves: a majority runs and follows it. Ask it when what can be mended has been.',
  holds: (view) => {
    const running = of(view, 'server').filter((n) => n.status === 'running');
    const states = running.map((n) => ({ id: n.id as string, state: serverState(n) as ServerState }));
    return states.some(({ id, state }) => {
      if (state.role !== 'leader') return false;
      const followers = states.filter(
        (s) =>
          state.members.includes(s.id) && s.state.leader === id && s.state.currentTerm === state.currentTerm,
      );
      return 2 * followers.length > state.members.length;
    });
  },
};

export const everyOperationAnswered: Property = {
  words: 'Every call of every client is answered, and not with an error.',
  holds: (_, operations) => operations.every((op) => op.outcome === 'ok'),
};
