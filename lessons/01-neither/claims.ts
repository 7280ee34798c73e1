/** What the lesson's prose says of the lab, for the prover to decide. */

import type { Authored, Claim } from '#/scenarios';
import * as world from './worlds';

export default [
  {
    id: 'eight-cells',
    kind: 'reachable',
    text: 'Of the nine cells, exactly eight can be reached; a time-out goes with 0, with 1 and with 2 charges.',
    outcomes: {
      'receipt, 1 charge': world.calm,
      'receipt, 2 charges': world.requestCopied,
      'error reply, 0 charges': world.declined,
      'error reply, 1 charge': world.printerFails,
      'error reply, 2 charges': world.copiedAndPrinterFails,
      'time-out, 0 charges': world.requestLost,
      'time-out, 1 charge': world.receiptLost,
      'time-out, 2 charges': world.copiedAndUnheard,
    },
  },
  {
    id: 'receipt-is-proof',
    kind: 'always',
    text: 'A receipt is never wrong: whoever holds one was charged.',
    property: 'a receipt means a charge',
    holds: true,
  },
  {
    id: 'failed-is-certain',
    kind: 'always',
    text: 'What is recorded as failed was never charged, also with a retry.',
    property: 'failed means nothing happened',
    holds: true,
    params: { retries: 1 },
  },
  {
    id: 'retry-is-not-safe',
    kind: 'always',
    text: 'With one retry, some schedule charges twice.',
    property: 'charged at most once',
    holds: false,
    params: { retries: 1 },
  },
  {
    id: 'no-rule-tells',
    kind: 'indistinguishable',
    text: 'A lost reply and a lost request give the browser the same run to the microsecond; one has charged the card.',
    node: 'browser',
    left: world.receiptLost,
    right: world.requestLost,
    differ: { node: 'payment', list: 'ledger', length: 1 },
  },
  {
    id: 'crash-looks-the-same',
    kind: 'indistinguishable',
    text: 'A crash after the write and a crash before it look the same from the browser too.',
    node: 'browser',
    left: world.crashAfterWrite,
    right: world.crashBeforeWrite,
    differ: { node: 'payment', list: 'ledger', length: 1 },
  },
  {
    id: 'patience-does-not-help',
    kind: 'run',
    text: 'With a time-out five times as long, a lost reply ends in the same cell.',
    variant: world.patientButLost,
    checks: [{ outcome: 'time-out, 1 charge' }],
  },
  {
    id: 'too-late',
    kind: 'run',
    text: 'When each way takes 150 ms, nothing is lost, the browser gives up at 200 ms, and the receipt comes late.',
    variant: world.slowReply,
    checks: [
      { outcome: 'time-out, 1 charge' },
      { count: { type: 'late' }, is: 1 },
      { count: { type: 'dropped' }, is: 0 },
    ],
  },
  {
    id: 'retry-charges-twice',
    kind: 'run',
    text: 'The reply is lost, the browser asks again, and the card is charged twice.',
    variant: world.retryAfterLostReceipt,
    checks: [{ outcome: 'receipt, 2 charges' }],
  },
  {
    id: 'retry-heals-a-lost-request',
    kind: 'run',
    text: 'The request is lost, the browser asks again, and the card is charged once.',
    variant: world.retryAfterLostRequest,
    checks: [{ outcome: 'receipt, 1 charge' }],
  },
] satisfies Authored<Claim>[];
