/** One scenario in a full-page figure, with every fault and every knob the engine has. */

import { useEffect, useMemo } from 'react';
import { frames, knobsOf, Player, type PlayerOptions, stillness } from '#/player';
import { everything, type ProtocolModule, type Scenario, type Step, type Variant } from '#/scenarios';
import { Figure, type FigurePart } from '#/stage';

export interface BenchProps {
  scenario: Scenario;
  module: ProtocolModule;
  variant?: Variant;
  steps?: readonly Step[];
  /** Where the cursor stands at first; the scenario's own opening where it is left out. */
  opening?: PlayerOptions['opening'] | undefined;
  /** Everything the engine has, and not only what the scenario offers. */
  all?: boolean;
  hide?: readonly FigurePart[];
  locked?: boolean;
  size?: 'compact' | 'lesson' | 'full';
  /** Virtual times to be marked on the time bar. */
  marks?: readonly number[] | undefined;
  /** The virtual time at which a promise is broken. */
  breaksAt?: number | undefined;
  /** Hears of the player once it is there. */
  onPlayer?: (player: Player) => void;
}

const NONE: Variant = {};
const NO_STEPS: readonly Step[] = [];

export function Bench({
  scenario,
  module,
  variant = NONE,
  steps = NO_STEPS,
  opening,
  all = false,
  hide,
  locked,
  size = 'full',
  marks,
  breaksAt,
  onPlayer,
}: BenchProps) {
  const player = useMemo(
    () =>
      new Player({
        scenario,
        module,
        variant,
        steps,
        ...(all ? { offered: everything(scenario, module) } : {}),
        ...(opening ? { opening } : {}),
        ticker: typeof requestAnimationFrame === 'function' ? frames : stillness,
      }),
    [scenario, module, variant, steps, opening, all],
  );
  useEffect(() => {
    onPlayer?.(player);
    return () => player.pause();
  }, [player, onPlayer]);
  return (
    <Figure
      run={player}
      knobs={() => knobsOf(player)}
      size={size}
      hide={hide}
      locked={locked}
      marks={marks}
      breaksAt={breaksAt}
      label={scenario.title}
      caption={scenario.summary}
    />
  );
}
