/**
 * What somebody does to a part of the page that is drawn and does not answer yet: presses are kept, fields are noted,
 * and both are done again, in order, once it answers. The page as a whole does the same before it starts.
 */

/**
 * React stops what it cannot answer yet at the root of the page, so all of it is heard above that. `stirred` is called at the first sign that somebody is at it. Returns what to call once the part answers.
 */
export function holdUntil(part: HTMLElement, stirred: () => void): () => Promise<void> {
  const kept: (() => void)[] = [];

  function onClick(event: Event): void {
    const pressed = (event.target as Element).closest('button');
    if (!pressed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    kept.push(() => pressed.isConnected && pressed.click());
  }

  function onChange({ target }: Event): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const { type, value } = target;
    const checked = 'checked' in target && target.checked;
    kept.push(() => {
      if (target instanceof HTMLInputElement && (type === 'checkbox' || type === 'radio')) {
        // React compares with what it knew last, which is the other way.
        target.checked = type === 'checkbox' && !checked;
        target.click();
        return;
      }
      const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(target), 'value')?.set;
      set?.call(target, value);
      for (const told of ['input', 'change']) target.dispatchEvent(new Event(told, { bubbles: true }));
    });
  }

  const heard = ['pointerdown', 'focusin', 'keydown', 'click', 'change'];
  function hear(event: Event): void {
    if (!(event.target instanceof Element) || !part.contains(event.target)) return;
    stirred();
    if (event.type === 'click') onClick(event);
    if (event.type === 'change') onChange(event);
  }
  for (const type of heard) document.addEventListener(type, hear, true);
  return async () => {
    for (const type of heard) document.removeEventListener(type, hear, true);
    for (const again of kept.splice(0)) {
      // One at a time, so that each finds what the one before has made of the part.
      await new Promise((next) => setTimeout(next));
      again();
    }
  };
}
