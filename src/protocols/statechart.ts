/**
 * A state machine that nodes hold, as plain data: its states and ways between them, and where the machines of a run
 * stand. It is read from the machine that runs, so that what is drawn is what happens.
 * Leaves out: states inside states, and ways that are taken by themselves.
 */

import type { AnyStateMachine } from 'xstate';
import { toDirectedGraph } from 'xstate/graph';
import type { Entry, Micros, NodeId, View } from '#/kernel';

/** A way from a state, on an event, as long as its guard holds. Where it ends in the same state, only memory changes. */
export interface Way {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly event: string;
  readonly guard: string | null;
}

export interface StateGraph {
  readonly initial: string;
  readonly states: readonly string[];
  readonly ways: readonly Way[];
}

/** One machine at a moment. */
export interface HeldMachine {
  readonly node: NodeId;
  /** Whom it is about, where that is another node. */
  readonly against: NodeId | null;
  readonly state: string;
  /** Grows whenever it goes from one state to another, until its node starts anew. */
  readonly turn: number;
  /** The way it took last, and when, in virtual time; null before the first. */
  readonly taken: { readonly way: string; readonly at: Micros } | null;
  /** What it remembers that decides where it goes next, in a sentence. */
  readonly words: string;
}

export interface Statechart {
  readonly title: string;
  readonly graph: StateGraph;
  /** The machines that are in use at a moment; none where nobody asks them. */
  readonly standing: (view: View) => readonly HeldMachine[];
  /** The state that the machine of an entry's node is in from then on; null: the entry says nothing of it. */
  readonly told: (entry: Entry) => string | null;
}

/** From a state, on an event, to a state: no machine here has two such ways. */
export const wayId = (from: string, event: string, to: string): string => `${from}: ${event}, ${to}`;

/** Throws for a machine that says more than a graph of this kind can. */
export function graphOf(machine: AnyStateMachine): StateGraph {
  const { children, stateNode } = toDirectedGraph(machine);
  const ways = children.flatMap(({ edges }) =>
    edges.map(({ source, target, transition }): Way => {
      const [from, to, event] = [source.key, target.key, String(transition.eventType)];
      const { guard } = transition;
      return { id: wayId(from, event, to), from, to, event, guard: guard ? String(guard) : null };
    }),
  );
  const initial = stateNode.initial?.target[0]?.key;
  if (initial === undefined || children.some((c) => c.children.length > 0)) {
    throw new Error(`${machine.id} has states inside states.`);
  }
  if (new Set(ways.map(({ id }) => id)).size < ways.length) {
    throw new Error(`${machine.id} has two ways from a state to another on one event.`);
  }
  return { initial, states: children.map(({ stateNode: { key } }) => key), ways };
}
