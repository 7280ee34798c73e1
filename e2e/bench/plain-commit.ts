// Two-phase commit as one writes a model by hand to be explored: plain objects copied by hand, a joined string for
// a key, a set of keys. It knows nothing of protocols, paths or faults. The reference for the explorer.

interface State {
  readonly resources: readonly string[];
  readonly manager: string;
  readonly prepared: readonly boolean[];
  /** By sender: whether Prepared was sent; then whether the manager sent commit, and abort. */
  readonly sent: readonly boolean[];
  readonly told: string;
}

const withOne = <T>(list: readonly T[], at: number, value: T): T[] => {
  const copy = list.slice();
  copy[at] = value;
  return copy;
};

function* following(s: State, n: number): Generator<State> {
  for (let i = 0; i < n; i++) {
    if (s.manager === 'init' && s.sent[i]) yield { ...s, prepared: withOne(s.prepared, i, true) };
    if (s.resources[i] === 'working') {
      yield { ...s, resources: withOne(s.resources, i, 'prepared'), sent: withOne(s.sent, i, true) };
      yield { ...s, resources: withOne(s.resources, i, 'aborted') };
    }
    if (s.told === 'commit') yield { ...s, resources: withOne(s.resources, i, 'committed') };
    if (s.told === 'abort') yield { ...s, resources: withOne(s.resources, i, 'aborted') };
  }
  if (s.manager !== 'init') return;
  yield { ...s, manager: 'aborted', told: 'abort' };
  if (s.prepared.every(Boolean)) yield { ...s, manager: 'committed', told: 'commit' };
}

const keyOf = (s: State): string =>
  `${s.resources.join(',')}|${s.manager}|${s.prepared.join(',')}|${s.sent.join(',')}|${s.told}`;

/** How many states there are with `n` resource managers. */
export function plainCommit(n: number): number {
  const none = new Array<boolean>(n).fill(false);
  const resources = new Array<string>(n).fill('working');
  const start: State = { resources, manager: 'init', prepared: none, sent: none, told: '' };
  const seen = new Set([keyOf(start)]);
  const open = [start];
  for (const state of open) {
    for (const next of following(state, n)) {
      const key = keyOf(next);
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(next);
    }
  }
  return seen.size;
}
