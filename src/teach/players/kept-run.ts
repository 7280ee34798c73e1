/** A player's run as it can be kept, and the moment at which a run is over and can be judged. */

import type { Player } from '#/player';
import { type Finished, finished } from '#/scenarios';
import type { KeptRun } from '../questions/answer';

/** What was done up to the cursor, on the branch that is shown. */
export function keptRunOf(player: Player): KeptRun {
  const { branch, index } = player.store.getState();
  const steps = player.recording
    .branch(branch)
    .steps.filter((step) => step.index < index && 'command' in step);
  return { steps: steps as KeptRun['steps'] };
}

/** Puts a kept run into a player. A sentence when it no longer replays, as after a change of the engine; else null. */
export function replay(player: Player, run: KeptRun): string | null {
  try {
    player.reset(run.steps);
    player.start();
    return null;
  } catch {
    player.reset();
    return 'This run was made with an earlier version of the lab, and the present one cannot replay it.';
  }
}

/** Calls `hear` each time the cursor comes to the end of a run in which nothing more can happen. */
export function onEnd(player: Player, hear: (run: Finished, kept: KeptRun) => void): () => void {
  let heard = '';
  const listen = (): void => {
    const { over, index, frontier, branch, run, mode } = player.store.getState();
    if (!over || index < frontier || mode === 'seeking') {
      if (index < frontier) heard = '';
      return;
    }
    const end = `${run}:${branch}:${index}`;
    if (end === heard) return;
    const metrics = player.metricsOfWhole();
    // What counts load is fetched; the store says when it is there.
    if (player.metered && metrics === null) return;
    heard = end;
    const trace = player.trace();
    hear(
      finished({
        nodes: player.scenario.nodes,
        // Of a long run only the end is kept.
        trace: trace[0]?.id === 0 ? trace : null,
        view: player.view(),
        operations: player.operations(),
        metrics,
      }),
      keptRunOf(player),
    );
  };
  listen();
  return player.store.subscribe(listen);
}
