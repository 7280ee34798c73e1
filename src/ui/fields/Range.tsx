/** The native range with its thumb and without a line, which whoever uses it draws underneath. */
import type { ComponentProps } from 'react';
import { cx } from '../cx';
import styles from './Range.module.css';

/** Set `--thumb` on it for a thumb of another height. */
export function Range({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  return <input {...rest} type="range" className={cx(styles.range, className)} />;
}
