/** Ways in which a file comes to harm: cut off, a piece lost, repeated or swapped for another, a character changed. */

const STRANGE = ['', '"', '{', '}', '[', ']', ':', ',', ' ', '\n', '\\', '-1', 'nil', 'é', '\0', '9', '\t'];

/** Any four whole numbers, from 0: how, where, how long, and by what. */
export type Harm = readonly [how: number, at: number, length: number, by: number];

function harm(text: string, [how, at, length, by]: Harm): string {
  const from = at % (text.length + 1);
  const to = from + length + 1;
  const kind = how % 6;
  if (kind === 0) return text.slice(0, from);
  if (kind === 1) return text.slice(0, from) + text.slice(to);
  if (kind === 2) return text.slice(0, to) + text.slice(from);
  if (kind < 5) return text.slice(0, from) + STRANGE[by % STRANGE.length] + text.slice(from + 1);
  const lines = text.split('\n');
  const [one, other] = [at % lines.length, by % lines.length];
  [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
  return lines.join('\n');
}

export const harmed = (text: string, harms: readonly Harm[]): string => harms.reduce(harm, text);
