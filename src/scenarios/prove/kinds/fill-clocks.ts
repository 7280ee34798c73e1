/** "Fill in the clocks": the stamps of a script, what a learner wrote, and which slip a wrong row comes from. */

import { onPaper, type Row, type SlipName, slipNames } from '../../clocks/clock-rows';
import { type Stamping, stampings } from '../../clocks/stamp-script';
import type { QuestionOf } from '../answer-key';

type FillClocks = QuestionOf<'fill-clocks'>;

/** By the events' ids; null for a cell that is empty. */
export type Cells = Readonly<Record<string, readonly (number | null)[]>>;

export interface EventKey {
  readonly id: string;
  readonly row: Row;
  /** What each slip makes of it, where that is not the right row. */
  readonly slips: Partial<Readonly<Record<SlipName, Row>>>;
}

export interface FillClocksKey {
  /** What each number of a row is called. */
  readonly slots: readonly string[];
  /** One for each event, in the script's order. */
  readonly events: readonly EventKey[];
  /** The ids of those that are not filled in already. */
  readonly asked: readonly string[];
}

const same = (a: readonly (number | null)[] | undefined, b: Row): boolean =>
  a !== undefined && a.length === b.length && a.every((n, i) => n === b[i]);

export function fillClocksKey(question: FillClocks): FillClocksKey {
  const { clock, nodes, events, given } = question;
  const { rules, slots, row, slips } = onPaper[clock];
  const stamped = stampings(rules, nodes, events);
  return {
    slots: slots(nodes),
    asked: events.map((e) => e.id).filter((id) => !given.includes(id)),
    events: events.map((event, i) => {
      const of = stamped[i] as Stamping<unknown>;
      const right = row(of.stamp, nodes);
      const at = { node: event.node, wall: event.wallMs ?? 0 };
      const made = slipNames.flatMap((name) => {
        const stamp = slips[name]?.(of, at) ?? null;
        const wrong = stamp === null ? right : row(stamp, nodes);
        return same(wrong, right) ? [] : [[name, wrong] as const];
      });
      return { id: event.id, row: right, slips: Object.fromEntries(made) };
    }),
  };
}

export interface RowGrade {
  readonly id: string;
  readonly right: boolean;
  readonly said: readonly (number | null)[];
  readonly row: Row;
  /** The rule it was made by, if it is one that people slip into. */
  readonly slip: SlipName | null;
  /** It is what the right rule makes of what was written before it. */
  readonly follows: boolean;
}

/** One grade for each event that was asked about. */
export function gradeFillClocks(question: FillClocks, key: FillClocksKey, cells: Cells): readonly RowGrade[] {
  const { rules, row, stamp } = onPaper[question.clock];
  const { nodes, events } = question;
  const saidOf = (i: number): readonly number[] | null => {
    const said = cells[events[i]?.id ?? ''];
    return said && key.asked.includes(events[i]?.id ?? '') && said.every((n) => n !== null)
      ? (said as readonly number[])
      : null;
  };
  const onward = stampings(rules, nodes, events, (i) => {
    const said = saidOf(i);
    return said === null ? null : stamp(said, nodes);
  });
  return key.events.flatMap(({ id, row: right, slips }, i) => {
    if (!key.asked.includes(id)) return [];
    const said = cells[id] ?? key.slots.map(() => null);
    const is = same(said, right);
    const slip = is ? undefined : slipNames.find((name) => slips[name] && same(said, slips[name]));
    const follows = !is && same(said, row((onward[i] as Stamping<unknown>).stamp, nodes));
    return [{ id, right: is, said, row: right, slip: follows ? null : (slip ?? null), follows }];
  });
}
