/** A chain of users and four tiers, as tests run it. */

import { type Command, nodeId, type WorldConfig } from '#/kernel';

export const names = ['users', 'web', 'orders', 'stock', 'database'].map(nodeId);

interface Given {
  readonly params?: NonNullable<WorldConfig['params']>;
  readonly script?: readonly (readonly [number, Command])[];
  readonly seed?: number;
  readonly untilUs: number;
}

/** Links take half a millisecond each way. */
export const chainConfig = ({ params = {}, script = [], seed = 1, untilUs }: Given): WorldConfig => ({
  seed,
  nodes: names.map((id, i) => ({ id, role: i === 0 ? 'client' : 'tier' })),
  links: names.slice(1).map((to, i) => ({
    between: [names[i] as typeof to, to] as const,
    rules: { latency: { profile: 'constant', us: 500 } },
  })),
  params,
  script: script.map(([at, command]) => ({ at, command })),
  stop: { atUs: untilUs },
});
