/**
 * The context handlers call. One object serves all nodes, pointed at whoever runs. Effects take place as they
 * are asked for, which is the same as buffering them in order: a handler cannot see them, and once a crash cuts
 * the list at effect k, all later ones are ignored.
 */

import { draw, pick, Purpose } from './chance';
import { monotonicAt, wallAt } from './clock';
import type { Core } from './core';
import { KernelError } from './errors';
import { leave } from './network';
import type { Nodes } from './nodes';
import type { Context, Params } from './protocol';
import type { NodeState } from './state';
import type { Outcome, Seen } from './trace';
import { freezeDeep, type Json, type Micros, type NodeId } from './values';

export class NodeContext implements Context {
  self = '' as NodeId;
  role = '';
  params: Params = {};
  private node = -1;
  private cause = -1;
  private effects = 0;
  private cutAfter = -1;
  /** In an untimed world: the answers to `choose`, and how many alternatives each one had. */
  script: readonly number[] = [];
  arities: number[] = [];

  constructor(
    private readonly core: Core,
    private readonly owner: Nodes,
  ) {}

  enter(node: number, cause: number, cutAfter: number): void {
    this.node = node;
    this.self = this.core.names[node] as NodeId;
    this.role = this.core.config.nodes[node]?.role ?? '';
    this.params = this.core.s.params;
    this.cause = cause;
    this.effects = 0;
    this.cutAfter = cutAfter;
  }

  /** Ends the handler and gives how many effects took place. */
  leave(): number {
    this.cutAfter = -1;
    return this.effects;
  }

  /** Counts one effect; true when a crash has cut the list before it. */
  private cut(): boolean {
    if (this.cutAfter >= 0 && this.effects >= this.cutAfter) return true;
    this.effects++;
    return false;
  }

  nodes(role?: string): readonly NodeId[] {
    if (role === undefined) return this.core.names;
    return this.core.names.filter((_, i) => this.core.config.nodes[i]?.role === role);
  }

  send(to: NodeId, kind: string, body: Json = null, bytes?: number): void {
    if (this.cut()) return;
    leave(this.core, this.node, this.core.place(to), kind, body, bytes, this.cause);
  }

  after(name: string, delayUs: Micros, data: Json = null): void {
    if (this.cut()) return;
    this.owner.setTimer(this.node, name, delayUs, data, this.cause);
  }

  cancel(name: string): void {
    if (this.cut()) return;
    this.owner.cancelTimer(this.node, name, this.cause);
  }

  now(): Micros {
    this.refuseUntimed('now');
    return wallAt(this.owner.state(this.node).clock, this.core.s.now);
  }

  monotonic(): Micros {
    this.refuseUntimed('monotonic');
    return monotonicAt(this.owner.state(this.node).clock, this.core.s.now);
  }

  private refuseUntimed(what: string): void {
    if (!this.core.untimed) return;
    throw new KernelError(`${this.self} reads ${what}(), but in an untimed world there is no time to read.`);
  }

  choose(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > 1 << 20) {
      throw new KernelError(`${this.self} chooses among ${n}; it must be a whole number from 1 to 2^20.`);
    }
    const at = this.owner.state(this.node);
    const value = this.core.untimed
      ? (this.script[this.arities.push(n) - 1] ?? 0)
      : pick(draw(this.core.config.seed, Purpose.choose, this.core.nodeLanes[this.node] as number, at.chosen++), n);
    this.core.emit('chose', this.node, this.cause, { n, value });
    return value;
  }

  durable(key: string): Json | undefined {
    return this.owner.state(this.node).durable[key];
  }

  persist(key: string, value: Json): void {
    if (this.cut()) return;
    this.write(this.owner.state(this.node), key, value);
    this.core.emit('persisted', this.node, this.cause, { key, value, append: false });
  }

  append(key: string, value: Json): void {
    if (this.cut()) return;
    if (this.core.freeze) freezeDeep(value);
    const { durable } = this.owner.state(this.node);
    const list = durable[key];
    if (list === undefined) durable[key] = [value];
    else if (Array.isArray(list)) list.push(value);
    else throw new KernelError(`${this.self} appends to ${key}, which is not a list.`);
    this.core.emit('persisted', this.node, this.cause, { key, value, append: true });
  }

  /** A list is copied on the way in, since `append` changes the stored one in place. */
  private write(n: NodeState, key: string, value: Json): void {
    n.durable[key] = Array.isArray(value) ? value.slice() : value;
    if (this.core.freeze) freezeDeep(value);
  }

  complete(op: string, outcome: Outcome, seen: Seen): void {
    if (this.cut()) return;
    this.owner.complete(this.node, op, outcome, seen, this.cause);
  }

  note(text: string): void {
    if (this.cutAfter >= 0 && this.effects >= this.cutAfter) return;
    this.core.emit('note', this.node, this.cause, { text });
  }
}
