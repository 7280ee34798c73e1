/** A run as files for other tools, up to where it is shown. Fetched when one is first asked for. */

import type { Player } from '#/player';
import { historyOnFile, historyText, mermaidText, objectOf, shivizText } from '#/scenarios';
import { clause } from '#/stage';

export type RunFile = 'history' | 'shiviz' | 'mermaid';

export interface Written {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** Null for a history where the operations are those of no object. */
export function writeRun(player: Player, what: RunFile): Written | null {
  const { scenario, module } = player;
  const trace = player.trace();
  const words = (entry: (typeof trace)[number]) => clause(entry, scenario);
  if (what === 'shiviz') {
    return { name: `${scenario.name}.shiviz.log`, type: 'text/plain', text: shivizText(trace, words) };
  }
  if (what === 'mermaid') {
    const nodes = scenario.nodes.map(({ id, label }) => ({ id, ...(label === undefined ? {} : { label }) }));
    return { name: `${scenario.name}.mmd`, type: 'text/plain', text: mermaidText(trace, nodes, words) };
  }
  const history = historyOnFile(scenario.name, player.operations(), module, scenario.nodes);
  const object = objectOf(module);
  if (!history || !object) return null;
  return {
    name: `${scenario.name}-history.json`,
    type: 'application/json',
    text: historyText(history, object),
  };
}
