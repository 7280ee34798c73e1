/**
 * The asking side of NTP as a state that any role can hold: it asks each `pollUs`, and does with the answer what
 * `discipline` says: watch, step, slew, or as ntpd does, which slews what is small and steps what is not. `off`: it
 * asks nobody.
 * Leaves out all that makes NTP good: many servers, the filter that trusts the quickest of eight answers, and the loop
 * that learns the clock's own drift. Here each answer is believed.
 */

import type { Context, Message, Micros } from '#/kernel';
import { boundOf, delayOf, type Exchange, offsetOf } from './exchange';

export interface Discipline {
  /** Its timer runs: from the start or, where nobody wanted the time then, since somebody did. */
  begun: boolean;
  asked: number;
  /** When the question was asked that has no answer yet, by the node's own clock; null when there is none. */
  askedAt: Micros | null;
  answered: number;
  /** The last exchange, what the monotonic clock read when it was complete, and whether the clock was corrected by it. */
  last: (Exchange & { readonly monotonic: Micros; readonly corrected: boolean }) | null;
}

export const disciplineParams = {
  pollUs: 1_000_000,
  discipline: 'step',
  slewPpm: 500,
  /** RFC 5905, figure 20: STEPT. */
  stepAboveUs: 128_000,
  serverWorkUs: 0,
} as const;
export const disciplineChoices = { discipline: ['off', 'watch', 'step', 'slew', 'ntpd'] } as const;

export const POLL = 'poll';

/** The first question is asked one interval after the start; `asleep`: after it has been woken. */
export function beginDiscipline(ctx: Context, asleep = false): Discipline {
  const own: Discipline = { begun: false, asked: 0, askedAt: null, answered: 0, last: null };
  if (!asleep) wake(ctx, own);
  return own;
}

export function wake(ctx: Context, own: Discipline): void {
  if (own.begun || ctx.nodes('time').length === 0) return;
  own.begun = true;
  ctx.after(POLL, ctx.params.pollUs as Micros);
}

export function poll(ctx: Context, own: Discipline): void {
  const server = ctx.nodes('time')[0];
  if (server === undefined) return;
  if (ctx.params.discipline !== 'off') {
    own.asked++;
    own.askedAt = ctx.now();
    ctx.send(server, 'ask', { nth: own.asked, t0: own.askedAt });
  }
  ctx.after(POLL, ctx.params.pollUs as Micros);
}

/** An answer to an earlier question, or a copy of one that has been used, is dropped. */
export function hearTime(ctx: Context, own: Discipline, message: Message): void {
  const { nth, t0, t1, t2 } = message.body as unknown as Omit<Exchange, 't3'> & { readonly nth: number };
  if (nth !== own.asked || own.askedAt === null) return;
  const exchange = { t0, t1, t2, t3: ctx.now() };
  own.askedAt = null;
  own.answered++;
  own.last = { ...exchange, monotonic: ctx.monotonic(), corrected: correct(ctx, offsetOf(exchange)) };
}

function correct(ctx: Context, offset: Micros): boolean {
  const { discipline, slewPpm, stepAboveUs } = ctx.params;
  if (discipline === 'off' || discipline === 'watch') return false;
  const steps =
    discipline === 'step' || (discipline === 'ntpd' && Math.abs(offset) > (stepAboveUs as Micros));
  if (!steps) ctx.adjustClock({ slewUs: offset, slewPpm: slewPpm as number });
  else if (offset !== 0) ctx.adjustClock({ stepUs: offset });
  return true;
}

/** "+12 ms", "−0.5 ms". */
export const shiftText = (us: Micros): string => `${us < 0 ? '−' : '+'}${Math.abs(us) / 1000} ms`;

export const disciplineWords = ({ last }: Discipline): string =>
  last === null ? 'has asked nobody' : `was ${shiftText(0 - offsetOf(last))}, ± ${boundOf(last) / 1000} ms`;

export function disciplineFacts({ last, asked, answered }: Discipline) {
  const facts = [{ name: 'asked the time', value: `${asked} times, ${answered} answered` }];
  if (last === null) return facts;
  return [
    ...facts,
    { name: 'last found its clock', value: `${shiftText(0 - offsetOf(last))} off` },
    { name: 'round trip', value: `${delayOf(last) / 1000} ms` },
    { name: 'certain to within', value: `${boundOf(last) / 1000} ms` },
  ];
}
