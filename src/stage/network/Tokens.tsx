/**
 * The pool of message tokens. React draws it once, at the moment the figure opens, so that the prerendered page
 * and the first client render agree; from then on the painter alone writes to it, and React never looks again.
 */

import { memo } from 'react';
import type { Frame, Token } from './frame';
import css from './Tokens.module.css';
import { tokenPath } from './token-shape';

/** Slots drawn at first; the painter clones more when a run needs them. */
const POOL = 12;

/** The classes of a token, also for the painter: what it is, and how the selection lights it. */
export const tokenClass = (token: Pick<Token, 'shape' | 'status'>, light: Light): string =>
  [css.token, css[token.shape], css[STATUS[token.status]], light && css[light]].filter(Boolean).join(' ');

/** How the selection lights something: it is selected, or lies in its causal past or future. */
export type Light = 'selected' | 'past' | 'future' | null;

/** The class of a status; a message in flight is plain. */
const STATUS = { 'in flight': '', held: 'held', waiting: 'waiting', dropped: 'dropped' } as const;

export const copyText = (token: Pick<Token, 'copy' | 'status'>): string =>
  token.copy > 0 && token.status !== 'dropped' ? `×${token.copy + 1}` : '';

function Slot({ token }: { token: Token | undefined }) {
  if (!token) {
    return (
      <g display="none">
        <path className={css.ring} />
        <path className={css.body} />
        <path className={css.cross} d="M-7 -5.5l14 11m0 -11l-14 11" />
        <text className={css.short} y="4.5" />
        <text className={css.copy} y="-10" />
      </g>
    );
  }
  return (
    <g className={tokenClass(token, null)} transform={`translate(${token.x} ${token.y})`}>
      <path className={css.ring} d={tokenPath(token.shape, token.width, 5)} />
      <path className={css.body} d={tokenPath(token.shape, token.width)} />
      <path className={css.cross} d="M-7 -5.5l14 11m0 -11l-14 11" />
      <text className={css.short} y="4.5">
        {token.label}
      </text>
      <text className={css.copy} x={token.width / 2 - 2} y="-10">
        {copyText(token)}
      </text>
    </g>
  );
}

function Pool({ initial }: { initial: Frame }) {
  const slots = Array.from({ length: POOL }, (_, i) => initial.tokens[i]);
  const threads = slots.map((token) => (token?.thread ? { from: token, to: token.thread } : null));
  return (
    <>
      <g data-threads="">
        {threads.map((thread, i) => (
          <line
            // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its place in the pool.
            key={i}
            className={css.thread}
            {...(thread
              ? { x1: thread.from.x, y1: thread.from.y, x2: thread.to.x, y2: thread.to.y }
              : { display: 'none' })}
          />
        ))}
      </g>
      <g data-tokens="">
        {slots.map((token, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its place in the pool.
          <Slot key={i} token={token} />
        ))}
      </g>
    </>
  );
}

export const Tokens = memo(Pool, () => true);
