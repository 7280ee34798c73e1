/**
 * A resource manager (RM in the paper): prepares or aborts of its own accord, and once it is prepared does as it is
 * told. Of the nodes that play this role the first `resourceManagers` take part.
 */

import type { Context, NodeId, Role } from '#/kernel';
import { is, writeThenSay } from './mutants';

export interface ResourceState {
  state: 'working' | 'prepared' | 'committed' | 'aborted' | 'not taking part';
}

export const members = (ctx: Context): readonly NodeId[] =>
  ctx.nodes('resource').slice(0, ctx.params.resourceManagers as number);

function begin(ctx: Context): ResourceState {
  const { prepareUs, refuseUs, refusing } = ctx.params as Record<string, number>;
  const among = members(ctx);
  const place = among.indexOf(ctx.self);
  if (place < 0) return { state: 'not taking part' };
  // Either may come first; in a run with time the last few, who refuse, abort before they would prepare.
  const refuses = place >= among.length - (refusing as number);
  ctx.after('prepare', prepareUs as number);
  ctx.after('abort', (refuses ? (prepareUs as number) >> 1 : refuseUs) as number);
  return { state: 'working' };
}

export const resource: Role = {
  init: begin,
  onTimer(ctx, state: ResourceState, timer) {
    ctx.cancel('prepare');
    if (timer.name === 'abort') {
      writeThenSay(ctx, 'aborted', () => {});
      state.state = 'aborted';
      return;
    }
    if (!is(ctx, 'prepared-may-abort')) ctx.cancel('abort');
    state.state = 'prepared';
    const [manager] = ctx.nodes('manager');
    writeThenSay(ctx, 'prepared', () => ctx.send(manager as NodeId, 'prepared'));
  },
  onMessage(ctx, state: ResourceState, message) {
    const told = message.kind === 'commit' ? 'committed' : 'aborted';
    if (state.state === told) return;
    ctx.cancel('prepare');
    ctx.cancel('abort');
    state.state = told;
    writeThenSay(ctx, told, () => {});
  },
  /** Prepared, it is bound to wait; it cannot know whether the manager heard of it. */
  onRecover(ctx, durable): ResourceState {
    const written = durable.state as ResourceState['state'] | undefined;
    return written === undefined ? begin(ctx) : { state: written };
  },
  describe: (state: ResourceState) => ({
    words: state.state,
    emphasis: state.state === 'committed' ? 'filled' : state.state === 'prepared' ? 'ring' : 'outline',
    facts: [{ name: 'state', value: state.state }],
  }),
};
