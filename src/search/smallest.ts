/**
 * Delta debugging (Zeller and Hildebrandt 2002, the algorithm ddmin): a part of a list that still fails, and of which
 * no single element can be left out. Yields before each try, so that whoever drives it may stop to look around.
 */

export function* smallest<T>(
  list: readonly T[],
  fails: (part: readonly T[]) => boolean,
): Generator<undefined, readonly T[]> {
  let kept = list;
  if (kept.length > 0) {
    yield;
    if (fails([])) return [];
  }
  for (let chunk = Math.ceil(kept.length / 2); kept.length > 1; ) {
    let shorter = false;
    for (let start = 0; start < kept.length; ) {
      const rest = [...kept.slice(0, start), ...kept.slice(start + chunk)];
      yield;
      if (rest.length < kept.length && rest.length > 0 && fails(rest)) {
        kept = rest;
        shorter = true;
      } else start += chunk;
    }
    // At single elements it goes round until nothing more can go.
    if (chunk === 1 && !shorter) break;
    chunk = Math.max(1, Math.min(Math.ceil(chunk / 2), Math.ceil(kept.length / 2)));
  }
  return kept;
}
