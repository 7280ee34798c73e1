/** The run at its position, again for each event, command or branch, and never once a frame. */

import type { View } from '#/scenarios';
import { useRun, useRunState } from '../run';

export function useView(): View {
  const run = useRun();
  useRunState((s) => s.index);
  useRunState((s) => s.branch);
  useRunState((s) => s.run);
  return run.view();
}
