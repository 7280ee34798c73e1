/**
 * Puts an entry together. The types that fill long traces are written out as one literal each, since engines keep
 * such an object in three quarters of the room of one that is merged from parts. A trace is mostly these.
 */

import type { Entry, EntryOf, EntryType } from './trace';

type Common = Pick<Entry, 'id' | 'event' | 'at' | 'node' | 'local' | 'cause'>;

/** The members of an entry beyond those that all entries share. */
export type Fields<T extends EntryType> = Omit<EntryOf<T>, keyof Common | 'type'>;

export function shaped<T extends EntryType>(common: Common, type: T, fields: Fields<T>): Entry {
  const { id, event, at, node, local, cause } = common;
  switch (type) {
    case 'timer set': {
      const { name, delayUs } = fields as Fields<'timer set'>;
      return { id, event, at, node, local, cause, type: 'timer set', name, delayUs };
    }
    case 'timer fired': {
      const { name } = fields as Fields<'timer fired'>;
      return { id, event, at, node, local, cause, type: 'timer fired', name };
    }
    case 'timer cancelled': {
      const { name } = fields as Fields<'timer cancelled'>;
      return { id, event, at, node, local, cause, type: 'timer cancelled', name };
    }
    case 'persisted': {
      const { key, value, append } = fields as Fields<'persisted'>;
      return { id, event, at, node, local, cause, type: 'persisted', key, value, append };
    }
    case 'chose': {
      const { n, value } = fields as Fields<'chose'>;
      return { id, event, at, node, local, cause, type: 'chose', n, value };
    }
    case 'dropped': {
      const { from, to, kind, nth, copy, reason, place } = fields as Fields<'dropped'>;
      return { id, event, at, node, local, cause, type: 'dropped', from, to, kind, nth, copy, reason, place };
    }
    default:
      return { ...common, type, ...fields } as unknown as Entry;
  }
}
