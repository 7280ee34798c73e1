import { describe, expect, it } from 'vitest';
import { Player, stillness, Twin } from '#/player';
import type { Command } from '#/scenarios';
import { prepareLesson } from '../lesson/prepare';
import { lesson01 } from '../lesson-01.fixture';
import { halvesOf } from './twin-halves';

const { data, module } = await prepareLesson(lesson01);
const pair = data.twins?.retry ?? { left: {}, right: {} };
const player = (variant: typeof pair.left) =>
  new Player({ scenario: data.scenario, module, variant, ticker: stillness, opening: { atUs: 0 } });
const cut = data.scenario.actions.find((action) => action.id === 'cut')?.command as Command;

describe('the halves of twins', () => {
  it('do everything to both, whichever one is touched', () => {
    const twin = new Twin(player(pair.left), player(pair.right));
    const { left, right } = halvesOf(twin);
    expect(left.act(cut)).toBeNull();
    for (const half of [left, right]) expect(half.view().links.every((link) => link.cut)).toBe(true);
    right.undo();
    for (const half of [left, right]) expect(half.view().links.some((link) => link.cut)).toBe(false);
  });

  it('are led by the one that lasts longer, or by the left one: the other follows it to the end', () => {
    for (const [left, right] of [
      [pair.left, pair.right],
      [pair.right, pair.left],
      [pair.left, pair.left],
    ] as const) {
      const twin = new Twin(player(left), player(right));
      const { leading } = halvesOf(twin);
      leading.runUntil('end');
      const ends = [twin.left, twin.right].map((one) => one.store.getState().over);
      expect(ends).toEqual([true, true]);
    }
  });

  it('move together', () => {
    const twin = new Twin(player(pair.left), player(pair.right));
    const { left, right } = halvesOf(twin);
    twin.seek(100_000);
    expect([left.now(), right.now()]).toEqual([100_000, 100_000]);
  });
});
