/** What loading a lesson gives: the chunk the build makes of its folder. */
import type { ComponentType } from 'react';
import type { LessonData } from '#/scenarios';

export interface LessonModule {
  /** The author's page; it needs the vocabulary for its components. */
  Body: ComponentType<{ components: Record<string, unknown> }>;
  data: LessonData;
  /** What the prover said of each claim when this was built; empty while an author writes. */
  proofs: Readonly<Record<string, { readonly verdict: string; readonly detail: string }>>;
}
