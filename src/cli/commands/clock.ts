/**
 * `lab clock --kind lamport|vector|hlc <script.json>`: the stamp of every event of a script, in the script's order.
 * What a script is, `../clock-script.ts` says; the rules of each clock are the kernel's own.
 */

import type { z } from 'zod';
import {
  type Counts,
  type Hybrid,
  hybridClock,
  type LogicalClock,
  lamportClock,
  vectorClock,
} from '#/kernel';
import { stampings } from '#/scenarios';
import { type Answer, BadInput, columns } from '../answer';
import { type Asked, onlyFlags } from '../asked';
import { type ClockScript, readClockScript, type ScriptEvent } from '../clock-script';
import type { clockOutput } from '../output';
import type { ReadText } from './check';

type Stamped = { readonly stamp: number | Counts | Hybrid; readonly text: string };

const by =
  <S extends Stamped['stamp']>(rules: LogicalClock<S>, text: (stamp: S) => string) =>
  (script: ClockScript): readonly Stamped[] =>
    stampings(rules, script.nodes, script.events).map(({ stamp }) => ({ stamp, text: text(stamp) }));

const countsText = (counts: Counts): string =>
  Object.entries(counts)
    .map(([node, count]) => `${node} ${count}`)
    .join(', ');

const CLOCKS = {
  lamport: by(lamportClock, String),
  vector: by(vectorClock, countsText),
  hlc: by(hybridClock, ({ l, c }) => `l ${l} ms, c ${c}`),
};

export function clock(asked: Asked, readText: ReadText): Answer {
  onlyFlags(asked, ['kind']);
  const [, file, more] = asked.words;
  const kind = asked.flags.get('kind');
  const all = Object.keys(CLOCKS).join(', ');
  if (kind === undefined) throw new BadInput(`Which clock? --kind is one of ${all}.`);
  if (!isKind(kind)) throw new BadInput(`--kind is one of ${all}, not ${kind}.`);
  if (file === undefined) throw new BadInput('Which script? npm run -s lab -- clock --kind … <script.json>');
  if (more !== undefined) throw new BadInput(`One script at a time: what is ${more} for?`);
  const script = readClockScript(readText(file), kind === 'hlc');
  if (!script.ok) throw new BadInput(`${file}:${script.line}:${script.column}: ${script.reason}`);
  const stamped = CLOCKS[kind](script);
  const json: z.infer<typeof clockOutput> = script.events.map(({ id, node }, i) => ({
    id,
    node,
    stamp: (stamped[i] as Stamped).stamp,
  }));
  return { json, lines: lines(script, stamped), exit: 0 };
}

const isKind = (kind: string): kind is keyof typeof CLOCKS => Object.hasOwn(CLOCKS, kind);

const what = ({ kind, message }: ScriptEvent): string => (message === null ? kind : `${kind}s ${message}`);

function lines({ events }: ClockScript, stamped: readonly Stamped[]): readonly string[] {
  if (events.length === 0) return ['No events.'];
  return columns(events.map((event, i) => [`${event.id}`, event.node, what(event), stamped[i]?.text ?? '']));
}
