/**
 * Where the numbers of calls and jobs go on after a restart: at a place drawn by chance, so that no reply to a life
 * before is taken for one to this. It is the first choice that a node makes after it has restarted.
 */

import type { Context } from '#/kernel';

export const EARLIER = 10_000;

export const anotherLife = (ctx: Context): number => EARLIER * (1 + ctx.choose(1 << 20));
