/**
 * The kinds of questions that few lessons ask: each is a chunk of its own, with the judges it wants. Where the server
 * has drawn them already they are fetched when somebody comes near; anywhere else before the page is drawn.
 */

import type { ComponentType } from 'react';
import type { KeyedQuestion, Question, QuestionOf } from '#/scenarios';

/** The kinds that every lesson brings are those with a key from its own runs alone. */
export type LaterKind = Exclude<Question['kind'], KeyedQuestion['kind']>;
type Loaders = { readonly [K in LaterKind]: () => Promise<ComponentType<{ question: QuestionOf<K> }>> };
type Kind = ComponentType<{ question: never }>;

export interface LateKind {
  /** There, or not yet. */
  readonly now: Kind | null;
  readonly soon: Promise<Kind>;
  /** Fetches it, if nobody has; after a failure, such as a network that was away, it may be asked for again. */
  fetch(): void;
}
export type LoadedKinds = Partial<Readonly<Record<Question['kind'], LateKind>>>;

const loaders: Loaders = {
  'stale-reads': () => import('./StaleReads').then((m) => m.StaleReads),
  'strongest-model': () => import('./StrongestModel').then((m) => m.StrongestModel),
  'linearization-points': () => import('./LinearizationPoints').then((m) => m.LinearizationPoints),
  'place-partition': () => import('./PlacePartition').then((m) => m.PlacePartition),
  'fill-clocks': () => import('./FillClocks').then((m) => m.FillClocks),
  'fill-log': () => import('./FillLog').then((m) => m.FillLog),
  steps: () => import('./Steps').then((m) => m.Steps),
  'predict-chart': () => import('./PredictChart').then((m) => m.PredictChart),
  tune: () => import('./Tune').then((m) => m.Tune),
};

const files: Readonly<Record<LaterKind, string>> = {
  'stale-reads': 'StaleReads',
  'strongest-model': 'StrongestModel',
  'linearization-points': 'LinearizationPoints',
  'place-partition': 'PlacePartition',
  'fill-clocks': 'FillClocks',
  'fill-log': 'FillLog',
  steps: 'Steps',
  'predict-chart': 'PredictChart',
  tune: 'Tune',
};

const laterKinds = (questions: readonly Question[]): readonly LaterKind[] =>
  [...new Set(questions.map((question) => question.kind))].filter((kind) => kind in loaders) as LaterKind[];

/** A server's drawing stands on the page and nothing has taken it over yet. */
const isDrawn = (): boolean =>
  typeof document !== 'undefined' &&
  !('whole' in document.documentElement.dataset) &&
  document.querySelector('[data-late]') !== null;

export async function loadKinds(questions: readonly Question[]): Promise<LoadedKinds> {
  const kinds = laterKinds(questions).map(
    (kind) => [kind, late(loaders[kind] as () => Promise<Kind>)] as const,
  );
  if (!isDrawn()) {
    for (const [, kind] of kinds) kind.fetch();
    await Promise.all(kinds.map(([, kind]) => kind.soon));
  }
  return Object.fromEntries(kinds);
}

export function late(load: () => Promise<Kind>): LateKind {
  let now: Kind | null = null;
  let asked = false;
  let come: (kind: Kind) => void = () => {};
  const soon = new Promise<Kind>((resolve) => {
    come = resolve;
  });
  return {
    get now() {
      return now;
    },
    soon,
    fetch() {
      if (asked) return;
      asked = true;
      load().then(
        (kind) => {
          now = kind;
          come(kind);
        },
        () => {
          asked = false;
        },
      );
    },
  };
}

/** The modules that `loadKinds` loads, as the bundler names them, so that a page can ask for them at once. */
export const kindModules = (questions: readonly Question[]): readonly string[] =>
  laterKinds(questions).map((kind) => `/src/teach/questions/kinds/${files[kind]}.tsx`);
