/** Text that has to fit: the lab's one measure of words, and what to do when they are too long. */

import { textWidth } from '../network/type-setting';

export { LABEL_SIZE, textWidth } from '../network/type-setting';

/** The longest beginning of a text that fits, with an ellipsis where it was cut. */
export function fitted(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let end = text.length - 1;
  while (end > 1 && textWidth(`${text.slice(0, end)}…`, size) > width) end--;
  return `${text.slice(0, end)}…`;
}
