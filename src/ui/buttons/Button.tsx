/**
 * A button with words. `primary` once per view for the obvious action, `plain` for the rest, `quiet` for
 * actions that should not compete with text.
 */
import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { cx } from '../cx';
import styles from './Button.module.css';

export interface ButtonLook {
  variant?: 'primary' | 'plain' | 'quiet' | undefined;
  /** An icon before the words. */
  icon?: ReactNode;
}

export interface ButtonProps extends ButtonLook, ComponentProps<'button'> {
  /** For a button that stays down: sets `aria-pressed`. */
  pressed?: boolean | undefined;
  /**
   * Cannot act now, but keeps its focus and is still announced, as dimmed. Prefer it to `disabled` for a button
   * that may become unavailable by being used, such as undo or step: a disabled button drops the focus.
   */
  unavailable?: boolean | undefined;
}

export function Button({
  variant = 'plain',
  icon,
  pressed,
  unavailable,
  className,
  onClick,
  type = 'button',
  children,
  ...rest
}: ButtonProps) {
  function click(event: MouseEvent<HTMLButtonElement>): void {
    if (unavailable) event.preventDefault();
    else onClick?.(event);
  }
  return (
    <button
      {...rest}
      type={type}
      className={cx(styles.button, styles[variant], className)}
      aria-pressed={pressed ?? rest['aria-pressed']}
      aria-disabled={unavailable || rest['aria-disabled']}
      onClick={click}
    >
      {icon}
      {children}
    </button>
  );
}
