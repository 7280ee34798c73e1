/** What the selection stands for at this position, or null when it is not there: it has arrived, or is yet to come. */

import type { Entry, MessageView, NodeId, NodeView, Scenario, View } from '#/scenarios';
import { entryOf, type Selected } from '../run';
import { capital, messageName, nodeName } from '../words';

export type Subject =
  | { readonly on: 'node'; readonly node: NodeView }
  | { readonly on: 'link'; readonly a: NodeId; readonly b: NodeId }
  | { readonly on: 'message'; readonly message: MessageView }
  | { readonly on: 'entry'; readonly entry: Entry };

export function subjectOf(selection: Selected, view: View, trace: readonly Entry[]): Subject | null {
  switch (selection?.on) {
    case 'node': {
      const node = view.nodes.find((n) => n.id === selection.id);
      return node ? { on: 'node', node } : null;
    }
    case 'link':
      return { on: 'link', a: selection.link.from, b: selection.link.to };
    case 'message': {
      const message = view.messages.find((m) => m.entry === selection.entry);
      if (message) return { on: 'message', message };
      // Gone from its link, it is still what happened when it left.
      const entry = entryOf(trace, selection.entry);
      return entry ? { on: 'entry', entry } : null;
    }
    case 'entry': {
      const entry = entryOf(trace, selection.id);
      return entry ? { on: 'entry', entry } : null;
    }
    default:
      return null;
  }
}

export function subjectName(subject: Subject, scenario: Scenario): string {
  switch (subject.on) {
    case 'node':
      return nodeName(scenario, subject.node.id);
    case 'link':
      return `Link ${nodeName(scenario, subject.a)}–${nodeName(scenario, subject.b)}`;
    case 'message':
      return capital(messageName(scenario, subject.message));
    case 'entry':
      return 'What happened';
  }
}

/** A line about it, for where there is no room for more. */
export function subjectWords(subject: Subject): string {
  switch (subject.on) {
    case 'node':
      return subject.node.words;
    case 'link':
      return '';
    case 'message':
      return subject.message.status;
    case 'entry':
      return '';
  }
}
