/** The run the beats tell: the reply is lost, and nobody is told. */

import type { Authored, LessonData } from '#/scenarios';
import { receiptLost, retryAfterLostReceipt } from './worlds';

export default {
  variant: receiptLost,
  beats: [
    {
      until: { type: 'sent', kind: 'charge' },
      caption:
        'The browser asks: charge 10. It sets a timer of 200 ms, the amber arc. From here on it can only wait.',
    },
    {
      until: { type: 'persisted', key: 'ledger' },
      caption:
        'The request arrives and the service writes the charge to its ledger. It has happened, whatever comes next. The receipt sets out.',
    },
    {
      until: { type: 'dropped', kind: 'receipt' },
      caption:
        'The receipt is lost halfway. No error goes anywhere: the service believes that it has answered, and the browser is still waiting.',
    },
    {
      until: { type: 'completed', seen: 'timeout' },
      caption:
        '200 ms are over, and the browser gives up. It has learnt nothing since it asked. The card is charged, and the browser does not know.',
    },
  ],
} satisfies Authored<LessonData['story']>;

export const twins = {
  retry: {
    left: receiptLost,
    right: retryAfterLostReceipt,
    differs: 'the browser asks once more after its time-out',
  },
} satisfies Authored<NonNullable<LessonData['twins']>>;
