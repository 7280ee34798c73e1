/** The transaction manager (TM in the paper): collects Prepared from everybody, then decides, once. */

import type { Context, NodeId, Role } from '#/kernel';
import { is, writeThenSay } from './mutants';
import { members } from './resource';

export interface ManagerState {
  state: 'init' | 'committed' | 'aborted';
  /** Who has said that it is prepared. */
  prepared: Record<string, true>;
  /** How many Prepared messages came. Only a mistaken manager counts them. */
  copies?: number;
}

const hasAll = (ctx: Context, state: ManagerState): boolean => {
  const all = members(ctx).length;
  const heard = Object.keys(state.prepared).length;
  if (is(ctx, 'counts-copies')) return (state.copies ?? 0) >= all;
  return is(ctx, 'majority-is-enough') ? heard * 2 > all : heard === all;
};

function decide(ctx: Context, decision: 'committed' | 'aborted'): void {
  const kind = decision === 'committed' ? 'commit' : 'abort';
  writeThenSay(ctx, decision, () => {
    for (const resource of members(ctx)) ctx.send(resource, kind);
  });
}

export const manager: Role = {
  init(ctx): ManagerState {
    ctx.after('abort', ctx.params.patienceUs as number);
    return { state: 'init', prepared: {} };
  },
  onMessage(ctx, state: ManagerState, message) {
    if (state.state !== 'init') return;
    state.prepared[message.from] = true;
    if (is(ctx, 'counts-copies')) state.copies = (state.copies ?? 0) + 1;
    // Deciding is a step of its own: until it is taken, the manager may still lose patience.
    if (hasAll(ctx, state)) ctx.after('commit', ctx.params.decideUs as number);
  },
  onTimer(ctx, state: ManagerState, timer) {
    ctx.cancel('abort');
    ctx.cancel('commit');
    state.state = timer.name === 'commit' ? 'committed' : 'aborted';
    decide(ctx, state.state);
  },
  /** Without a decision on disk nobody can have been told of one, so it may still be either. */
  onRecover(ctx, durable): ManagerState {
    const state = (durable.state ?? 'init') as ManagerState['state'];
    if (state === 'init') ctx.after('abort', ctx.params.patienceUs as number);
    else decide(ctx, state);
    return { state, prepared: {} };
  },
  describe(state: ManagerState) {
    const who = Object.keys(state.prepared) as NodeId[];
    return {
      words: state.state === 'init' ? `${who.length} prepared` : state.state,
      emphasis: 'filled',
      facts: [
        { name: 'state', value: state.state },
        { name: 'prepared', value: who.sort().join(', ') || 'nobody yet' },
      ],
    };
  },
};
