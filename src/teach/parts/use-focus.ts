/** Moves the focus to where the answer is, once, when it appears. */

import { type RefObject, useEffect, useRef } from 'react';

/** For a heading with `tabIndex={-1}`: it takes the focus each time `when` turns from false to true by the learner. */
export function useFocusWhen<E extends HTMLElement>(when: boolean): RefObject<E | null> {
  const element = useRef<E>(null);
  const before = useRef(when);
  useEffect(() => {
    if (when && !before.current) element.current?.focus();
    before.current = when;
  }, [when]);
  return element;
}
