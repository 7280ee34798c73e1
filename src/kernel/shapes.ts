/**
 * Puts an entry together. The types that fill long traces are written out as one literal each, here or in `Core`, since
 * engines keep such an object in three quarters of the room of one that is merged from parts. A trace is mostly these.
 */

import type { Entry, EntryOf, EntryType } from './trace';

type Common = Pick<Entry, 'id' | 'event' | 'at' | 'node' | 'local' | 'cause'>;

/** The members of an entry beyond those that all entries share. */
export type Fields<T extends EntryType> = Omit<EntryOf<T>, keyof Common | 'type'>;

export function shaped<T extends EntryType>(common: Common, type: T, fields: Fields<T>): Entry {
  const { id, event, at, node, local, cause } = common;
  switch (type) {
    case 'dropped': {
      const { from, to, kind, nth, copy, reason, place } = fields as Fields<'dropped'>;
      return { id, event, at, node, local, cause, type: 'dropped', from, to, kind, nth, copy, reason, place };
    }
    case 'invoked': {
      const { op, process, f, value } = fields as Fields<'invoked'>;
      return { id, event, at, node, local, cause, type: 'invoked', op, process, f, value };
    }
    case 'completed':
    case 'late': {
      const { op, outcome, seen } = fields as Fields<'completed'>;
      return { id, event, at, node, local, cause, type, op, outcome, seen };
    }
    case 'waits': {
      const { what, name } = fields as Fields<'waits'>;
      return { id, event, at, node, local, cause, type: 'waits', what, name };
    }
    default: {
      const entry: Record<string, unknown> = { id, event, at, node, local, cause, type };
      for (const key of Object.keys(fields)) entry[key] = (fields as Record<string, unknown>)[key];
      return entry as unknown as Entry;
    }
  }
}
