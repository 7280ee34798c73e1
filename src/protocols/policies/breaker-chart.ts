/** Circuit breakers as they are drawn: the machine itself, and where those of a run stand. */

import type { NodeId, NodeView, Params, View } from '#/kernel';
import { graphOf, type HeldMachine, type Statechart, wayId } from '../statechart';
import { type Breaker, type BreakerPolicy, breakerMachine } from './breaker';
import { readBreaker } from './telling';

function words({ mode, memory }: Breaker, policy: BreakerPolicy, nowUs: number): string {
  if (mode === 'closed') {
    const failed = memory.failed.filter(Boolean).length;
    return `Of the last ${memory.failed.length} tries ${failed} failed; at ${policy.failures} of ${policy.window} it opens.`;
  }
  if (mode === 'open') {
    const left = Math.max(0, policy.openUs - (nowUs - memory.openedUs));
    return left === 0
      ? 'It has been open long enough: the next call is a probe.'
      : `Nothing goes through for another ${Math.ceil(left / 1000)} ms.`;
  }
  const { sent, succeeded } = memory;
  return `Probes: ${sent} of ${policy.probes} sent, ${succeeded} answered; when all are, it closes.`;
}

export interface BreakerHolders {
  readonly policyOf: (params: Params) => BreakerPolicy;
  /** Whom the breaker of a node guards against; null: the node holds none. */
  readonly against: (node: NodeView, view: View) => NodeId | null;
}

/** Of a protocol whose nodes keep their breaker as `breaker` in their state, and use it where the parameter `breaker` is on. */
export function breakerChart({ policyOf, against }: BreakerHolders): Statechart {
  return {
    title: 'Circuit breaker',
    graph: graphOf(breakerMachine),
    standing: (view) => (view.params.breaker === true ? view.nodes.flatMap((node) => of(node, view)) : []),
    told: (entry) => (entry.type === 'note' ? readBreaker(entry.text) : null),
  };

  function of(node: NodeView, view: View): HeldMachine[] {
    const whom = node.state === null ? null : against(node, view);
    const breaker = (node.state as { breaker?: Breaker } | null)?.breaker;
    if (whom === null || breaker === undefined) return [];
    const { mode, memory, taken } = breaker;
    return [
      {
        node: node.id,
        against: whom,
        state: mode,
        turn: memory.era * 2 + (mode === 'half-open' ? 1 : 0),
        // Its node's monotonic clock is what it counts by.
        taken: taken && {
          way: wayId(taken.from, taken.event, taken.to),
          at: Math.round(view.at - (node.monotonic - taken.atUs)),
        },
        words: words(breaker, policyOf(view.params), node.monotonic),
      },
    ];
  }
}
