/**
 * The kinds of questions that few lessons ask: each is a chunk of its own, with the judges it wants. They are loaded
 * before a page is drawn, so that the first render, on a server too, has them.
 */

import type { ComponentType } from 'react';
import type { KeyedQuestion, Question, QuestionOf } from '#/scenarios';

/** The kinds that every lesson brings are those with a key from its own runs alone. */
export type LaterKind = Exclude<Question['kind'], KeyedQuestion['kind']>;
type Loaders = { readonly [K in LaterKind]: () => Promise<ComponentType<{ question: QuestionOf<K> }>> };
export type LoadedKinds = Partial<Readonly<Record<Question['kind'], ComponentType<{ question: never }>>>>;

const loaders: Loaders = {
  'stale-reads': () => import('./StaleReads').then((m) => m.StaleReads),
  'strongest-model': () => import('./StrongestModel').then((m) => m.StrongestModel),
  'linearization-points': () => import('./LinearizationPoints').then((m) => m.LinearizationPoints),
  'place-partition': () => import('./PlacePartition').then((m) => m.PlacePartition),
};

const files: Readonly<Record<LaterKind, string>> = {
  'stale-reads': 'StaleReads',
  'strongest-model': 'StrongestModel',
  'linearization-points': 'LinearizationPoints',
  'place-partition': 'PlacePartition',
};

const laterKinds = (questions: readonly Question[]): readonly LaterKind[] =>
  [...new Set(questions.map((question) => question.kind))].filter((kind) => kind in loaders) as LaterKind[];

export async function loadKinds(questions: readonly Question[]): Promise<LoadedKinds> {
  const kinds = laterKinds(questions);
  const loaded = await Promise.all(kinds.map(async (kind) => [kind, await loaders[kind]()] as const));
  return Object.fromEntries(loaded);
}

/** The modules that `loadKinds` loads, as the bundler names them, so that a page can ask for them at once. */
export const kindModules = (questions: readonly Question[]): readonly string[] =>
  laterKinds(questions).map((kind) => `/src/teach/questions/kinds/${files[kind]}.tsx`);
