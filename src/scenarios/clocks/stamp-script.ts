/** The stamps of a script of events, by the kernel's own rules: what `lab clock` prints, and what a learner fills in. */

import type { LogicalClock } from '#/kernel';

export interface ScriptedEvent {
  readonly node: string;
  readonly kind: 'local' | 'send' | 'receive';
  /** Of a send and a receive. */
  readonly message?: string | null | undefined;
  /** What the wall clock of the node reads, in milliseconds. */
  readonly wallMs?: number | null | undefined;
}

/** What a rule goes by: the stamp its node had, the one that came with the message, and the stamp of the event. */
export interface Stamping<S> {
  readonly own: S;
  /** Null where nothing was received. */
  readonly heard: S | null;
  readonly stamp: S;
}

/** Wants every sending before its receipts, as `readClockScript` and the schema of a question see to. */
export function stampings<S>(
  rules: LogicalClock<S>,
  nodes: readonly string[],
  events: readonly ScriptedEvent[],
  /** Where somebody says what the stamp of an event is, the next ones go by that. */
  said: (index: number) => S | null = () => null,
): readonly Stamping<S>[] {
  const owns = new Map<string, S>();
  const carried = new Map<string, S>();
  return events.map(({ node, kind, message, wallMs }, index) => {
    const own = owns.get(node) ?? rules.init(nodes);
    const place = { node, wall: wallMs ?? 0 };
    const heard = kind === 'receive' ? (carried.get(message ?? '') as S) : null;
    const stamp =
      heard === null
        ? rules[kind === 'send' ? 'send' : 'local'](own, place)
        : rules.receive(own, heard, place);
    const goesOn = said(index) ?? stamp;
    if (kind === 'send') carried.set(message ?? '', goesOn);
    owns.set(node, goesOn);
    return { own, heard, stamp };
  });
}
