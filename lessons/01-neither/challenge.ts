/** The outcome table, filled by the learner's own runs. */

import type { Authored, Challenge } from '#/scenarios';
import * as world from './worlds';

export default {
  id: 'outcome-table',
  title: 'Fill the outcome table',
  goal: 'Make runs until every cell that can be reached has been seen: what the browser saw, against what the ledger holds for that call. One cell can never be filled; say which, and why.',
  hints: [
    'Look at the two messages in flight, one at a time: what does each side know while it is on the link, and what if it never arrives?',
    'Rows and columns are decided by different nodes. The ledger counts the requests that arrived; the browser knows only what came back before it gave up.',
    'For a time-out with two charges: while the request is on its way, duplicate it. The service will answer twice; drop both receipts.',
  ],
  target: {
    outcomes: 'all reachable',
    rows: ['receipt', 'error reply', 'time-out'],
    columns: ['0 charges', '1 charge', '2 charges'],
    impossible: {
      'receipt, 0 charges':
        'The service writes the charge before it sends the receipt, so nobody can hold a receipt for a charge that is not there.',
    },
  },
  solution: [
    world.calm,
    world.requestCopied,
    world.declined,
    world.printerFails,
    world.copiedAndPrinterFails,
    world.requestLost,
    world.receiptLost,
    world.copiedAndUnheard,
  ],
  decoys: [
    { variant: world.slowReply, why: 'It is one cell, seen by waiting too briefly; seven others are left.' },
    { variant: world.crashAfterWrite, why: 'A crash reaches a cell that a lost reply reaches as well.' },
  ],
} satisfies Authored<Challenge>;
