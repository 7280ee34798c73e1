/** The knobs of a run: where each stands at the cursor, and how it is turned there. */

import { type Knob, knobCommand, knobValue, type Scalar } from '#/scenarios';
import type { Player } from './player';

export interface TurnedKnob {
  readonly knob: Knob;
  readonly value: Scalar;
  /** Turning is a command like any other: it can be undone, and in the past it makes a branch. */
  readonly turn: (value: Scalar) => string | null;
}

export function knobsOf(player: Player): readonly TurnedKnob[] {
  const view = player.view();
  return player.scenario.knobs.map((knob) => ({
    knob,
    value: knobValue(knob, view),
    turn: (value) => player.act(knobCommand(knob, value, player.view())),
  }));
}
