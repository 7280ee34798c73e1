/** A panel behind a tab: fetched, with all but the log's, when one of them is first opened. */

import { later } from './later';
import type { PanelProps } from './Panel';

const panels = later<PanelProps>(() => import('./Panel').then((m) => m.Panel));

export const fetchPanels = panels.fetch;

export function LaterPanel(props: PanelProps) {
  const Panel = panels.useIt();
  return Panel && <Panel {...props} />;
}
