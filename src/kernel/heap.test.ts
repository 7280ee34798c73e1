/** The queue gives what is due first, and of equals what was asked for first. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pop, push, remove, settle } from './heap';

interface Item {
  at: number;
  seq: number;
}
const times = fc.array(fc.nat(8), { maxLength: 60 });
const items = (list: readonly number[]): Item[] => list.map((at, seq) => ({ at, seq }));
const inOrder = (x: Item, y: Item) => x.at - y.at || x.seq - y.seq;

function emptied(heap: Item[]): Item[] {
  const out: Item[] = [];
  for (let item = pop(heap); item; item = pop(heap)) out.push(item);
  return out;
}

it('pops in the order of time, and of asking among equals', () => {
  fc.assert(
    fc.property(times, (list) => {
      const heap: Item[] = [];
      for (const item of items(list)) push(heap, item);
      expect(emptied(heap)).toEqual(items(list).sort(inOrder));
    }),
  );
});

it('takes out what is named, in order, and keeps the order of the rest', () => {
  fc.assert(
    fc.property(times, fc.nat(8), (list, at) => {
      const heap: Item[] = [];
      for (const item of items(list)) push(heap, item);
      const taken = remove(heap, (item) => item.at === at);
      expect(taken).toEqual(items(list).filter((item) => item.at === at));
      expect(emptied(heap)).toEqual(
        items(list)
          .filter((item) => item.at !== at)
          .sort(inOrder),
      );
    }),
  );
});

it('puts the top where it belongs when it falls due later', () => {
  fc.assert(
    fc.property(times, fc.nat(12), (list, at) => {
      const heap: Item[] = [];
      for (const item of items(list)) push(heap, item);
      const top = heap[0];
      if (top) top.at += at;
      settle(heap);
      expect(emptied([...heap])).toEqual([...heap].sort(inOrder));
    }),
  );
});

it('a pile that is no heap is caught', () => {
  const pile = items([3, 1, 2]);
  expect(emptied(pile)).not.toEqual(items([3, 1, 2]).sort(inOrder));
});
