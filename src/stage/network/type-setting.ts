/**
 * How wide words are, without a browser to ask: prerendering and tests place the same labels as the page.
 * The widths are those of Atkinson Hyperlegible Next, rounded up by class of letter.
 */

export const LINE = 17;
export const LABEL_SIZE = 14;

const classed = (letter: string): number => {
  if (/[ilj.,:;'|!()]/.test(letter)) return 0.32;
  if (/[ftr ]/.test(letter)) return 0.39;
  if (/[mwMW]/.test(letter)) return 0.86;
  if (/[A-Z]/.test(letter)) return 0.67;
  return 0.58;
};

/** Each letter is looked at once: a busy tape measures thousands of labels for each event. */
const known = new Map<string, number>();
function share(letter: string): number {
  const width = known.get(letter) ?? classed(letter);
  known.set(letter, width);
  return width;
}

/** In pixels, never less than what is drawn. */
export function textWidth(text: string, size = LABEL_SIZE, bold = false): number {
  let sum = 0;
  for (const letter of text) sum += share(letter);
  return sum * size * (bold ? 1.06 : 1);
}

function cutShort(text: string, width: number, size: number): string {
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}…`, size) > width) kept = kept.slice(0, -1);
  return kept === text ? text : `${kept.trimEnd()}…`;
}

/** Breaks words into at most `most` lines no wider than `width`; what is left over ends in an ellipsis. */
export function wrapped(text: string, width: number, most: number, size = LABEL_SIZE): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined) lines.push(word);
    else if (textWidth(longer, size) <= width || lines.length === most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => (textWidth(line, size) > width ? cutShort(line, width, size) : line));
}
