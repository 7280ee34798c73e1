/** Holds the places of the vocabulary until `#/teach` brings it: what an author wrote is there, what runs is not. */
import type { ReactNode } from 'react';

function Words({ children }: { children?: ReactNode }) {
  return <div>{children}</div>;
}

function Word({ children }: { children?: ReactNode }) {
  return <b>{children}</b>;
}

function Nothing() {
  return null;
}

export const vocabulary = {
  Beats: Nothing,
  Bet: Nothing,
  Bites: Words,
  Chip: Word,
  Claims: Nothing,
  Hook: Words,
  Model: Words,
  Puzzle: Nothing,
  Quiz: Nothing,
  Reconcile: Nothing,
  Sandbox: Nothing,
  Sources: Words,
  Twin: Nothing,
};
