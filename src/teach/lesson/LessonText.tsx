/**
 * An author's page in scenes. A scene is a figure and the text that is about it: from 1080 px they stand side by
 * side and the figure stays in sight until the next one; below, everything is in the order it was written.
 * A section, from one heading to the next, begins a scene when it has a figure of its own.
 */

import {
  Children,
  type ComponentType,
  Fragment,
  isValidElement,
  type ReactElement,
  type ReactNode,
} from 'react';
import { cx } from '#/ui';
import styles from './LessonText.module.css';
import { scenes } from './scenes';

export interface LessonTextProps {
  /** The compiled page. */
  Body: ComponentType<{ components: Record<string, unknown> }>;
  /** The vocabulary, and what the shell adds for links. */
  components: Record<string, unknown>;
}

export function LessonText({ Body, components }: LessonTextProps) {
  return scenes(topLevel(Body, components)).map(({ beside, nodes }, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the scenes of a page never change places.
    <div key={i} className={cx('prose', styles.scene, beside && styles.beside)} data-wide>
      {Children.toArray(nodes)}
    </div>
  ));
}

/** The elements an author's page consists of, in order. A compiled page is a function of its components alone. */
function topLevel(Body: LessonTextProps['Body'], components: LessonTextProps['components']): ReactNode[] {
  const tree = (Body as (props: object) => ReactNode)({ components });
  const isFragment = isValidElement(tree) && tree.type === Fragment;
  const children = isFragment ? (tree as ReactElement<{ children: ReactNode }>).props.children : tree;
  return (Array.isArray(children) ? children : [children]).filter((node) => node !== '\n');
}
