/** A link that looks like a button: for going somewhere, never for doing something. */
import type { ComponentProps } from 'react';
import { cx } from '../cx';
import type { ButtonLook } from './Button';
import styles from './Button.module.css';

export type ButtonLinkProps = ButtonLook & ComponentProps<'a'> & { href: string };

export function ButtonLink({ variant = 'plain', icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} className={cx(styles.button, styles[variant], className)}>
      {icon}
      {children}
    </a>
  );
}
