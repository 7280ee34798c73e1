/** Simpler versions of one thing that is done to a run, the simplest first: what shrinking tries in its place. */

import type { Command, Micros } from '#/kernel';
import type { Squall } from './squall';

const ROUND_US = [100_000, 10_000, 1_000];

const roundings = (us: Micros): readonly Micros[] =>
  ROUND_US.map((unit) => Math.round(us / unit) * unit).filter((rounded) => rounded !== us);

function simplerCommands(command: Command): readonly Command[] {
  switch (command.verb) {
    case 'crash': {
      const { afterEffect, on, ...plain } = command;
      if (afterEffect === undefined) return [];
      const fewer = Array.from({ length: afterEffect }, (_, k) => ({ ...command, afterEffect: k }));
      return [plain, ...fewer];
    }
    case 'rule': {
      const rules = Object.entries(command.rules).filter(([, value]) => value !== 0);
      const single = rules.map(([name, value]) => ({ ...command, rules: { [name]: value } }));
      const certain = rules.map(([name]) => ({ ...command, rules: { [name]: 1 } }));
      return Object.keys(command.rules).length === 1 ? certain.filter((c) => differs(c, command)) : single;
    }
    case 'slow':
      return command.factor > 2 ? [{ ...command, factor: 2 }] : [];
    case 'delay':
      return roundings(command.byUs)
        .filter((byUs) => byUs > 0)
        .map((byUs) => ({ ...command, byUs }));
    default:
      return [];
  }
}

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** The same thing at a rounder time, or less of it at the same one. */
export function simpler(squall: Squall): readonly Squall[] {
  const less = 'command' in squall ? simplerCommands(squall.command) : [];
  return [
    ...less.map((command) => ({ at: squall.at, command })),
    ...roundings(squall.at).map((at) => ({ ...squall, at })),
  ];
}
