/**
 * The signs a chip can show: the kinds of message of the lesson's scenario, and what the figure draws in every
 * lesson. Each is found in a trace by a pattern, so that word and figure point at one another.
 */

import type { Pattern, Scenario } from '#/scenarios';
import type { ChipShape, Hue } from '#/ui';

export interface Sign {
  readonly shape: ChipShape;
  readonly hue?: Hue;
  /** What it is in a trace, if it is a happening. */
  readonly pattern?: Pattern;
}

const drawn = {
  dropped: { shape: 'dashed-cross', hue: 'vermilion', pattern: { type: 'dropped' } },
  held: { shape: 'tray', hue: 'amber', pattern: { type: 'held' } },
  duplicate: { shape: 'twin', hue: 'teal', pattern: { type: 'duplicated' } },
  timer: { shape: 'arc', hue: 'amber', pattern: { type: 'timer set' } },
  'time-out': { shape: 'open-bar', hue: 'amber', pattern: { type: 'completed', seen: 'timeout' } },
  written: { shape: 'bar', hue: 'blue', pattern: { type: 'persisted' } },
  crashed: { shape: 'hatched', hue: 'slate', pattern: { type: 'crashed' } },
  paused: { shape: 'paused', hue: 'slate', pattern: { type: 'paused' } },
  leader: { shape: 'disc', hue: 'blue' },
  candidate: { shape: 'ring', hue: 'blue' },
  follower: { shape: 'circle' },
  partition: { shape: 'cut', hue: 'plum', pattern: { type: 'command', verb: 'cut' } },
  operation: { shape: 'bar', hue: 'blue', pattern: { type: 'invoked' } },
  unknown: { shape: 'open-bar', hue: 'slate', pattern: { type: 'completed', outcome: 'unknown' } },
  stale: { shape: 'stripes', hue: 'vermilion' },
} as const satisfies Record<string, Sign>;

/** The signs that every lesson has; a scenario adds its kinds of message. */
export const everyday = Object.keys(drawn);

/** Throws a sentence for a sign that neither the figure nor the scenario has. */
export function signOf(kind: string, scenario: Scenario): Sign {
  const message = Object.hasOwn(scenario.kinds, kind) ? scenario.kinds[kind] : undefined;
  if (message) {
    const hue = message.shape === 'diamond' ? 'amber' : 'teal';
    return { shape: message.shape, hue, pattern: { type: 'sent', kind } };
  }
  if (Object.hasOwn(drawn, kind)) return drawn[kind as keyof typeof drawn];
  const known = [...Object.keys(scenario.kinds), ...everyday].join(', ');
  throw new Error(`There is no sign called ${kind}. A chip shows one of: ${known}.`);
}
