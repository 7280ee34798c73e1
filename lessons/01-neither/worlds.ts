/** The timed worlds the lesson speaks of, each the scenario and one thing more. */

import type { Authored, Variant } from '#/scenarios';

type World = Authored<Variant>;
type Item = NonNullable<World['script']>[number];

const request = (nth: number) => ({ from: 'browser', to: 'payment', kind: 'charge', nth });
const receipt = (nth: number) => ({ from: 'payment', to: 'browser', kind: 'receipt', nth });
const halfway = 25_000;

export const loseRequest = (nth = 1): Item => ({
  when: { type: 'sent', kind: 'charge', message: nth },
  afterUs: halfway,
  command: { verb: 'drop', message: request(nth) },
});
export const loseReceipt = (nth = 1): Item => ({
  when: { type: 'sent', kind: 'receipt', message: nth },
  afterUs: halfway,
  command: { verb: 'drop', message: receipt(nth) },
});
const copyRequest: Item = {
  when: { type: 'sent', kind: 'charge', message: 1 },
  afterUs: halfway,
  command: { verb: 'duplicate', message: request(1) },
};
const delayRequest = (byUs: number): Item => ({
  when: { type: 'sent', kind: 'charge', message: 1 },
  afterUs: halfway,
  command: { verb: 'delay', message: request(1), byUs },
});
const crash = (afterEffect: number): Item => ({
  at: 5_000,
  command: { verb: 'crash', node: 'payment', disk: 'kept', afterEffect, on: 'charge' },
});

export const calm: World = {};
export const requestLost: World = { script: [loseRequest()] };
export const receiptLost: World = { script: [loseReceipt()] };
export const requestCopied: World = { script: [copyRequest] };
export const copiedAndUnheard: World = { script: [copyRequest, loseReceipt(1), loseReceipt(2)] };
export const declined: World = { knobs: { account: 'empty' } };
export const printerFails: World = { knobs: { receipts: 'fail' } };
export const copiedAndPrinterFails: World = { knobs: { receipts: 'fail' }, script: [copyRequest] };
export const crashBeforeWrite: World = { script: [crash(0)] };
export const crashAfterWrite: World = { script: [crash(1)] };
export const slowReply: World = { knobs: { latency: 150 } };
export const patientButLost: World = { knobs: { timeout: 1000 }, script: [loseReceipt()] };

export const retryAfterLostRequest: World = { knobs: { retries: 1 }, script: [loseRequest()] };
export const retryAfterLostReceipt: World = { knobs: { retries: 1 }, script: [loseReceipt()] };
export const bothRequestsLost: World = { knobs: { retries: 1 }, script: [loseRequest(1), loseRequest(2)] };
export const slowFirstRequest: World = { knobs: { retries: 1 }, script: [delayRequest(300_000)] };
export const lessSlowFirstRequest: World = { knobs: { retries: 1 }, script: [delayRequest(120_000)] };

/** Up to three retries; the first request is lost, then the receipt of the second. */
export const persistent: World = { knobs: { retries: 3 }, script: [loseRequest(1), loseReceipt(1)] };
export const persistentOnce: World = { knobs: { retries: 3 }, script: [loseRequest(1), loseRequest(2)] };
export const persistentThrice: World = { knobs: { retries: 3 }, script: [loseReceipt(1), loseReceipt(2)] };
