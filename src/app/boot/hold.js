// Beside boot.js, from the first moment: the page can be seen before it answers, and nothing that somebody does in
// between is lost. What only scripts can do is held back; what the browser does by itself is noted. Both are done
// again, in order, when all of the page answers. It also says when somebody is there at all.
(() => {
  const root = document.documentElement;
  /** @type {(() => void)[]} */
  const kept = [];
  const native = 'a[href], input, select, textarea, label, summary';
  const find = (/** @type {Event} */ event, /** @type {string} */ what) =>
    event.target instanceof Element ? event.target.closest(what) : null;
  // What has started answers for itself; only the page's own content can still be on its way.
  const waits = (/** @type {Event} */ event) => !('ready' in root.dataset) || find(event, 'main') !== null;
  const hold = (/** @type {Event} */ event, /** @type {() => void} */ again) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    kept.push(again);
  };

  const signs = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'focusin', 'click'];
  const sign = () => {
    for (const type of signs) removeEventListener(type, sign, true);
    root.dataset.somebody = '';
    dispatchEvent(new Event('faultline:somebody'));
  };

  /** @type {Record<string, (event: any) => void>} */
  const early = {
    click(event) {
      if (find(event, native)) return;
      const pressed = find(event, 'button, [role=button]');
      const picture = find(event, 'figure');
      if (pressed) hold(event, () => pressed.isConnected && pressed.click());
      else if (picture) {
        // What is drawn gets its buttons only now; the place is what was meant.
        const { left, top } = picture.getBoundingClientRect();
        const [x, y] = [event.clientX - left, event.clientY - top];
        hold(event, () => {
          const now = picture.getBoundingClientRect();
          const meant = document.elementFromPoint(now.left + x, now.top + y)?.closest('button');
          if (meant && picture.contains(meant)) meant.click();
        });
      }
    },
    keydown(event) {
      const { key, target } = event;
      if (!find(event, 'figure') || /^(Tab|Escape|Shift|Control|Alt|Meta|F\d+)$/.test(key)) return;
      const slides = target.matches('input[type=range]');
      if (!slides && find(event, native)) return;
      if (/^(Enter| )$/.test(key) && find(event, 'button, [role=button]')) return;
      const { code, ctrlKey, metaKey, shiftKey, altKey } = event;
      const same = { key, code, ctrlKey, metaKey, shiftKey, altKey, bubbles: true, cancelable: true };
      hold(event, () => target.dispatchEvent(new KeyboardEvent('keydown', same)));
    },
    change({ target }) {
      const { type, value } = target;
      const ticked = type === 'radio' || type === 'checkbox';
      kept.push(() => {
        if (ticked) {
          // React compares with what it knew last: that it was the other way.
          if (type === 'checkbox' || target.checked) target.checked = !target.checked;
          target.click();
          return;
        }
        target.value = '';
        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(target), 'value')?.set?.call(target, value);
        for (const told of ['input', 'change']) target.dispatchEvent(new Event(told, { bubbles: true }));
      });
    },
    toggle({ target }) {
      if (target.localName === 'details') kept.push(() => target.dispatchEvent(new Event('toggle')));
    },
  };
  const listen = (/** @type {Event} */ event) => {
    if (waits(event)) early[event.type]?.(event);
  };

  for (const type of signs) addEventListener(type, sign, { capture: true, passive: true });
  for (const type of Object.keys(early)) addEventListener(type, listen, true);
  addEventListener('faultline:whole', async () => {
    for (const type of Object.keys(early)) removeEventListener(type, listen, true);
    for (const again of kept.splice(0)) {
      again();
      // One at a time, so that each finds what the one before has made of the page.
      await new Promise((next) => setTimeout(next));
    }
  });
})();
