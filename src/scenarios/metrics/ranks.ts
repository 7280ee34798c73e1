/**
 * Percentiles by nearest rank: the k-th smallest of n values, k the least whole number that is at least the given part
 * of n. It is a value that was measured, exact for the run, and needs no rule for what lies between two values.
 */

/** How many of them, ascending, are at most `value`. */
function upTo(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The value at `perMille` thousandths of several lists of whole numbers, each ascending, taken as one; null of nothing.
 * The lists are not merged: it looks for the least number which that many values are at most.
 */
export function percentile(lists: readonly (readonly number[])[], perMille: number): number | null {
  const some = lists.filter((list) => list.length > 0);
  const n = some.reduce((sum, list) => sum + list.length, 0);
  if (n === 0) return null;
  const rank = Math.max(1, Math.ceil((n * perMille) / 1000));
  let low = Math.min(...some.map((list) => list[0] as number));
  let high = Math.max(...some.map((list) => list[list.length - 1] as number));
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    const found = some.reduce((sum, list) => sum + upTo(list, middle), 0);
    if (found >= rank) high = middle;
    else low = middle + 1;
  }
  return low;
}
