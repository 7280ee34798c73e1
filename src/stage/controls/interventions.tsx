/**
 * What can be done to a node, a link or a message right now, as commands with words, an icon and a letter. The
 * menus in the picture, the inspector and the lists all offer these, so that no way of doing things knows more
 * than another. Only the verbs that a scenario allows are offered.
 */

import type { ReactNode } from 'react';
import type { Command, MessageRef, MessageView, NodeId, NodeView, Scenario, View } from '#/scenarios';
import {
  CrashIcon,
  CutIcon,
  DelayIcon,
  DropIcon,
  DuplicateIcon,
  HoldIcon,
  Kbd,
  MendIcon,
  type MenuAction,
  PauseIcon,
  PlayIcon,
  ReleaseIcon,
  RestartIcon,
  UndoIcon,
} from '#/ui';
import type { Run } from '../run';
import { nodeName, skewText, timeText } from '../words';

export interface Intervention {
  readonly id: string;
  readonly label: string;
  readonly icon: ReactNode;
  /** The letter that does it while the thing has the focus. */
  readonly letter?: string;
  readonly command: Command;
}

const SIZE = 18;

function allowed(scenario: Scenario, offers: readonly (Intervention | false)[]): readonly Intervention[] {
  return offers.filter((o): o is Intervention => o !== false && scenario.faults.includes(o.command.verb));
}

/** The step of 1, 2 or 5 times a power of ten that is nearest below. */
function roundedDown(us: number): number {
  let step = 1;
  while (step * 10 <= us) step *= 10;
  return us >= step * 5 ? step * 5 : us >= step * 2 ? step * 2 : step;
}

/** Lengths of time that can be seen at the pace of a scenario: a short one and a long one. */
const noticeable = (scenario: Scenario): readonly [number, number] => [
  roundedDown(scenario.pace * 0.65),
  roundedDown(scenario.pace * 2.6),
];

const SLOW = 4;

export function nodeInterventions(node: NodeView, scenario: Scenario): readonly Intervention[] {
  const { id, status } = node;
  const [, far] = noticeable(scenario);
  const up = status !== 'crashed';
  return allowed(scenario, [
    up && {
      id: 'crash',
      label: 'Crash',
      icon: <CrashIcon size={SIZE} />,
      letter: 'c',
      command: { verb: 'crash', node: id, disk: 'kept' },
    },
    up && {
      id: 'crash-lost',
      label: 'Crash and lose the disk',
      icon: <CrashIcon size={SIZE} />,
      command: { verb: 'crash', node: id, disk: 'lost' },
    },
    node.armed !== null && {
      id: 'disarm',
      label: 'Call off the crash',
      icon: <UndoIcon size={SIZE} />,
      command: { verb: 'disarm', node: id },
    },
    !up && {
      id: 'restart',
      label: 'Restart',
      icon: <RestartIcon size={SIZE} />,
      letter: 'r',
      command: { verb: 'restart', node: id },
    },
    status === 'running' && {
      id: 'pause',
      label: 'Pause',
      icon: <PauseIcon size={SIZE} />,
      letter: 'p',
      command: { verb: 'pause', node: id },
    },
    status === 'paused' && {
      id: 'resume',
      label: 'Resume',
      icon: <PlayIcon size={SIZE} />,
      letter: 'p',
      command: { verb: 'resume', node: id },
    },
    up &&
      node.factor === 1 && {
        id: 'slow',
        label: `Slow down ${SLOW} times`,
        icon: <DelayIcon size={SIZE} />,
        command: { verb: 'slow', node: id, factor: SLOW },
      },
    up &&
      node.factor !== 1 && {
        id: 'full-speed',
        label: 'Full speed',
        icon: <DelayIcon size={SIZE} />,
        command: { verb: 'slow', node: id, factor: 1 },
      },
    up && {
      id: 'clock-on',
      label: `Step its clock by ${skewText(far)}`,
      icon: <DelayIcon size={SIZE} />,
      command: { verb: 'clock', node: id, stepUs: far },
    },
    up && {
      id: 'clock-back',
      label: `Step its clock by ${skewText(-far)}`,
      icon: <DelayIcon size={SIZE} />,
      command: { verb: 'clock', node: id, stepUs: -far },
    },
  ]);
}

const refOf = ({ from, to, kind, nth, copy }: MessageView): MessageRef => ({
  from,
  to,
  kind,
  nth,
  ...(copy > 0 ? { copy } : {}),
});

export function messageInterventions(m: MessageView, scenario: Scenario): readonly Intervention[] {
  const message = refOf(m);
  const held = m.status === 'held';
  const delays = noticeable(scenario).map(
    (byUs, i): Intervention => ({
      id: `delay-${i}`,
      label: `Delay by ${timeText(byUs)}`,
      icon: <DelayIcon size={SIZE} />,
      ...(i === 0 ? { letter: 'l' } : {}),
      command: { verb: 'delay', message, byUs },
    }),
  );
  return allowed(scenario, [
    {
      id: 'drop',
      label: 'Drop',
      icon: <DropIcon size={SIZE} />,
      letter: 'd',
      command: { verb: 'drop', message },
    },
    held
      ? {
          id: 'release',
          label: 'Release',
          icon: <ReleaseIcon size={SIZE} />,
          letter: 'h',
          command: { verb: 'release', message },
        }
      : {
          id: 'hold',
          label: 'Hold',
          icon: <HoldIcon size={SIZE} />,
          letter: 'h',
          command: { verb: 'hold', message },
        },
    ...(held ? [] : delays),
    {
      id: 'duplicate',
      label: 'Duplicate',
      icon: <DuplicateIcon size={SIZE} />,
      letter: 'u',
      command: { verb: 'duplicate', message },
    },
  ]);
}

/** The whole link first, which is what a click on it does; then each direction. */
export function linkInterventions(
  link: { readonly a: NodeId; readonly b: NodeId },
  view: View,
  scenario: Scenario,
): readonly Intervention[] {
  const { a, b } = link;
  const ways = [
    { from: a, to: b },
    { from: b, to: a },
  ] as const;
  const isCut = (from: NodeId, to: NodeId) => view.links.some((l) => l.from === from && l.to === to && l.cut);
  const cut = ways.filter((w) => isCut(w.from, w.to));
  const whole = ways.filter((w) => !isCut(w.from, w.to));
  const name = (id: NodeId) => nodeName(scenario, id);
  const path = ({ from, to }: { from: NodeId; to: NodeId }) => `${name(from)} to ${name(to)}`;
  return allowed(scenario, [
    cut.length > 0 && {
      id: 'mend',
      label: cut.length === 2 ? 'Mend, both ways' : 'Mend',
      icon: <MendIcon size={SIZE} />,
      command: { verb: 'mend', links: cut },
    },
    whole.length > 0 && {
      id: 'cut',
      label: whole.length === 2 ? 'Cut, both ways' : 'Cut the other way too',
      icon: <CutIcon size={SIZE} />,
      command: { verb: 'cut', links: whole },
    },
    ...(whole.length === 2
      ? whole.map(
          (way): Intervention => ({
            id: `cut ${way.from}`,
            label: `Cut only ${path(way)}`,
            icon: <CutIcon size={SIZE} />,
            command: { verb: 'cut', links: [way] },
          }),
        )
      : []),
    ...(cut.length === 2
      ? cut.map(
          (way): Intervention => ({
            id: `mend ${way.from}`,
            label: `Mend only ${path(way)}`,
            icon: <MendIcon size={SIZE} />,
            command: { verb: 'mend', links: [way] },
          }),
        )
      : []),
  ]);
}

/** As lines of a menu, with their letters. */
export function asMenu(offers: readonly Intervention[], run: Run): readonly MenuAction[] {
  return offers.map(({ id, label, icon, letter, command }) => ({
    id,
    label,
    icon,
    ...(letter === undefined ? {} : { aside: <Kbd>{letter.toUpperCase()}</Kbd> }),
    onSelect: () => void run.act(command),
  }));
}
