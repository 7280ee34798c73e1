/**
 * Where a popover goes: below its trigger, or above when there is no room, always inside the viewport.
 *
 * Positions are set on the element by script, never as an attribute in the markup, which the content policy
 * would refuse.
 */

const gap = 6;
const margin = 8;

/** Puts `panel` beside `anchor`. Both must be rendered and the panel open, or it has no size yet. */
export function place(panel: HTMLElement, anchor: Element, align: 'start' | 'end'): void {
  const at = anchor.getBoundingClientRect();
  const width = panel.offsetWidth;
  const height = panel.offsetHeight;
  const below = at.bottom + gap;
  const above = at.top - gap - height;
  const top = below + height > innerHeight - margin && above >= margin ? above : below;
  const left = align === 'start' ? at.left : at.right - width;
  const rightmost = Math.max(margin, innerWidth - margin - width);
  panel.style.setProperty('top', `${Math.max(margin, Math.min(top, innerHeight - margin - height))}px`);
  panel.style.setProperty('left', `${Math.min(rightmost, Math.max(margin, left))}px`);
}
