/**
 * The properties of Figure 3, asked of a run at any moment. They speak of all that has happened, so servers and
 * clients keep what is needed: on disk, which terms a server led and with which log (`led`); in memory, which entries
 * it applied since it last started; with the clients, which entry each answer came from. What a server applied before
 * a crash, and told no client of, is the one thing that nobody remembers.
 */

import type { NodeView, View } from '#/kernel';
import type { Property } from '../module';
import type { ClientState } from './client';
import { entryName } from './commit';
import { type LogEntry, ledIn, logIn } from './disk';
import type { ServerState } from './state';

const of = (view: View, role: string): readonly NodeView[] => view.nodes.filter((n) => n.role === role);

/** Null for a server that is down. */
const serverState = (n: NodeView): ServerState | null => n.state as unknown as ServerState | null;
const clientState = (n: NodeView): ClientState | null => n.state as unknown as ClientState | null;

const logOf = (n: NodeView): readonly LogEntry[] => logIn(n.durable);

export const electionSafety: Property = {
  always: true,
  words: 'At most one leader is elected in a given term.',
  holds: (view) => {
    const leaderOf = new Map<number, string>();
    const leads = (term: number, id: string): boolean => {
      const known = leaderOf.get(term);
      leaderOf.set(term, id);
      return known === undefined || known === id;
    };
    return of(view, 'server').every((n) => {
      const state = serverState(n);
      const now = state?.role === 'leader' ? leads(state.currentTerm, n.id) : true;
      return now && ledIn(n.durable).every(({ term }) => leads(term, n.id));
    });
  },
};

/** Whether two logs that agree at an index agree in all that both hold before it. */
function match(a: readonly LogEntry[], b: readonly LogEntry[]): boolean {
  const first = Math.max(a[0]?.index ?? 1, b[0]?.index ?? 1);
  const last = Math.min(a.at(-1)?.index ?? 0, b.at(-1)?.index ?? 0);
  let agree = false;
  for (let index = last; index >= first; index--) {
    const [x, y] = [a[index - (a[0] as LogEntry).index], b[index - (b[0] as LogEntry).index]];
    if (x === undefined || y === undefined) return false;
    const same = x.term === y.term;
    if (same && entryName(x) !== entryName(y)) return false;
    if (agree && !same) return false;
    agree ||= same;
  }
  return true;
}

export const logMatching: Property = {
  always: true,
  words:
    'If two logs contain an entry with the same index and term, then the logs are identical in all entries up through that index.',
  holds: (view) => {
    const logs = of(view, 'server').map(logOf);
    return logs.every((log, i) => logs.slice(i + 1).every((other) => match(log, other)));
  },
};

/** An entry that is known to be committed, and a term in which it was already. */
interface Committed {
  readonly index: number;
  readonly name: string;
  readonly inTerm: number;
}

function committed(view: View): readonly Committed[] {
  const found: Committed[] = [];
  for (const n of of(view, 'server')) {
    const state = serverState(n);
    state?.applied.forEach(([name, inTerm], i) => {
      found.push({ index: state.appliedFrom + i, name, inTerm });
    });
  }
  for (const n of of(view, 'client')) {
    for (const [index, term, call, inTerm] of clientState(n)?.receipts ?? []) {
      found.push({ index, name: `${term} ${call}`, inTerm });
    }
  }
  return found;
}

const termOf = (name: string): number => Number(name.slice(0, name.indexOf(' ')));

export const leaderCompleteness: Property = {
  always: true,
  words:
    'If a log entry is committed in a given term, then that entry is present in the logs of the leaders of all higher-numbered terms.',
  holds: (view) => {
    const known = committed(view);
    const all = of(view, 'server').flatMap((n) => ledIn(n.durable));
    return all.every(({ term, base, terms }) =>
      known.every(
        ({ index, name, inTerm }) =>
          inTerm >= term || index <= base || terms[index - base - 1] === termOf(name),
      ),
    );
  },
};

export const stateMachineSafety: Property = {
  always: true,
  words: 'No two servers apply different entries at the same index.',
  holds: (view) => {
    const at = new Map<number, string>();
    return committed(view).every(({ index, name }) => {
      const other = at.get(index);
      at.set(index, name);
      return other === undefined || other === name;
    });
  },
};

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

/** Who leads, in which term: "S2 in term 3"; "nobody". */
export function leaders(view: View): string {
  const leading = of(view, 'server').filter((n) => serverState(n)?.role === 'leader');
  const named = leading.map((n) => ({ id: n.id, term: serverState(n)?.currentTerm ?? 0 }));
  named.sort((a, b) => a.term - b.term);
  return named.map(({ id, term }) => `${id} in term ${term}`).join(', ') || 'nobody';
}

/** The terms of each log, as the paper draws them: "S1 1 1 4, S2 1 1"; a bar where a snapshot ends. */
export const logs = (view: View): string =>
  of(view, 'server')
    .map((n) => {
      const log = logOf(n);
      const base = log[0] !== undefined && log[0].index > 1 ? ['…'] : [];
      return [n.id, ...base, ...log.map(({ term }) => term)].join(' ');
    })
    .join(', ');

/** How far each server has committed: "S1 3, S2 3, S3 down". */
export const commits = (view: View): string =>
  of(view, 'server')
    .map((n) => `${n.id} ${serverState(n)?.commitIndex ?? 'down'}`)
    .join(', ');

/** What became of each client's calls, as far as it knows. */
export const ends = (view: View): string =>
  of(view, 'client')
    .map((n) => {
      const s = clientState(n);
      return s ? `${n.id}: ${s.ok} ok, ${s.refused} refused, ${s.unknown} unknown` : `${n.id}: down`;
    })
    .join('; ');
