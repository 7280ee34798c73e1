/**
 * A hub and a few peers that do what a table says, so that tests can make up protocols by the hundred. What a node has
 * come to only ever grows, so every run ends.
 */

import { type Context, type NodeId, nodeId, type Protocol, type Role, type WorldConfig } from '#/kernel';

export const KINDS = ['a', 'b'] as const;
export const LAST = 2;

/** What one does with a message: how far one comes, what is sent to whom, and whether one remembers who wrote. */
export interface Row {
  readonly grow: number;
  readonly send: 'nothing' | 'back' | 'hub' | 'peers' | 'first';
  readonly kind: (typeof KINDS)[number];
  readonly remembers: boolean;
}

/** By how far one has come, by the kind of the message; the last row is for the timer. */
export type Table = readonly (readonly Row[])[];

interface State {
  at: number;
  heard: string[];
}

function act(ctx: Context, state: State, row: Row | undefined, from: NodeId | null): void {
  if (row === undefined || state.at >= LAST) return;
  // Who comes no further does nothing at all, or it could go on for ever.
  if (row.grow === 0) return;
  state.at = Math.min(LAST, state.at + row.grow);
  if (row.remembers && from !== null) state.heard.push(from);
  const peers = ctx.nodes('peer').filter((id) => id !== ctx.self);
  const to = {
    nothing: [],
    back: from === null ? [] : [from],
    hub: ctx.role === 'hub' ? [] : ctx.nodes('hub'),
    peers,
    // Whoever does this orders its peers by name.
    first: peers.slice(0, 1),
  }[row.send];
  for (const id of to) ctx.send(id, row.kind);
}

const role = (table: Table): Role => ({
  init(ctx): State {
    ctx.after('tick', 1);
    return { at: 0, heard: [] };
  },
  onTimer: (ctx, state: State) => act(ctx, state, table[state.at]?.[KINDS.length], null),
  onMessage: (ctx, state: State, message) => {
    act(ctx, state, table[state.at]?.[KINDS.indexOf(message.kind as 'a')], message.from);
  },
});

export function peers(
  count: number,
  hub: Table,
  peer: Table,
): { protocol: Protocol; config: WorldConfig; alike: readonly number[] } {
  const ids = ['hub', ...Array.from({ length: count }, (_, i) => `p${i + 1}`)].map(nodeId);
  return {
    protocol: { name: 'peers', roles: { hub: role(hub), peer: role(peer) }, assumes: [], params: {} },
    config: {
      seed: 1,
      nodes: ids.map((id, i) => ({ id, role: i === 0 ? 'hub' : 'peer' })),
      links: ids.flatMap((a, i) => ids.slice(i + 1).map((b) => ({ between: [a, b] as const }))),
    },
    alike: ids.slice(1).map((_, i) => i + 1),
  };
}
