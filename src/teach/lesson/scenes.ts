/** Which parts of an author's page stand together: a figure, and the text that is about it. */

import { isValidElement, type ReactNode } from 'react';
import { Beats } from '../parts/Beats';
import { Hook } from '../parts/Hook';
import { Quiz } from '../parts/Quiz';
import { Stage } from '../parts/Stage';
import { Twin } from '../parts/Twin';
import { Puzzle } from '../puzzle/Puzzle';

export interface Scene {
  /** Whether it has a figure for the text to stand beside. */
  readonly beside: boolean;
  readonly nodes: ReactNode[];
}

/** The parts that bring a figure. */
const withFigure: readonly unknown[] = [Hook, Beats, Twin, Stage, Puzzle];
/** Its questions have figures of their own, so none stands beside it. */
const alone: readonly unknown[] = [Quiz];

export function scenes(nodes: readonly ReactNode[]): Scene[] {
  const found: Scene[] = [];
  for (const section of sections(nodes)) {
    const brings = (types: readonly unknown[]) =>
      section.some((node) => isValidElement(node) && types.includes(node.type));
    const begins = brings(withFigure) || brings(alone) || found.length === 0;
    if (begins) found.push({ beside: brings(withFigure), nodes: [] });
    found.at(-1)?.nodes.push(...section);
  }
  return found;
}

/** From one second-level heading to the next. */
function sections(nodes: readonly ReactNode[]): ReactNode[][] {
  const found: ReactNode[][] = [[]];
  for (const node of nodes) {
    if (isValidElement(node) && node.type === 'h2') found.push([]);
    found.at(-1)?.push(node);
  }
  return found.filter((section) => section.length > 0);
}
