/** A search made ready for the race: some operations of a history, on one object. */

import type { History } from '../history';
import type { SequentialObject } from '../objects';
import { Automaton } from './automaton';
import { partition } from './partition';
import type { Entrant } from './race';
import { Search } from './search';

export function entrant(history: History, object: SequentialObject, of: readonly number[]): Entrant {
  return {
    of,
    begin(account) {
      const automaton = new Automaton(object, account);
      return new Search(partition(history, of, object, automaton), automaton, account);
    },
  };
}
