/**
 * A panel that a page does not bring with it: it is fetched when its tab is first opened. On a server, and until it
 * is there, its place is empty.
 */

import { type ComponentType, useEffect, useState } from 'react';
import type { PanelProps } from './Panel';

type Fetched = ComponentType<PanelProps>;

let here: Fetched | null = null;

/** Fetches what stands behind all tabs but the log's. Again after a failure, such as a network that was away. */
export async function fetchPanels(): Promise<Fetched> {
  here ??= (await import('./Panel')).Panel;
  return here;
}

export function LaterPanel(props: PanelProps) {
  const [Panel, setPanel] = useState<Fetched | null>(() => here);
  useEffect(() => {
    let wanted = true;
    // Where the network is away it stays empty, and is asked for again when its tab is opened again.
    const show = (fetched: Fetched) => wanted && setPanel(() => fetched);
    if (!Panel) fetchPanels().then(show, () => {});
    return () => {
      wanted = false;
    };
  }, [Panel]);
  return Panel && <Panel {...props} />;
}
