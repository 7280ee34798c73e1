/** A cascade whose database slows down for a while, and what the users get before, meanwhile and long after. */

import { World, type WorldConfig } from '#/kernel';
import { chainConfig } from './chain.fixture';
import { cascade } from './index';
import type { UserState } from './users';

const SECOND = 1_000_000;

interface Trouble {
  readonly params: NonNullable<WorldConfig['params']>;
  readonly seed: number;
  /** In seconds: when the database begins to take three times as long, when it is well again, and when to look last. */
  readonly fromS: number;
  readonly toS: number;
  readonly untilS: number;
}

/** Calls answered a second: up to the trouble, in the last second of it, and in the last five seconds of all. */
export function goodput({ params, seed, fromS, toS, untilS }: Trouble) {
  const script = [
    [fromS * SECOND, { verb: 'set', param: 'slowdown', value: 3 }],
    [toS * SECOND, { verb: 'set', param: 'slowdown', value: 1 }],
  ] as const;
  const world = new World(chainConfig({ params, script, seed, untilUs: untilS * SECOND }), cascade.protocol, {
    trace: null,
  });
  const answered = (atS: number): number => {
    world.run(atS * SECOND);
    const [users] = world.core.s.nodes as unknown as [{ state: UserState }];
    return users.state.answered;
  };
  const before = answered(fromS) / fromS;
  const then = answered(toS - 1);
  const during = answered(toS) - then;
  const late = answered(untilS - 5);
  const broken = Object.keys(cascade.properties).filter(
    (p) => !cascade.properties[p]?.holds(world.view(), []),
  );
  return { before, during, after: (answered(untilS) - late) / 5, broken };
}
