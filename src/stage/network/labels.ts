/** All the words in the picture and where they stand: no two overlap. Pure. */

import type { NodeId, NodeView, View } from '#/scenarios';
import { skewText } from '../words';
import { type Box, leastDisturbing, type Surroundings, within } from './boxes';
import { isOff, skewAt } from './clocks';
import type { CutMark } from './cuts';
import { type Layout, LINE_CLEAR, type NodePlace, wordsBox } from './layout';
import { distance, type Point } from './track';
import { LINE, textWidth, wrapped } from './type-setting';

export interface Label {
  readonly key: string;
  readonly what: 'words' | 'clock' | 'slow' | 'cut';
  readonly lines: readonly string[];
  readonly x: number;
  /** The baseline of the first line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Whether the first line is a name. */
  readonly named: boolean;
  readonly box: Box;
  /** Whose clock it is. */
  readonly node?: NodeId;
}

const SMALL = 13;
const BASELINE = 12.5;

export function nodeWords(node: NodeView): string {
  return node.status === 'paused' ? `paused, ${node.words}` : node.words;
}

/** A crashed node's name leaves its disc to the cross. */
function wordsLabel(place: NodePlace, node: NodeView, layout: Layout): Label {
  const name = place.name ?? (node.status === 'crashed' ? place.inside : null);
  // A node that is down has one word to say.
  const words = wrapped(nodeWords(node), layout.labelWidth, node.status === 'crashed' ? 1 : 2);
  const lines = name === null ? words : [...wrapped(name, layout.labelWidth, 1), ...words];
  const box = wordsBox(place, layout, lines);
  return {
    key: `words ${place.id}`,
    what: 'words',
    lines,
    x: box.x + box.width / 2,
    y: box.y + BASELINE,
    anchor: 'middle',
    named: name !== null,
    box,
  };
}

interface Candidate extends Label {
  readonly penalty: number;
}

/** Beside the disc, in the four corners, those towards the middle of the picture first; then further off. */
function cornered(
  place: NodePlace,
  layout: Layout,
  key: string,
  what: Label['what'],
  text: string,
): Candidate[] {
  const width = textWidth(text, SMALL) + (what === 'clock' ? 20 : 0);
  const inwards = place.x <= layout.width / 2 ? 1 : -1;
  const away = place.side === 'below' ? -1 : 1;
  const out = (layout.radius + LINE_CLEAR) * 0.71 + 5;
  const corners = [
    [inwards, away, 0],
    [-inwards, away, 0],
    [inwards, -away, 0.5],
    [-inwards, -away, 0.5],
    [inwards, 1.6 * away, 2],
    [-inwards, 1.6 * away, 2],
    [inwards, -1.6 * away, 3],
    [-inwards, -1.6 * away, 3],
  ] as const;
  const beside = corners.map(([sx, sy, penalty]): Candidate => {
    const x = place.x + sx * out;
    const middle = place.y + sy * out;
    const box = { x: sx > 0 ? x : x - width, y: middle - 8, width, height: 16 };
    const anchor = sx > 0 ? 'start' : 'end';
    return { key, what, lines: [text], x, y: middle + 4.5, anchor, named: false, box, penalty };
  });
  // Where a picture is narrow there may be no room but across from the node's words.
  const across = [1, 1.4].map((by, i): Candidate => {
    const middle = place.y + away * (layout.radius + LINE_CLEAR + 9) * by;
    const x = Math.min(layout.width - width / 2 - 2, Math.max(width / 2 + 2, place.x));
    const box = { x: x - width / 2, y: middle - 8, width, height: 16 };
    return {
      key,
      what,
      lines: [text],
      x,
      y: middle + 4.5,
      anchor: 'middle',
      named: false,
      box,
      penalty: 2 + i,
    };
  });
  return [...beside, ...across];
}

/** Beyond the ends of a short mark, beside a long one. */
function cutLabels(mark: CutMark, words: string): Candidate[] {
  const width = textWidth(words, CUT_SIZE, true);
  const [a, b] = mark.line;
  const length = distance(a, b) || 1;
  const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  /** A box that touches a point from the direction (nx, ny). */
  const off = (p: Point, nx: number, ny: number, gap: number, penalty: number): Candidate => {
    const by = Math.abs(nx) * (width / 2) + Math.abs(ny) * (LINE / 2) + gap;
    const [x, y] = [p.x + nx * by, p.y + ny * by];
    const box = { x: x - width / 2, y: y - LINE / 2, width, height: LINE };
    const key = `cut ${mark.key}`;
    return {
      ...{ key, what: 'cut', lines: [words], x, y: box.y + BASELINE, anchor: 'middle', named: false },
      ...{ box, penalty },
    };
  };
  const along = (t: number): Point => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });
  // The inner end of half a bar lies on the link.
  const ends = mark.arrow ? [off(a, -ux, -uy, 3, 0)] : [off(b, ux, uy, 3, 0), off(a, -ux, -uy, 3, 0)];
  const beside = [0.1, 0.9, 0.25, 0.75, 0.5].flatMap((t, i) => [
    off(along(t), -uy, ux, 7, i * 0.3),
    off(along(t), uy, -ux, 7, i * 0.3),
  ]);
  return length > LONG ? beside : [...ends, ...beside.map((c) => ({ ...c, penalty: c.penalty + 2 }))];
}

const CUT_SIZE = 14;
/** Longer marks run from edge to edge of the picture. */
const LONG = 90;

/** Words below nodes always stand; what finds no room is left to its mark, the button's name and the inspector. With `clocks` all have theirs. */
export function labelsOf(
  layout: Layout,
  view: View,
  cuts: readonly CutMark[],
  clocks = false,
): readonly Label[] {
  const labels: Label[] = [];
  const taken: Box[] = [];
  const discs = layout.nodes.map((centre) => ({ centre, radius: layout.radius + LINE_CLEAR }));
  const links = layout.links.map((l) => l.line.points);
  const around: Surroundings = { ...layout, texts: taken, discs, lines: links };
  const put = (label: Label | null) => {
    if (!label) return;
    labels.push(label);
    taken.push(label.box);
  };
  for (const node of view.nodes) {
    const place = layout.nodes.find((n) => n.id === node.id);
    if (place) put(wordsLabel(place, node, layout));
  }
  for (const mark of cuts) {
    const among = { ...around, lines: [...links, ...cuts.map((c) => c.line)] };
    const tries = mark.words.map((words) => leastDisturbing(cutLabels(mark, words), among));
    put(tries.find((label) => label !== null) ?? null);
  }
  for (const node of view.nodes) {
    const place = layout.nodes.find((n) => n.id === node.id);
    if (!place || node.status === 'crashed') continue;
    const skew = skewAt(node, { from: view.at, at: view.at });
    if (clocks || isOff(node, view.at)) {
      const spots = cornered(place, layout, `clock ${node.id}`, 'clock', skewText(skew));
      const label = leastDisturbing(spots, around);
      put(label && { ...label, node: node.id });
    }
    if (node.factor !== 1) {
      const slow = `${node.factor}× slower`;
      put(leastDisturbing(cornered(place, layout, `slow ${node.id}`, 'slow', slow), around));
    }
  }
  return labels.filter((l) => l.what === 'words' || within(l.box, layout.width, layout.height));
}
