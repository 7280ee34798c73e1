/**
 * The logs of a world over its time: what stands at each place of each log, since when, and whose message put it there.
 * Read from what nodes say of themselves, as the picture of the logs is. What is down has no log meanwhile.
 */

import { type Entry, fits, type Micros, type Pattern, type View, World } from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import { worldConfig } from '../../build';
import type { Scenario, Variant } from '../../schema/scenario';

/** What stood at one place of a log for a while. */
export interface Stay {
  /** Null for nothing. */
  readonly term: number | null;
  readonly fromUs: Micros;
  /** Whose message brought it; null where nobody's did, as with what a leader adds itself. */
  readonly by: string | null;
}

export interface LogPast {
  /** Just after the event in which each pattern first fits; null where it never does. */
  readonly views: readonly (View | null)[];
  /** By node, then by place, entry 1 first: what stood there, in order. */
  readonly stays: ReadonlyMap<string, readonly (readonly Stay[])[]>;
}

/** `entries`: how many places of each log are followed. */
export function logPast(
  scenario: Scenario,
  module: ProtocolModule,
  variant: Variant,
  patterns: readonly Pattern[],
  entries: number,
): LogPast {
  const views: (View | null)[] = patterns.map(() => null);
  const left = patterns.map(({ nth }) => nth ?? 1);
  const stays = new Map<string, Stay[][]>();
  let event: Entry[] = [];
  const world = new World(worldConfig(scenario, module, variant), module.protocol, {
    trace: null,
    sink: (entry) => void event.push(entry),
  });

  function look(): void {
    const due = patterns.flatMap((pattern, i) => {
      const before = left[i] as number;
      const now = before - event.filter((entry) => fits(pattern, entry)).length;
      left[i] = now;
      return before > 0 && now <= 0 ? [i] : [];
    });
    const written = entries > 0 && event.some(({ type }) => writes.has(type));
    if (due.length === 0 && !written) return;
    const view = world.view();
    for (const i of due) views[i] = view;
    if (written) follow(stays, view, event, entries);
  }

  look();
  for (event = []; world.next(); event = []) look();
  return { views, stays };
}

/** After nothing else has a log changed. */
const writes: ReadonlySet<Entry['type']> = new Set(['started', 'persisted', 'restarted']);

function follow(stays: Map<string, Stay[][]>, view: View, event: readonly Entry[], entries: number): void {
  for (const { id, log } of view.nodes) {
    if (!log) continue;
    const places = stays.get(id) ?? Array.from({ length: entries }, (): Stay[] => []);
    stays.set(id, places);
    const heard = event.find((entry) => entry.type === 'delivered' && entry.node === id);
    const by = heard?.type === 'delivered' ? heard.from : null;
    places.forEach((past, place) => {
      const term = log.cells[place + 1 - log.from]?.term ?? null;
      if (past.length > 0 && past.at(-1)?.term === term) return;
      // Who never had it there himself has not brought it: a vote brings nothing.
      const had = stays.get(by ?? '')?.[place]?.some((stay) => stay.term === term);
      past.push({ term, fromUs: view.at, by: had ? by : null });
    });
  }
}
