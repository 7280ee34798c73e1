/** Two-phase commit gone wrong, each in a way people have got it wrong: one line of the protocol, left out or misread. */

import type { Context } from '#/kernel';
import type { Mutant } from '../module';

type Name = 'counts-copies' | 'majority-is-enough' | 'prepared-may-abort' | 'forgets' | 'says-before-writing';

export const MUTANTS: Readonly<Record<Name, Mutant>> = {
  'counts-copies': {
    belief: 'As many Prepared messages as resource managers mean that each of them is prepared.',
    breaks: 'consistent',
    under: ['duplicate'],
    // In a run with time somebody has to refuse.
    params: { refusing: 1 },
  },
  'majority-is-enough': {
    belief: 'When more than half are prepared, the transaction may commit.',
    breaks: 'consistent',
    under: ['slow'],
    params: { refusing: 1 },
  },
  'prepared-may-abort': {
    belief: 'As long as nobody has said commit, a resource manager may still change its mind.',
    breaks: 'consistent',
    under: ['delay'],
  },
  forgets: {
    belief: 'Who comes back after a crash can begin again.',
    breaks: 'consistent',
    under: ['crash', 'restart'],
  },
  'says-before-writing': {
    belief: 'Saying it first and writing it down afterwards comes to the same.',
    breaks: 'consistent',
    under: ['crash', 'restart'],
  },
};

export const is = (ctx: Context, mutant: Name): boolean => ctx.params.mutant === mutant;

/** Writes the state down and then tells others, in this order: a crash may come between. */
export function writeThenSay(ctx: Context, state: string, say: () => void): void {
  const write = () => {
    if (!is(ctx, 'forgets')) ctx.persist('state', state);
  };
  const [first, second] = is(ctx, 'says-before-writing') ? [say, write] : [write, say];
  first();
  second();
}
