/**
 * The hybrid logical clock of Kulkarni, Demirbas and others, "Logical physical clocks", OPODIS 2014, figure 5, with
 * the paper's names. l is the largest physical time heard of; c tells apart events that share an l.
 *
 * What the paper proves and the tests hold it to: e → f implies (l, c) of e is smaller; l is never below the node's
 * own physical time, and above it by at most ε, the most that two clocks are apart; and c stays bounded as long as
 * the clock of a node ticks between its events. Physical time counts from 0, as l does.
 */

import { byNumber, type EventPlace, type LogicalClock } from './rules';

export interface Hybrid {
  readonly l: number;
  readonly c: number;
}

/** "Send or local event" of figure 5. */
function move(own: Hybrid, { wall: pt }: EventPlace): Hybrid {
  const l = Math.max(own.l, pt);
  return { l, c: l === own.l ? own.c + 1 : 0 };
}

/** "Receive event of message m" of figure 5. */
function receive(own: Hybrid, m: Hybrid, { wall: pt }: EventPlace): Hybrid {
  const l = Math.max(own.l, m.l, pt);
  if (l === own.l && l === m.l) return { l, c: Math.max(own.c, m.c) + 1 };
  if (l === own.l) return { l, c: own.c + 1 };
  if (l === m.l) return { l, c: m.c + 1 };
  return { l, c: 0 };
}

export const hybridClock: LogicalClock<Hybrid> = {
  init: () => ({ l: 0, c: 0 }),
  local: move,
  send: move,
  receive,
  compare: (a, b) => byNumber(a.l, b.l) || byNumber(a.c, b.c),
};
