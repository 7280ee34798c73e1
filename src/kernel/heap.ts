/** A binary heap over a plain array, ordered by (time, sequence number), so that ties never depend on luck. */

interface Ordered {
  at: number;
  seq: number;
}

const before = (a: Ordered, b: Ordered): boolean => a.at < b.at || (a.at === b.at && a.seq < b.seq);

export function push<T extends Ordered>(heap: T[], item: T): void {
  let i = heap.length;
  heap.push(item);
  while (i > 0) {
    const up = (i - 1) >> 1;
    const parent = heap[up] as T;
    if (before(parent, item)) break;
    heap[i] = parent;
    i = up;
  }
  heap[i] = item;
}

function sink<T extends Ordered>(heap: T[], start: number, item: T): void {
  const n = heap.length;
  let i = start;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= n) break;
    let next = heap[child] as T;
    if (child + 1 < n && before(heap[child + 1] as T, next)) next = heap[++child] as T;
    if (before(item, next)) break;
    heap[i] = next;
    i = child;
  }
  heap[i] = item;
}

/** Puts the top, which has come to fall due later, where it belongs now. */
export function settle<T extends Ordered>(heap: T[]): void {
  const top = heap[0];
  if (top !== undefined) sink(heap, 0, top);
}

export function pop<T extends Ordered>(heap: T[]): T | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (heap.length > 0 && last !== undefined) sink(heap, 0, last);
  return top;
}

/** Takes out everything that fits, keeping the order of the rest. Linear: for rare interventions. */
export function remove<T extends Ordered>(heap: T[], fits: (item: T) => boolean): T[] {
  const out = heap.filter(fits);
  if (out.length === 0) return out;
  const rest = heap.filter((item) => !fits(item));
  heap.length = 0;
  for (const item of rest) push(heap, item);
  return out.sort((a, b) => (before(a, b) ? -1 : 1));
}
