/**
 * Where the states of a machine stand and how its ways run. Ways that change only what is remembered are written into
 * their state, as in a statechart of UML; the others are placed by dagre. Pure; CSS pixels.
 */

import { Graph, layout } from '@dagrejs/dagre';
import { curveBasis, line as pathOf } from 'd3-shape';
import type { StateGraph, Way } from '#/scenarios';
import { textWidth, wrapped } from '../network/type-setting';

export const NAME = 15;
export const SMALL = 13;
export const LINE = 17;
const PAD = 10;
const HEADER = 28;
const LABEL_WIDTH = 84;
/** Room for the dot that leads into the first state. */
export const ENTRY = 24;
/** What is written at the way that was taken last. */
const USUAL_MOMENT = 'at 00,000 ms';

export interface StateBox {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly initial: boolean;
  /** Ways that end where they begin. */
  readonly inside: readonly { readonly way: Way; readonly text: string; readonly y: number }[];
}

export interface WayLine {
  readonly way: Way;
  readonly d: string;
  /** The point of the arrow, and where it comes from. */
  readonly head: { readonly x: number; readonly y: number; readonly angle: number };
  readonly lines: readonly string[];
  /** The middle of the label, and the baseline of its first line. */
  readonly x: number;
  readonly y: number;
}

export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  readonly states: readonly StateBox[];
  readonly ways: readonly WayLine[];
}

export const insideText = ({ event, guard }: Way): string => (guard ? `${event}: ${guard}` : event);

const draw = pathOf<{ x: number; y: number }>()
  .x((p) => p.x)
  .y((p) => p.y)
  .curve(curveBasis)
  .digits(1);

const isInside = (way: Way): boolean => way.from === way.to;

export function chartLayout({ states, ways, initial }: StateGraph): ChartLayout {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 12, edgesep: 8, ranksep: 22, marginx: 2, marginy: 4 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const id of states) {
    const inside = ways.filter((way) => way.from === id && isInside(way)).map(insideText);
    const widest = Math.max(textWidth(id, NAME, true) + 44, ...inside.map((text) => textWidth(text, SMALL)));
    graph.setNode(id, {
      width: Math.ceil(widest + 2 * PAD + ENTRY),
      height: HEADER + inside.length * LINE + (inside.length > 0 ? 6 : 0),
    });
  }
  const between = ways.filter((way) => !isInside(way));
  for (const way of between) {
    const lines = linesOf(way);
    const width = Math.max(...[...lines, USUAL_MOMENT].map((text) => textWidth(text, SMALL, true)));
    const height = (lines.length + 1) * LINE;
    graph.setEdge(way.from, way.to, { width: Math.ceil(width) + 6, height, labelpos: 'c' }, way.id);
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    states: states.map((id) => {
      const { x, y, ...size } = graph.node(id) as { x: number; y: number; width: number; height: number };
      const box = {
        x: x - size.width / 2 + ENTRY,
        y: y - size.height / 2,
        width: size.width - ENTRY,
        height: size.height,
      };
      const own = ways.filter((way) => way.from === id && isInside(way));
      const inside = own.map((way, i) => ({
        way,
        text: insideText(way),
        y: box.y + HEADER + i * LINE + 12,
      }));
      return { id, ...box, initial: id === initial, inside };
    }),
    ways: between.map((way) => lineOf(graph, way)),
  };
}

const linesOf = ({ event, guard }: Way): readonly string[] =>
  guard ? [event, ...wrapped(guard, LABEL_WIDTH, 3, SMALL)] : [event];

function lineOf(graph: Graph, way: Way): WayLine {
  const edge = graph.edge({ v: way.from, w: way.to, name: way.id }) as {
    points: { x: number; y: number }[];
    x: number;
    y: number;
  };
  const points = edge.points;
  const [before, end] = points.slice(-2) as [{ x: number; y: number }, { x: number; y: number }];
  const lines = linesOf(way);
  return {
    way,
    d: draw(points) ?? '',
    head: { ...end, angle: (Math.atan2(end.y - before.y, end.x - before.x) * 180) / Math.PI },
    lines,
    x: edge.x,
    y: edge.y - ((lines.length + 1) * LINE) / 2 + 12,
  };
}
