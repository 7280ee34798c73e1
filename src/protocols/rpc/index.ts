/** One client, one payment service, one call at a time: the smallest world in which a call can do neither. */

import type { View } from '#/kernel';
import type { ProtocolModule } from '../module';
import { BACK_OFFS } from '../policies/back-off';
import { type ClientState, client } from './client';
import { chargesOf, server } from './server';

const clientOf = (view: View) => view.nodes.find((n) => n.role === 'client');
const serverOf = (view: View) => view.nodes.find((n) => n.role === 'server');

function charges(view: View, call: string): number {
  return chargesOf(serverOf(view)?.durable ?? {}).filter((c) => c.call === call).length;
}

/** The outcome table's cell for the first call: what the client saw, and how often the ledger was written. */
function outcome(view: View): string {
  const state = clientOf(view)?.state as unknown as ClientState | null;
  const first = Object.keys(state?.calls ?? {})[0];
  if (!state || first === undefined) return 'no call';
  const saw = state.calls[first]?.saw ?? 'no answer yet';
  const written = charges(view, first);
  return `${saw}, ${written} ${written === 1 ? 'charge' : 'charges'}`;
}

export const rpc: ProtocolModule = {
  protocol: {
    name: 'rpc',
    roles: { client, server },
    assumes: ['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule', 'crash', 'restart'],
    params: {
      timeoutUs: 200_000,
      retries: 0,
      backOff: 'fixed',
      retryPauseUs: 0,
      retryCapUs: 1_000_000,
      workUs: 0,
      account: 'open',
      receipts: 'work',
    },
  },
  observers: { outcome },
  properties: {
    'a receipt means a charge': {
      words: 'Whoever holds a receipt was charged at least once.',
      holds: (view) => !outcome(view).startsWith('receipt, 0'),
    },
    'failed means nothing happened': {
      words: 'A call that is known to have failed was never charged.',
      holds: (view, operations) =>
        operations.every((op) => op.outcome !== 'failed' || charges(view, op.id) === 0),
    },
    'charged at most once': {
      words: 'No call is charged twice.',
      holds: (view) => {
        const calls = chargesOf(serverOf(view)?.durable ?? {}).map((c) => c.call);
        return new Set(calls).size === calls.length;
      },
    },
  },
  leavesOut: [
    'There are no connections, no proxies and no buffers of an operating system: a message arrives or it does not.',
    'A write to the disk is done or not done, never half.',
    'There is one server, and nobody asks who is calling.',
    'A client that crashes forgets the calls it had begun.',
  ],
  choices: {
    account: ['open', 'empty', 'either'],
    backOff: BACK_OFFS,
    receipts: ['work', 'fail', 'either'],
  },
};
