/** The knobs of a player's scenario, where they stand at its cursor, and how to turn them. */

import type { Player } from '#/player';
import { type Knob, knobCommand, knobValue, type Scalar } from '#/scenarios';

export interface TurnableKnob {
  readonly knob: Knob;
  readonly value: Scalar;
  /** Turns it at the cursor. The reason why it cannot be turned, or null. */
  turn(value: Scalar): string | null;
}

/** Read anew at each position: what a knob stands at is part of the run. */
export function knobsOf(player: Player): readonly TurnableKnob[] {
  const view = player.view();
  return player.scenario.knobs.map((knob) => ({
    knob,
    value: knobValue(knob, view),
    turn: (value) => player.act(knobCommand(knob, value)),
  }));
}
