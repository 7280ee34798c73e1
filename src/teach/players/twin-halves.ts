/**
 * The two runs of twins as views see them: whatever is done in one half is done in both, so that they keep to one
 * difference, and time passes while either of them is on the screen.
 */

import type { Player, Twin } from '#/player';

export interface Halves {
  readonly left: Player;
  readonly right: Player;
  /** The half that the other follows: what moves time belongs here, or one of them stands still. */
  readonly leading: Player;
}

export function halvesOf(twin: Twin): Halves {
  const seen = new Map<Player, boolean>();
  const both = (act: (player: Player) => void) => () => {
    act(twin.left);
    act(twin.right);
  };
  const shared: Partial<Player> = {
    act: (command) => twin.act(command),
    undo: both((player) => player.undo()),
    redo: both((player) => player.redo()),
    step: () => twin.step(),
    reset: both((player) => player.reset()),
  };
  const half = (player: Player): Player => {
    const own: Partial<Player> = {
      ...shared,
      setVisible(visible) {
        seen.set(player, visible);
        twin.shared.setVisible([...seen.values()].some(Boolean));
      },
    };
    return new Proxy(player, {
      get(target, name) {
        const instead = own[name as keyof Player];
        if (instead !== undefined) return instead;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  };
  const [left, right] = [half(twin.left), half(twin.right)];
  return { left, right, leading: twin.shared.store === twin.left.store ? left : right };
}
