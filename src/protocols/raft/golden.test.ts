/** Short runs, line by line, to be reviewed whenever they change: `vitest -u` writes them anew. */

import { expect, it } from 'vitest';
import { nodeId } from '#/kernel';
import { border, crash, cut, mend, restart, run, type Setting } from './five.fixture';
import { telling } from './telling.fixture';

const three: Setting = { servers: 3, seed: 5, durable: { alice: { home: 'S1' } } };

it.each<[string, Setting]>([
  ['election-and-write', { ...three, calls: [[270, 'alice', 'write', 7]], untilMs: 370 }],
  [
    'overwritten',
    {
      ...three,
      calls: [
        [300, 'alice', 'write', 'lost'],
        [750, 'bob', 'write', 'kept'],
      ],
      durable: { alice: { home: 'S1' }, bob: { home: 'S2' } },
      params: { heartbeatUs: 100_000, retryUs: 0 },
      orders: [cut(290, border(['S1'], 3)), mend(900, border(['S1'], 3))],
      untilMs: 1010,
    },
  ],
  [
    'split-vote-and-crash',
    {
      ...three,
      servers: 5,
      params: { electionMinUs: 150_000, electionMaxUs: 152_000, heartbeatUs: 100_000 },
      script: [
        {
          when: { type: 'persisted', key: 'led' },
          command: { verb: 'crash', node: nodeId('S1'), disk: 'kept' },
        },
      ],
      orders: [crash(5, 'S5'), crash(5, 'S4'), restart(420, 'S4')],
      untilMs: 700,
    },
  ],
])('%s', async (name, setting) => {
  await expect(telling(run(setting).world.trace)).toMatchFileSnapshot(`golden/${name}.txt`);
});
