/**
 * The command that takes a standing rule back to what it was before another command changed it. Commands on
 * single messages and crashes at once have none: what is lost is lost, and undoing it means going back in the run.
 */

import type { Command, LinkRules } from './command';
import type { View } from './view';

/** The inverse of `command` in the world that `view` shows, as a list since links may differ; null if none. */
export function inverse(view: View, command: Command): readonly Command[] | null {
  switch (command.verb) {
    case 'cut':
    case 'mend': {
      const changed = command.links.filter(
        ({ from, to }) =>
          view.links.find((l) => l.from === from && l.to === to)?.cut !== (command.verb === 'cut'),
      );
      return changed.length === 0 ? [] : [{ verb: command.verb === 'cut' ? 'mend' : 'cut', links: changed }];
    }
    case 'rule':
      return command.links.map(({ from, to }) => {
        const before = view.links.find((l) => l.from === from && l.to === to)?.rules;
        const keys = Object.keys(command.rules) as (keyof LinkRules)[];
        const rules = Object.fromEntries(keys.map((key) => [key, before?.[key]])) as Partial<LinkRules>;
        return { verb: 'rule', links: [{ from, to }], rules };
      });
    case 'set': {
      const value = view.params[command.param];
      return value === undefined ? null : [{ verb: 'set', param: command.param, value }];
    }
    case 'crash':
    case 'disarm': {
      if (command.verb === 'crash' && command.afterEffect === undefined) return null;
      const armed = view.nodes.find((n) => n.id === command.node)?.armed ?? null;
      if (armed === null) return [{ verb: 'disarm', node: command.node }];
      const { disk, afterEffect, on } = armed;
      return [{ verb: 'crash', node: command.node, disk, afterEffect, ...(on === null ? {} : { on }) }];
    }
    case 'pause':
      return [{ verb: 'resume', node: command.node }];
    case 'resume':
      return [{ verb: 'pause', node: command.node }];
    case 'slow': {
      const node = view.nodes.find((n) => n.id === command.node);
      return node ? [{ verb: 'slow', node: command.node, factor: node.factor }] : null;
    }
    case 'clock': {
      const node = view.nodes.find((n) => n.id === command.node);
      if (!node) return null;
      const { id, offsetUs, driftPpm, slew } = node;
      // What was still to be bent goes on being bent.
      const rest = slew ? { slewUs: slew.leftUs, slewPpm: slew.ppm } : {};
      return [{ verb: 'clock', node: id, offsetUs, driftPpm, ...rest }];
    }
    case 'hold':
      return [{ verb: 'release', message: command.message }];
    case 'release':
      return [{ verb: 'hold', message: command.message }];
    default:
      return null;
  }
}
