import { expect, test } from 'vitest';
import type { Scenario } from '#/scenarios';
import { sample } from '../sample.fixture';
import type { Token } from './frame';
import { type Layout, layoutOf } from './layout';
import { spotPlaces } from './spot-places';
import { beside, standAt } from './track';

/** n nodes in a ring, each linked to each. */
function ring(n: number, width: number): Layout {
  const ids = 'ABCDEFG'.slice(0, n).split('');
  const nodes = ids.map((id, i) => {
    const turn = -Math.PI / 2 + (i / n) * 2 * Math.PI;
    return { id, role: 'node', x: 50 + 38 * Math.cos(turn), y: 50 + 40 * Math.sin(turn) };
  });
  const links = ids.flatMap((a, i) => ids.slice(i + 1).map((b) => ({ between: [a, b] })));
  return layoutOf({ ...sample, nodes, links } as unknown as Scenario, width);
}

/** A message this far along each of the first links. */
const along = (layout: Layout, links: number, share: number): Token[] =>
  layout.links
    .slice(0, links)
    .map((link) => ({ ...beside(standAt(link.track, share), link.lane), width: 40, key: link.key }) as Token);

function overlaps(layout: Layout, tokens: readonly Token[]): number {
  const { links, messages } = spotPlaces(layout, tokens);
  const all = [...links, ...messages];
  let found = 0;
  all.forEach((a, i) => {
    for (const b of all.slice(i + 1)) {
      const far = Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));
      if (far < (a.size + b.size) / 2 - 0.01) found++;
    }
  });
  return found;
}

test.each([
  [2, 320, 1],
  [2, 640, 1],
  [3, 320, 3],
  [3, 640, 3],
  [5, 640, 4],
])('%i nodes, %i wide: no button covers another, wherever %i messages are', (n, width, count) => {
  const layout = ring(n, width);
  for (let share = 0; share <= 1; share += 0.05) {
    expect(overlaps(layout, along(layout, count, share)), `at ${share}`).toBe(0);
  }
});

test('a button is 44 pixels where there is room, and never under 24', () => {
  const roomy = spotPlaces(ring(3, 640));
  expect(roomy.links.map((l) => l.size)).toEqual([44, 44, 44]);
  const crowded = spotPlaces(ring(7, 320), along(ring(7, 320), 9, 0.5));
  for (const { size } of [...crowded.links, ...crowded.messages]) expect(size).toBeGreaterThanOrEqual(24);
});

test('messages on top of each other have buttons side by side', () => {
  const layout = ring(2, 640);
  const pile = Array.from({ length: 6 }, () => along(layout, 1, 0.5)).flat();
  expect(overlaps(layout, pile)).toBe(0);
});
