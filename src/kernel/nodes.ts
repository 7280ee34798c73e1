/**
 * What happens at a node: its handlers run here and nowhere else, and so do crashes that cut them short,
 * restarts, pauses, and the opening and ending of operations.
 */

import { ticksAt, whenTicks } from './clock';
import type { DiskFate } from './command';
import { NodeContext } from './context';
import { type Core, task } from './core';
import { KernelError } from './errors';
import { isSpan, wrongSpan } from './limits';
import { Lists } from './lists';
import { drop } from './network';
import { type InFlight, isMessage, type NodeState, type Pending, type Task } from './state';
import { Timers } from './timers';
import type { Outcome, Seen } from './trace';
import type { Json, Micros, NodeId } from './values';

export class Nodes {
  readonly context: NodeContext;
  readonly lists: Lists;
  private readonly timers = new Timers();

  constructor(readonly core: Core) {
    this.context = new NodeContext(core, this);
    this.lists = new Lists(core.freeze || core.untimed);
  }

  state(node: number): NodeState {
    return this.core.s.nodes[node] as NodeState;
  }

  /** Points the context at a node whose handler is about to run, and gives the crash that will cut it, if any. */
  private enter(n: NodeState, node: number, cause: number, trigger: string): NodeState['armed'] {
    const { armed } = n;
    const cuts = armed !== null && (armed.on === null || armed.on === trigger);
    this.context.enter(node, cause, cuts ? armed.afterEffect : -1);
    return cuts ? armed : null;
  }

  /** Ends a handler. If a crash cut it, what it asked for up to that effect took place, and the node is down. */
  private leave(node: number, cut: NodeState['armed']): void {
    const effects = this.context.leave();
    if (cut !== null) this.crash(node, cut.disk, effects, cut.entry);
  }

  start(node: number): void {
    const { core } = this;
    const cause = core.emit('started', node, -1, { role: core.roleNames[node] as string });
    this.context.enter(node, cause, -1);
    this.state(node).state = core.roles[node]?.init(this.context);
    this.context.leave();
  }

  /** A message reaches its receiver; a paused one finds it in its inbox later. */
  arrive(m: InFlight): void {
    const { core } = this;
    const n = this.state(m.to);
    if (n.status === 'crashed') {
      drop(core, m, 'receiver down', 1, m.sentEntry);
      return;
    }
    if (n.status === 'paused') {
      n.inbox.push(m);
      core.emit('waits', m.to, m.sentEntry, { what: 'message', name: m.kind });
      return;
    }
    core.s.counts.delivered++;
    const cause = core.emitMessage('delivered', m.to, m.sentEntry, m);
    const cut = this.enter(n, m.to, cause, m.kind);
    core.roles[m.to]?.onMessage?.(this.context, n.state, {
      from: core.names[m.from] as NodeId,
      to: core.names[m.to] as NodeId,
      kind: m.kind,
      body: m.body,
    });
    this.leave(m.to, cut);
  }

  setTimer(node: number, name: string, delayUs: Micros, data: Json, cause: number): void {
    if (!isSpan(delayUs)) throw new KernelError(wrongSpan(`Timer ${name}`, delayUs) as string);
    const { core } = this;
    const n = this.state(node);
    const setEntry = core.emitTimerSet(node, cause, name, delayUs);
    const deadline = core.untimed ? 0 : ticksAt(n.clock, core.s.now) + delayUs;
    const dueAt = this.dueAt(n, deadline);
    const token = core.s.seq;
    const old = this.timers.find(node, n, name);
    const standIn = old !== undefined && !core.untimed && old.queuedAt <= dueAt ? old : null;
    const queued = standIn?.queued ?? token;
    const queuedAt = standIn?.queuedAt ?? dueAt;
    const timer = { name, data, deadline, setAt: core.s.now, token, setEntry, queued, queuedAt };
    this.timers.set(node, n, timer, old);
    // What stands in for it has its place in the order of asking all the same.
    if (standIn) core.s.seq++;
    else core.enqueue(dueAt, task('timer', node, { name, token }));
  }

  private dueAt(n: NodeState, deadline: Micros): Micros {
    return this.core.untimed ? 0 : whenTicks(n.clock, deadline, this.core.s.now);
  }

  /** What is in the queue for a timer that was set again since becomes that one's, if it stood in for it. */
  takesOver(item: Task): boolean {
    if (item.what !== 'timer') return false;
    const { node } = item;
    const n = this.state(node);
    const timer = this.timers.find(node, n, item.name);
    if (timer?.queued !== item.token) return false;
    const { token } = timer;
    const queuedAt = this.dueAt(n, timer.deadline);
    this.timers.replace(node, n, timer, { ...timer, queued: token, queuedAt });
    item.at = queuedAt;
    item.seq = token;
    item.token = token;
    return true;
  }

  /**
   * After a change of drift or speed: the deadlines stand, the moments at which they fall due move. One that
   * fell due while the node was paused has done so.
   */
  rescheduleTimers(node: number): void {
    const n = this.state(node);
    const overdue = new Set(n.inbox.map((p) => (isMessage(p) ? -1 : p.token)));
    n.timers = n.timers.map((timer) => {
      if (overdue.has(timer.token)) return timer;
      const token = this.core.s.seq;
      const queuedAt = this.dueAt(n, timer.deadline);
      this.core.enqueue(queuedAt, task('timer', node, { name: timer.name, token }));
      return { ...timer, token, queued: token, queuedAt };
    });
  }

  cancelTimer(node: number, name: string, cause: number): void {
    const n = this.state(node);
    const timer = this.timers.find(node, n, name);
    if (timer === undefined) return;
    this.timers.take(node, n, timer);
    this.core.emitTimer('timer cancelled', node, cause, name);
  }

  /** Whether something in the queue will still happen: a timer set again or cancelled since will not. */
  isLive(item: Pending): boolean {
    if (item.what === 'timer') {
      return this.timers.find(item.node, this.state(item.node), item.name)?.token === item.token;
    }
    return item.what !== 'turn' || this.isFree(this.state(item.node));
  }

  fire(item: Task): void {
    const { core } = this;
    const { node } = item;
    const n = this.state(node);
    const timer = this.timers.find(node, n, item.name);
    if (timer?.token !== item.token) return;
    const { name, data } = timer;
    if (n.status === 'paused') {
      n.inbox.push(item);
      core.emit('waits', node, timer.setEntry, { what: 'timer', name });
      return;
    }
    this.timers.take(node, n, timer);
    const cause = core.emitTimer('timer fired', node, timer.setEntry, name);
    const cut = this.enter(n, node, cause, name);
    core.roles[node]?.onTimer?.(this.context, n.state, { name, data });
    this.leave(node, cut);
  }

  /** A client is asked for an operation; it waits its turn if one is open, or if the client is not running. */
  invoke(item: Task, cause = -1): void {
    const n = this.state(item.node);
    if (n.status === 'running' && n.open === null && n.waiting.length === 0) {
      this.begin(item, cause);
      return;
    }
    const { f } = item.call as { f: string };
    const token = this.core.emit('waits', item.node, cause, { what: 'call', name: f });
    n.waiting.push({ ...item, token });
    // It may be that the client is free, and others waited before this one.
    this.admit(item.node);
  }

  /** The call that has waited longest begins. */
  turn(node: number): void {
    const next = this.state(node).waiting.shift();
    if (next) this.begin(next, next.token);
  }

  private begin(item: Task, cause: number): void {
    const { core } = this;
    const { node } = item;
    const n = this.state(node);
    const { f, value } = item.call as { f: string; value: Json };
    const name = core.names[node] as NodeId;
    const id = `${name}/${++n.ops}`;
    const process = n.epoch === 0 ? name : `${name}#${n.epoch}`;
    const entry = core.emit('invoked', node, cause, { op: id, process, f, value });
    n.open = { id, process, f, value, invokedAt: core.s.now, entry };
    const cut = this.enter(n, node, entry, 'invoke');
    core.roles[node]?.onInvoke?.(this.context, n.state, { id, f, value });
    this.leave(node, cut);
  }

  complete(node: number, op: string, outcome: Outcome, seen: Seen, cause: number): void {
    const n = this.state(node);
    const isOpen = n.open?.id === op;
    this.core.emit(isOpen ? 'completed' : 'late', node, cause, { op, outcome, seen });
    if (!isOpen) return;
    n.open = null;
    if (outcome === 'unknown') n.epoch++;
    this.admit(node);
  }

  /** Whether a call that waits at the node could begin now. */
  isFree(n: NodeState): boolean {
    return n.waiting.length > 0 && n.open === null && n.status === 'running';
  }

  /** Gives the next waiting call its turn, at this instant. In an untimed world that is for the search to choose. */
  private admit(node: number): void {
    const { core } = this;
    if (!core.untimed && this.isFree(this.state(node))) core.enqueue(core.s.now, task('turn', node));
  }

  crash(node: number, disk: DiskFate, afterEffect: number | null, cause: number): void {
    const { core } = this;
    const n = this.state(node);
    const entry = core.emit('crashed', node, cause, { disk, afterEffect });
    n.status = 'crashed';
    n.state = null;
    n.timers = [];
    n.armed = null;
    if (disk === 'lost') n.durable = {};
    const { inbox } = n;
    n.inbox = [];
    for (const p of inbox) if (isMessage(p)) drop(core, p, 'receiver down', 1, entry);
    const { open } = n;
    if (open) this.complete(node, open.id, 'unknown', { as: 'crash' }, entry);
  }

  restart(node: number, cause: number): void {
    const { core } = this;
    const n = this.state(node);
    const role = core.roles[node];
    n.status = 'running';
    const entry = core.emit('restarted', node, cause, {});
    this.context.enter(node, entry, -1);
    this.lists.allGiven();
    n.state = role?.onRecover ? role.onRecover(this.context, { ...n.durable }) : role?.init(this.context);
    this.context.leave();
    this.admit(node);
  }

  /** The inbox and the overdue timers are handled now, in the order in which they came. */
  resume(node: number, cause: number): void {
    const { core } = this;
    const n = this.state(node);
    n.status = 'running';
    core.emit('resumed', node, cause, {});
    const { inbox } = n;
    n.inbox = [];
    for (const item of inbox) core.enqueue(core.s.now, item);
    this.admit(node);
  }
}
