/** A real button over something drawn. Its place is set by script, since the policy forbids it in the markup. */

import { type ComponentProps, type ReactNode, useLayoutEffect, useRef } from 'react';
import { cx } from '#/ui';
import css from './Spot.module.css';

export interface SpotProps extends Omit<ComponentProps<'button'>, 'ref'> {
  what: 'node' | 'link' | 'message';
  /** Names the thing among its kind. */
  name: string;
  /** The middle, in pixels of the picture. */
  x: number;
  y: number;
  width: number;
  height: number;
  children?: ReactNode;
}

export function Spot({ what, name, x, y, width, height, className, children, ...rest }: SpotProps) {
  const ref = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const { style, dataset } = ref.current as HTMLButtonElement;
    style.setProperty('left', `${x}px`);
    style.setProperty('top', `${y}px`);
    style.setProperty('width', `${width}px`);
    style.setProperty('height', `${height}px`);
    dataset.placed = '';
  }, [x, y, width, height]);
  return (
    <button
      {...rest}
      ref={ref}
      type="button"
      data-spot={what}
      data-name={name}
      className={cx(css.spot, css[what], className)}
    >
      {children}
    </button>
  );
}
