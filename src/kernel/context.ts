/**
 * The context handlers call. One object serves all nodes, pointed at whoever runs. Effects take place as they
 * are asked for, which is the same as buffering them in order: a handler cannot see them, and once a crash cuts
 * the list at effect k, all later ones are ignored.
 */

import { draw, Purpose, pick } from './chance';
import { changeClock } from './change-clock';
import { monotonicAt, wallAt } from './clock';
import type { Core } from './core';
import { KernelError } from './errors';
import { wrongClock } from './limits';
import { leave } from './network';
import type { Nodes } from './nodes';
import type { Context, ListOnDisk, Params } from './protocol';
import type { NodeState } from './state';
import type { Outcome, Seen } from './trace';
import { freezeDeep, type Json, type Micros, type NodeId } from './values';

/** What a message weighs on a link with a bandwidth, when its sender does not say. */
const DEFAULT_BYTES = 100;

const notAList = (node: NodeId, does: string, key: string): KernelError =>
  new KernelError(`${node} ${does} ${key}, which is not a list.`);

export class NodeContext implements Context {
  private node = -1;
  /** The node's state and the parameters, at hand: a handler asks for them again and again. */
  private here!: NodeState;
  params!: Params;
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

  get self(): NodeId {
    return this.core.names[this.node] as NodeId;
  }

  get role(): string {
    return this.core.roleNames[this.node] as string;
  }

  enter(node: number, cause: number, cutAfter: number): void {
    this.node = node;
    this.here = this.owner.state(node);
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

  /** Whether a crash has cut the list: nothing that the handler still asks for takes place. */
  private get isCut(): boolean {
    return this.cutAfter >= 0 && this.effects >= this.cutAfter;
  }

  /** Counts one effect; true when a crash has cut the list before it. */
  private cut(): boolean {
    if (this.isCut) return true;
    this.effects++;
    return false;
  }

  nodes(role?: string): readonly NodeId[] {
    if (role === undefined) return this.core.names;
    return this.core.names.filter((_, i) => this.core.roleNames[i] === role);
  }

  send(to: NodeId, kind: string, body: Json = null, bytes = DEFAULT_BYTES): void {
    if (this.cut()) return;
    const place = this.core.place(to);
    if (place < 0) throw new KernelError(`${this.self} sends ${kind} to ${to}, which is not a node.`);
    leave(this.core, this.node, place, kind, body, bytes, this.cause);
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
    return wallAt(this.here.clock, this.core.s.now);
  }

  monotonic(): Micros {
    this.refuseUntimed('monotonic');
    return monotonicAt(this.here.clock, this.core.s.now);
  }

  private refuseUntimed(what: string): void {
    if (!this.core.untimed) return;
    throw new KernelError(`${this.self} reads ${what}(), but in an untimed world there is no time to read.`);
  }

  adjustClock(change: Parameters<Context['adjustClock']>[0]): void {
    if (this.cut()) return;
    if (this.core.untimed) {
      throw new KernelError(
        `${this.self} adjusts its clock, but in an untimed world there is no time to adjust.`,
      );
    }
    const wrong = wrongClock(change);
    if (wrong) throw new KernelError(wrong);
    changeClock(this.core, this.owner, this.node, change, this.cause);
  }

  choose(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > 1 << 20) {
      throw new KernelError(`${this.self} chooses among ${n}; it must be a whole number from 1 to 2^20.`);
    }
    const value = this.core.untimed ? this.answer(n) : this.drawn(n);
    if (!this.isCut) this.core.emitChoice(this.node, this.cause, n, value);
    return value;
  }

  private drawn(n: number): number {
    const at = this.here;
    const word = draw(
      this.core.config.seed,
      Purpose.choose,
      this.core.nodeLanes[this.node] as number,
      at.chosen,
    );
    if (!this.isCut) at.chosen++;
    return pick(word, n);
  }

  private answer(n: number): number {
    const value = this.script[this.arities.push(n) - 1] ?? 0;
    if (value < n) return value;
    throw new KernelError(`A step has ${this.self} choose ${value}, but it chooses among ${n}.`);
  }

  durable(key: string): Json | undefined {
    const value = this.here.durable[key];
    this.owner.lists.given(value);
    return value;
  }

  list(key: string): ListOnDisk | undefined {
    const value = this.here.durable[key];
    if (value !== undefined && !Array.isArray(value)) throw notAList(this.self, 'looks into', key);
    return value;
  }

  persist(key: string, value: Json): void {
    if (this.cut()) return;
    if (this.core.freeze) freezeDeep(value);
    const { durable } = this.here;
    this.owner.lists.given(durable[key]);
    durable[key] = value;
    this.core.emitPersisted(this.node, this.cause, key, value, false);
  }

  append(key: string, value: Json): void {
    if (this.cut()) return;
    const { durable } = this.here;
    const list = durable[key] ?? [];
    if (!Array.isArray(list)) throw notAList(this.self, 'appends to', key);
    const longer = this.owner.lists.longer(list, value);
    if (this.core.freeze) freezeDeep(longer);
    durable[key] = longer;
    this.core.emitPersisted(this.node, this.cause, key, value, true);
  }

  complete(op: string, outcome: Outcome, seen: Seen): void {
    if (this.cut()) return;
    this.owner.complete(this.node, op, outcome, seen, this.cause);
  }

  note(text: string): void {
    if (this.isCut) return;
    this.core.emit('note', this.node, this.cause, { text });
  }
}
