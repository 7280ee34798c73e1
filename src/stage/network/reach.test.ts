import { expect, test } from 'vitest';
import { sample } from '../sample.fixture';
import type { Token } from './frame';
import { layoutOf, wayKey } from './layout';
import { bothWays, crossedLinks, fateOf, linkAt, tokenAt } from './reach';

const layout = layoutOf(sample, 640);
const [browser, payment] = layout.nodes;
const middle = { x: 320, y: browser?.y ?? 0 };
const way = layout.ways.get(wayKey('browser', 'payment'));
const token = {
  ...middle,
  y: middle.y - 13,
  from: 'browser',
  to: 'payment',
  status: 'in flight',
  key: 't',
} as Token;

test('a line drawn across a link crosses it; one beside it does not', () => {
  expect(
    crossedLinks(layout, [
      { x: 320, y: 20 },
      { x: 330, y: 180 },
    ]),
  ).toHaveLength(1);
  expect(
    crossedLinks(layout, [
      { x: 100, y: 20 },
      { x: 600, y: 20 },
    ]),
  ).toHaveLength(0);
  expect(bothWays(layout.links)).toEqual([
    { from: 'browser', to: 'payment' },
    { from: 'payment', to: 'browser' },
  ]);
});

test('a press takes the message or the link that is near enough', () => {
  const frame = { tokens: [token], timers: [] };
  expect(tokenAt(frame, { x: 330, y: token.y })?.key).toBe('t');
  expect(tokenAt(frame, { x: 400, y: token.y })).toBeNull();
  expect(tokenAt({ ...frame, tokens: [{ ...token, status: 'dropped' }] }, token)).toBeNull();
  expect(linkAt(layout, { x: 250, y: middle.y + 8 })?.a).toBe('browser');
  expect(linkAt(layout, { x: 250, y: middle.y + 30 })).toBeNull();
  expect(payment?.x).toBeGreaterThan(browser?.x ?? 0);
});

test('letting go decides: in the tray it is held, off its link dropped, on its link nothing, outside nothing', () => {
  if (!way) throw new Error('There is no way.');
  expect(fateOf(layout, token, way.tray)).toBe('hold');
  expect(fateOf(layout, token, { x: 320, y: middle.y + 70 })).toBe('drop');
  expect(fateOf(layout, token, { x: 350, y: token.y })).toBeNull();
  expect(fateOf(layout, token, { x: 320, y: -20 })).toBeNull();
  const held = { ...token, status: 'held' } as Token;
  expect(fateOf(layout, held, way.tray)).toBeNull();
  expect(fateOf(layout, held, { x: 350, y: token.y })).toBe('release');
});
