/** The opening bet and the questions of recall. The runs are the answer key. */

import type { Authored, Question } from '#/scenarios';
import * as world from './worlds';

const charges = (length: number) => [{ node: 'payment', list: 'ledger', length }];

export const bet = {
  id: 'bet',
  kind: 'predict',
  question:
    'The browser asks for one charge. On the way back, the answer is lost. The browser waits 200 ms and gives up. How often has the card been charged?',
  hints: [
    'Follow the request, not the answer.',
    'A message that is lost on the way back was sent by somebody who had something to say.',
    'The service writes to its ledger first and answers afterwards. Which of the two did the loss undo?',
  ],
  variant: world.receiptLost,
  reason:
    'The request had arrived and the charge was written before the answer set out. Losing the answer undid nothing; it only kept the browser from knowing.',
  options: [
    {
      id: 'none',
      text: 'Not at all. No answer means that it did not happen.',
      asserts: charges(0),
      misconception: 'M1',
      because:
        'Silence came from the loss of the answer, after the work was done. The browser cannot tell that silence from one in which nothing was done.',
      elsewhere: { world: world.requestLost, differs: 'the request is lost, and not the answer' },
    },
    {
      id: 'once',
      text: 'Once.',
      asserts: charges(1),
      because: 'The charge was written before the answer was lost, and nothing asked for another.',
    },
    {
      id: 'twice',
      text: 'Twice. Losing a message makes somebody send it again.',
      asserts: charges(2),
      misconception: 'M23',
      because:
        'Nobody repeats anything here unless told to: this browser does not retry, and this network makes no copies. A second charge needs a second request.',
      elsewhere: {
        world: world.copiedAndUnheard,
        differs: 'the network delivers the request twice, and both answers are lost',
      },
    },
  ],
} satisfies Authored<Question>;

export default [
  {
    id: 'retry',
    kind: 'predict',
    question:
      'Again the answer is lost. This time the browser asks once more after its time-out, and nothing else goes wrong. How many charges does the ledger hold for this one call?',
    hints: [
      'Count the requests that reach the service.',
      'What could tell the service that the second request is not a second purchase?',
      'Before the retry the ledger holds one charge already. The service keeps no list of calls it has served.',
    ],
    variant: world.retryAfterLostReceipt,
    reason:
      'Both requests arrived, and to this service they are two requests. The browser holds one receipt and the card was charged twice.',
    options: [
      {
        id: 'one',
        text: 'One. The second request stands in for the first, which failed.',
        asserts: charges(1),
        misconception: 'M3',
        because:
          'The first request did not fail; only its answer did. The retry added a charge to one that was there.',
        elsewhere: { world: world.retryAfterLostRequest, differs: 'the request is lost, and not the answer' },
      },
      {
        id: 'two',
        text: 'Two.',
        asserts: charges(2),
        because: 'Two requests arrived, and nothing tells the service that they are one call.',
      },
      {
        id: 'zero',
        text: 'None. After a time-out the whole call is void.',
        asserts: charges(0),
        misconception: 'M1',
        because: 'Giving up is something the browser does alone. The service never hears of it.',
        elsewhere: { world: world.bothRequestsLost, differs: 'both requests are lost, and no answer is' },
      },
    ],
  },
  {
    id: 'which-world',
    kind: 'diagnose',
    question:
      'You are the browser. You asked, you waited 200 ms, you gave up, and you never heard anything again. In which of these worlds could you be?',
    hints: [
      'Cover the service with your hand and look at the browser’s lane alone.',
      'Two worlds are the same to the browser when every event on its lane is the same, at the same times.',
      'A slow answer arrives in the end, and an error reply is an answer. Neither is silence.',
    ],
    variant: world.receiptLost,
    reason:
      'Four of these worlds give the browser the same events at the same times. No rule that looks only at the browser can tell them apart, and in two of them the card was charged.',
    node: 'browser',
    worlds: [
      {
        id: 'request-lost',
        text: 'The request was lost.',
        world: world.requestLost,
        because: 'The browser sends, waits and gives up: the same lane.',
        misconception: 'M1',
      },
      {
        id: 'receipt-lost',
        text: 'The receipt was lost.',
        world: world.receiptLost,
        because: 'The same lane, with a charge behind it.',
      },
      {
        id: 'crash-before',
        text: 'The service crashed before it wrote the charge.',
        world: world.crashBeforeWrite,
        because: 'Nothing was written and nothing was sent: the same lane.',
      },
      {
        id: 'crash-after',
        text: 'The service crashed after it wrote the charge.',
        world: world.crashAfterWrite,
        because: 'The charge is on disk and the answer never set out: the same lane.',
      },
      {
        id: 'slow',
        text: 'The answer was slow, and came 300 ms after the question.',
        world: world.slowReply,
        because:
          'It looks the same until the time-out. Then a late receipt arrives, and you said that nothing did.',
      },
      {
        id: 'declined',
        text: 'The service declined the charge.',
        world: world.declined,
        because: 'An error reply is an answer: it ends the wait, and it says what happened.',
      },
    ],
  },
  {
    id: 'order',
    kind: 'order',
    question:
      'Put the events of the run with the lost receipt into an order in which they could have happened.',
    hints: [
      'Start with what has no cause.',
      'An event comes after the sending of the message that caused it. Two events that no message joins can go either way.',
      'The browser’s time-out needs only the browser. It can stand anywhere after the request was sent.',
    ],
    variant: world.receiptLost,
    reason:
      'The request comes before the write, the write before the receipt, the receipt before its loss. The time-out follows only from asking: nothing orders it against what happens at the service.',
    events: [
      { id: 'ask', text: 'The browser sends the request.', when: { type: 'sent', kind: 'charge' } },
      { id: 'write', text: 'The service writes the charge.', when: { type: 'persisted', key: 'ledger' } },
      { id: 'answer', text: 'The service sends the receipt.', when: { type: 'sent', kind: 'receipt' } },
      { id: 'loss', text: 'The receipt is lost.', when: { type: 'dropped', kind: 'receipt' } },
      { id: 'give-up', text: 'The browser gives up.', when: { type: 'completed', seen: 'timeout' } },
    ],
  },
  {
    id: 'two-for-one',
    kind: 'adversary',
    question:
      'Be the network. The browser never retries. Bring it about that it holds a receipt and the card was charged twice.',
    hints: [
      'One request leaves the browser. How could two arrive?',
      'Duplicates have a sender: here it is the network, which may deliver a message twice.',
      'Pause while the request is on the link, choose it, duplicate it, and play on to the end.',
    ],
    variant: world.calm,
    reason:
      'The network delivered one request twice, and the service charged for each. No client did anything wrong, and no client could have prevented it.',
    goal: [{ outcome: 'receipt, 2 charges' }],
    solution: world.requestCopied,
    decoys: [world.receiptLost, world.copiedAndUnheard],
  },
  {
    id: 'overtaken',
    kind: 'predict',
    question:
      'The first request is held up by 300 ms on its way. After 200 ms the browser asks again. Which of the two requests does the service see first?',
    hints: [
      'Work out when each of them arrives.',
      'A link promises no order: each message takes its own time.',
      'The first leaves at 10 ms and arrives at 360. The second leaves at 210 and arrives at 260.',
    ],
    variant: world.slowFirstRequest,
    reason:
      'The second arrives at 260 ms and the first at 360 ms. This link keeps no order, and nothing in the messages tells the service what order was meant.',
    options: [
      {
        id: 'first',
        text: 'The first. A link delivers in the order of sending.',
        asserts: [
          {
            earlier: { type: 'delivered', kind: 'charge', message: 1 },
            later: { type: 'delivered', kind: 'charge', message: 2 },
          },
        ],
        misconception: 'M5',
        because:
          'One connection may keep order; a retry usually travels on another, and a network of many paths keeps none. This link lets a later message overtake.',
        elsewhere: {
          world: world.lessSlowFirstRequest,
          differs: 'the first request is held up by 120 ms, and not 300',
        },
      },
      {
        id: 'second',
        text: 'The second.',
        asserts: [
          {
            earlier: { type: 'delivered', kind: 'charge', message: 2 },
            later: { type: 'delivered', kind: 'charge', message: 1 },
          },
        ],
        because: 'It overtakes the first by 100 ms.',
      },
    ],
  },
  {
    id: 'until-it-works',
    kind: 'predict',
    question:
      'The browser asks again until it has a receipt. Its first request is lost; the receipt for its second is lost; the third goes through. It now holds exactly one receipt. How many charges are in the ledger?',
    hints: [
      'Count arrivals at the service, not receipts at the browser.',
      'Asking until one is answered promises at least once.',
      'The first request never arrived. The second and the third did.',
    ],
    variant: world.persistent,
    reason:
      'Two of three requests arrived, so two charges were written. Asking until there is an answer gives at least once; exactly once needs a service that remembers what it has done.',
    options: [
      {
        id: 'one',
        text: 'One. One receipt, one charge: that is exactly-once delivery.',
        asserts: charges(1),
        misconception: 'M4',
        because:
          'The receipt counts what the browser learnt. The request whose receipt was lost had been served all the same.',
        elsewhere: {
          world: world.persistentOnce,
          differs: 'the second request is lost, and not its receipt',
        },
      },
      {
        id: 'two',
        text: 'Two.',
        asserts: charges(2),
        because: 'The second and the third request arrived, and each was charged.',
      },
      {
        id: 'three',
        text: 'Three. Every request is charged.',
        asserts: charges(3),
        because: 'A request that is lost is charged to nobody: only what arrives counts.',
        elsewhere: {
          world: world.persistentThrice,
          differs: 'the first two receipts are lost, and no request is',
        },
      },
    ],
  },
] satisfies Authored<Question>[];
