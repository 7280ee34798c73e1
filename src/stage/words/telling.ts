/** Which entries a log tells by itself, and which only when asked for everything. */

import type { Entry } from '#/scenarios';

/** Commands whose whole effect is another entry, which says it better. */
const echoed = new Set([
  'drop',
  'hold',
  'release',
  'duplicate',
  'delay',
  'restart',
  'pause',
  'resume',
  'slow',
  'clock',
  'invoke',
]);

const quiet = new Set<Entry['type']>(['started', 'timer set', 'timer cancelled', 'chose']);

export function tells(entry: Entry): boolean {
  if (entry.type === 'command') {
    if (entry.refused !== null) return true;
    const { command } = entry;
    return !echoed.has(command.verb) && !(command.verb === 'crash' && command.afterEffect === undefined);
  }
  return !quiet.has(entry.type);
}
