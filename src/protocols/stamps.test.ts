/** Stamps of every scenario there is, on random seeds and links, against what its trace says of causes. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { concurrent, hybridClock, past, predecessors, stampsOf, vectorClock } from '#/kernel';
import { finish, loadProtocol, type Scenario, scenarioLoaders, scenario as schema } from '#/scenarios';

const grounds = await Promise.all(
  Object.values(scenarioLoaders).map(async (load) => {
    const scenario: Scenario = schema.parse(await load());
    return { scenario, module: await loadProtocol(scenario.protocol) };
  }),
);

it.each(grounds.map((ground) => [ground.scenario.name, ground] as const))(
  '%s: a vector is smaller exactly when its event came before; the other clocks never say the contrary',
  (_, { scenario, module }) => {
    fc.assert(
      fc.property(fc.nat(4_000_000_000), fc.nat(1_000_000), (seed, place) => {
        const links = scenario.links.flatMap(({ between: [from, to] }) => [
          { from, to },
          { from: to, to: from },
        ]);
        const rules = { loss: 0.1, duplicate: 0.2, reorder: 0.3 };
        const script = [{ at: 0, command: { verb: 'rule', links, rules } as const }];
        // Of a run of millions of events, its beginning.
        const short = { ...scenario, stop: { ...scenario.stop, events: 1000 } };
        const { trace } = finish(short, module, { seed, script });
        const [lamport, vector, hlc] = [
          stampsOf(trace, 'lamport'),
          stampsOf(trace, 'vector'),
          stampsOf(trace, 'hlc'),
        ];
        const id = place % trace.length;
        if (trace[id]?.node === null) return;
        const before = past(trace, id, predecessors(trace));
        let wrong = '';
        for (const { id: other, node } of trace) {
          if (node === null || other === id) continue;
          const [mine, its] = [vector[id], vector[other]];
          if (!mine || !its) wrong = `no stamp: ${other}`;
          else if ((vectorClock.compare(its, mine) === -1) !== before.has(other))
            wrong = `vector of ${other}`;
          else if (before.has(other) && concurrent(its, mine)) wrong = `concurrent: ${other}`;
          if (!before.has(other)) continue;
          if ((lamport[other] as number) >= (lamport[id] as number)) wrong = `Lamport of ${other}`;
          if (hybridClock.compare(hlc[other] as never, hlc[id] as never) !== -1) wrong = `HLC of ${other}`;
        }
        expect(wrong).toBe('');
      }),
      { numRuns: 25 },
    );
  },
);
