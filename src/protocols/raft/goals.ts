/**
 * What must stay in reach, whatever has happened. Where a world bounds the terms there are (`maxTerm`), it is asked of
 * those states in which an election may still begin: that there is none after the last term is no fault of Raft's.
 */

import type { View } from '#/kernel';
import type { Goal } from '../module';
import { termAndVoteIn } from './disk';
import { leaders } from './observe';

function mayStand({ nodes, params }: View): boolean {
  const most = params.maxTerm as number;
  return nodes.every((n) => n.role !== 'server' || most === 0 || termAndVoteIn(n.durable).currentTerm < most);
}

export const goals: Readonly<Record<string, Goal>> = {
  'a leader can still be elected': {
    words: 'As long as an election may begin, one can end with a leader.',
    from: mayStand,
    holds: (view) => leaders(view) !== 'nobody',
  },
};
