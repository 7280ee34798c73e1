/** A small panel that opens from a button and goes away with Escape or a click elsewhere. Not modal. */
import { type ReactNode, useId } from 'react';
import { Button, type ButtonProps } from '../buttons/Button';
import { cx } from '../cx';
import styles from './Popover.module.css';
import { usePopover } from './usePopover';

export interface PopoverProps extends Omit<ButtonProps, 'children' | 'popoverTarget'> {
  /** The words on the button, and the name of the panel. */
  label: ReactNode;
  align?: 'start' | 'end' | undefined;
  /** It stands in a line of prose: a paragraph may hold no blocks, and a browser would end it at one. */
  inline?: boolean | undefined;
  /** Give a function to receive a way to close the panel. */
  children: ReactNode | ((close: () => void) => ReactNode);
}

export function Popover({ label, align = 'start', inline = false, children, ...button }: PopoverProps) {
  const name = useId();
  const { id, open, panel, trigger, hide } = usePopover({ align });
  const Panel = inline ? 'span' : 'div';
  return (
    <>
      <Button {...button} id={name} ref={trigger} popoverTarget={id} aria-expanded={open}>
        {label}
      </Button>
      <Panel
        ref={panel}
        id={id}
        popover="auto"
        role="group"
        aria-labelledby={name}
        className={cx(styles.panel, styles.roomy)}
      >
        {typeof children === 'function' ? children(hide) : children}
      </Panel>
    </>
  );
}
