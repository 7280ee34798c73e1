// The page that the benchmark of the figure looks at: five nodes that always have `?balls=` messages each on their
// way, in the figure of a lesson; with `?plain`, as many plain tokens instead, moved by a loop that does nothing else;
// with `?idle`, a loop that does nothing at all. No part of the lab.
import { createRoot } from 'react-dom/client';
import { frames, Player } from '#/player';
import type { ProtocolModule, Scenario } from '#/scenarios';
import { Figure } from '#/stage';
import '#/ui/global.css';
import { fiveNodes, fiveNodesConfig } from './five-nodes';

declare global {
  interface Window {
    busy: { play(): void; pause(): void; inFlight(): number };
  }
}

const asked = new URLSearchParams(location.search);
const balls = Number(asked.get('balls') ?? 8);
const root = document.getElementById('root') as HTMLElement;

const PLACES = [
  [50, 12],
  [88, 42],
  [74, 88],
  [26, 88],
  [12, 42],
] as const;

/** Messages take 10 ms on average, so that at this pace one is two seconds on its way, as in a lesson. */
const PACE = 5_000;

function scenario(): Scenario {
  const { nodes, links } = fiveNodesConfig(1);
  return {
    name: 'five',
    title: 'Five busy nodes',
    summary: 'Five nodes that pass messages on and on.',
    protocol: 'five nodes',
    seed: 1,
    nodes: nodes.map((node, i) => ({
      id: node.id,
      role: 'peer',
      x: PLACES[i]?.[0] ?? 0,
      y: PLACES[i]?.[1] ?? 0,
    })),
    links: links as never,
    stop: { atUs: 600_000_000 },
    pace: PACE,
    faults: ['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'crash', 'restart'],
    knobs: [],
    actions: [],
    kinds: { ping: { short: 'PING', shape: 'square', words: 'ping' } },
    moments: {},
    opening: { atUs: 4_000 },
  };
}

function figure(): void {
  const module: ProtocolModule = {
    protocol: fiveNodes(balls),
    observers: {},
    properties: {},
    leavesOut: [],
    choices: {},
  };
  const player = new Player({ scenario: scenario(), module, ticker: frames });
  createRoot(root).render(<Figure run={player} />);
  window.busy = {
    play: () => player.play(),
    pause: () => player.pause(),
    inFlight: () => player.view().messages.length,
  };
}

/** As many groups, each a path with a label, as the figure moves: what drawing alone costs. */
function plain(): void {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 640 400');
  const groups = Array.from({ length: balls * 5 }, () => {
    const group = document.createElementNS(svg.namespaceURI, 'g') as SVGGElement;
    group.innerHTML = '<path d="M-20 -10h40v20h-40z" fill="white" stroke="black"/><text>PING</text>';
    svg.append(group);
    return group;
  });
  root.append(svg);
  let handle = 0;
  const frame = (now: number) => {
    groups.forEach((group, i) => {
      const share = (now / 2_000 + i / 7) % 1;
      group.style.transform = `translate(${(20 + share * 600).toFixed(1)}px,${((i * 37) % 400).toFixed(1)}px)`;
    });
    handle = requestAnimationFrame(frame);
  };
  window.busy = {
    play: () => {
      handle = requestAnimationFrame(frame);
    },
    pause: () => cancelAnimationFrame(handle),
    inFlight: () => groups.length,
  };
}

function idle(): void {
  let handle = 0;
  const frame = () => {
    handle = requestAnimationFrame(frame);
  };
  window.busy = { play: frame, pause: () => cancelAnimationFrame(handle), inFlight: () => 0 };
}

if (asked.has('idle')) idle();
else if (asked.has('plain')) plain();
else figure();
