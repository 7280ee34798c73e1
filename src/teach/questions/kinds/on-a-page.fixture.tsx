/** A lesson's questions on a page of their own, as tests of a kind of question want them: fresh for each test. */

import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, vi } from 'vitest';
import type { PreparedLesson } from '../../lesson/prepare';
import { learnersProgress } from '../../progress/use-progress';
import { QuestionSamples } from '../Samples';

/** The page; call it inside a test. */
export function onAPage(lesson: PreparedLesson): () => HTMLElement {
  let root: Root | undefined;
  let page: HTMLElement;
  beforeEach(() => {
    learnersProgress().forget();
    vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
    page = document.createElement('div');
    document.body.append(page);
    root = createRoot(page);
    act(() => root?.render(<QuestionSamples lesson={lesson} />));
  });
  afterEach(() => {
    act(() => root?.unmount());
    page.remove();
    vi.unstubAllGlobals();
  });
  return () => page;
}
