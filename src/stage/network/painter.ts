/**
 * The one painter of the network: on each frame it asks where everything is and writes that to the pool of
 * tokens and the timer arcs. What a token looks like is written when it changes, its place on every frame.
 */

import type { View } from '#/scenarios';
import type { Run, RunState, Selected } from '../run';
import { handAngle, runningSkew, skewAt } from './clocks';
import { type Drop, type Frame, frame, recentDrops, stillSeen, type Token } from './frame';
import type { Layout } from './layout';
import { copyText, type Light, tokenClass } from './Tokens';
import { tokenPath } from './token-shape';
import type { Point } from './track';

/** A message in the learner's hand. */
export interface Grip extends Point {
  readonly key: string;
}

interface Slot {
  readonly group: SVGGElement;
  key: string | null;
  look: string;
}

interface Seen {
  readonly run: number;
  readonly branch: number;
  readonly index: number;
  readonly drops: readonly Drop[];
}

/** A dash that covers a share of a circle whose `pathLength` is 100. */
export const arcDash = (left: number): string => `${Math.round(left * 1000) / 10} 200`;

export class Painter {
  layout: Layout;
  /** True when motion is unwelcome: while playing, things stand where the latest event left them. */
  still = false;
  grip: Grip | null = null;
  /** What was painted last: where a press lands is judged by it. */
  latest: Frame = { tokens: [], timers: [] };
  private light: (token: Token) => Light = () => null;
  private readonly slots: Slot[];
  private readonly threads: SVGLineElement[];
  private readonly tokenLayer: Element;
  private readonly threadLayer: Element;
  private threadsShown = 0;
  private seen: Seen | null = null;

  constructor(
    private readonly picture: SVGSVGElement,
    private readonly run: Run,
    layout: Layout,
  ) {
    this.layout = layout;
    this.tokenLayer = picture.querySelector('[data-tokens]') as Element;
    this.threadLayer = picture.querySelector('[data-threads]') as Element;
    this.slots = [...this.tokenLayer.children].map((group) => ({
      group: group as SVGGElement,
      key: null,
      look: '?',
    }));
    this.threads = [...this.threadLayer.children] as SVGLineElement[];
    this.threadsShown = this.threads.length;
  }

  /** Which tokens the selection lights, from now on. */
  lit(selection: Selected, past: ReadonlySet<number> | null, future: ReadonlySet<number> | null): void {
    this.light = (token) => {
      if (selection?.on === 'message' && token.entry === selection.entry) return 'selected';
      if (selection?.on === 'entry' && token.entry === selection.id) return 'selected';
      if (past?.has(token.entry)) return 'past';
      return future?.has(token.entry) ? 'future' : null;
    };
  }

  readonly paint = (now: number): void => {
    const state = this.run.store.getState();
    const view = this.run.view();
    const at = this.still && state.mode === 'playing' ? view.at : now;
    this.latest = frame(view, at, this.layout, this.dropsAt(state, at));
    this.writeTokens(this.latest.tokens);
    this.writeThreads(this.latest.tokens);
    this.writeTimers();
    this.writeClocks(view, at);
  };

  private dropsAt({ run, branch, index }: RunState, at: number): readonly Drop[] {
    const { pace } = this.run.scenario;
    const { seen } = this;
    // Looking back through the trace is for each event, not for each frame.
    if (!seen || seen.run !== run || seen.branch !== branch || seen.index !== index) {
      this.seen = { run, branch, index, drops: recentDrops(this.run.trace(), index, at, pace) };
    }
    return stillSeen(this.seen?.drops ?? [], index, at, pace);
  }

  private writeTokens(tokens: readonly Token[]): void {
    const wanted = new Map(tokens.map((token) => [token.key, token]));
    const free: Slot[] = [];
    for (const slot of this.slots) {
      const token = slot.key === null ? undefined : wanted.get(slot.key);
      if (!token) {
        free.push(slot);
        continue;
      }
      wanted.delete(token.key);
      this.write(slot, token);
    }
    for (const token of wanted.values()) {
      const slot = free.pop() ?? this.grow();
      slot.key = token.key;
      this.write(slot, token);
    }
    for (const slot of free) {
      if (slot.key === null && slot.look === '') continue;
      slot.key = null;
      slot.look = '';
      slot.group.setAttribute('display', 'none');
    }
  }

  private grow(): Slot {
    const group = (this.slots[0] as Slot).group.cloneNode(true) as SVGGElement;
    this.tokenLayer.append(group);
    const slot = { group, key: null, look: '?' };
    this.slots.push(slot);
    return slot;
  }

  private write(slot: Slot, token: Token): void {
    const { group } = slot;
    const held = this.grip?.key === token.key ? this.grip : token;
    const light = this.light(token);
    const look = `${token.shape} ${token.status} ${light} ${token.copy} ${token.width} ${token.label}`;
    if (slot.look !== look) {
      slot.look = look;
      const [ring, body, , short, copy] = group.children as unknown as Element[];
      group.setAttribute('class', tokenClass(token, light));
      group.removeAttribute('display');
      ring?.setAttribute('d', tokenPath(token.shape, token.width, 5));
      body?.setAttribute('d', tokenPath(token.shape, token.width));
      if (short) short.textContent = token.label;
      if (copy) {
        copy.textContent = copyText(token);
        copy.setAttribute('x', String(token.width / 2 - 2));
      }
    }
    group.style.transform = `translate(${held.x.toFixed(1)}px,${held.y.toFixed(1)}px)`;
  }

  private writeThreads(tokens: readonly Token[]): void {
    let i = 0;
    for (const token of tokens) {
      const { thread } = token;
      if (!thread) continue;
      const line = this.threads[i] ?? this.addThread();
      const held = this.grip?.key === token.key ? this.grip : token;
      line.removeAttribute('display');
      line.setAttribute('x1', held.x.toFixed(1));
      line.setAttribute('y1', held.y.toFixed(1));
      line.setAttribute('x2', thread.x.toFixed(1));
      line.setAttribute('y2', thread.y.toFixed(1));
      i++;
    }
    for (let k = i; k < this.threadsShown; k++) this.threads[k]?.setAttribute('display', 'none');
    this.threadsShown = i;
  }

  private addThread(): SVGLineElement {
    const line = (this.threads[0] as SVGLineElement).cloneNode() as SVGLineElement;
    this.threadLayer.append(line);
    this.threads.push(line);
    return line;
  }

  /** Between two events a clock goes on going wrong, or being put right. */
  private writeClocks(view: View, at: number): void {
    const { pace } = this.run.scenario;
    const since = { from: view.at, at: Math.max(at, view.at) };
    for (const group of this.picture.querySelectorAll('[data-clock-of]')) {
      const node = view.nodes.find((n) => n.id === group.getAttribute('data-clock-of'));
      if (!node) continue;
      const text = runningSkew(node, since, pace);
      const digits = group.lastElementChild;
      if (!digits || digits.textContent === text) continue;
      digits.textContent = text;
      const turn = `rotate(${handAngle(skewAt(node, since), pace)})`;
      group.querySelector('[data-hand-of]')?.setAttribute('transform', turn);
    }
  }

  private writeTimers(): void {
    const arcs = this.picture.querySelectorAll<SVGCircleElement>('[data-timer]');
    if (arcs.length === 0) return;
    for (const arc of arcs) {
      const [timer, node] = [arc.getAttribute('data-timer'), arc.getAttribute('data-node')];
      const found = this.latest.timers.find((t) => t.name === timer && t.node === node);
      if (found) arc.setAttribute('stroke-dasharray', arcDash(found.left));
    }
  }
}
