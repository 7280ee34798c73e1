/** A square button with an icon only. The label is its whole name, so it says what happens, not what is drawn. */
import type { ReactNode } from 'react';
import { cx } from '../cx';
import { Button, type ButtonProps } from './Button';
import styles from './Button.module.css';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  label: string;
  icon: ReactNode;
}

export function IconButton({ label, className, variant = 'quiet', ...rest }: IconButtonProps) {
  return <Button {...rest} variant={variant} aria-label={label} className={cx(styles.square, className)} />;
}
