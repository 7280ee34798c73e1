/**
 * What happens at a node: its handlers run here and nowhere else, and so do crashes that cut them short,
 * restarts, pauses, and the opening and ending of operations.
 */

import { ticksAt, whenTicks } from './clock';
import { NodeContext } from './context';
import { BLANK, type Core } from './core';
import type { DiskFate } from './command';
import { KernelError } from './errors';
import { drop } from './network';
import type { RoleState } from './protocol';
import type { InFlight, NodeState, Pending } from './state';
import type { Outcome, Seen } from './trace';
import type { Json, Micros, NodeId } from './values';

export class Nodes {
  readonly context: NodeContext;

  constructor(readonly core: Core) {
    this.context = new NodeContext(core, this);
  }

  state(node: number): NodeState {
    return this.core.s.nodes[node] as NodeState;
  }

  /**
   * Runs one handler. If a crash is armed for it, what the handler asks for takes place up to that effect,
   * and then the node is down.
   */
  private run(node: number, cause: number, trigger: string, handler: (state: RoleState) => void): void {
    const n = this.state(node);
    const { armed } = n;
    const cuts = armed !== null && (armed.on === null || armed.on === trigger);
    this.context.enter(node, cause, cuts ? armed.afterEffect : -1);
    handler(n.state);
    const effects = this.context.leave();
    if (cuts) this.crash(node, armed.disk, effects, armed.entry);
  }

  start(node: number): void {
    const role = this.core.config.nodes[node]?.role ?? '';
    const cause = this.core.emit('started', node, -1, { role });
    this.context.enter(node, cause, -1);
    this.state(node).state = this.core.roles[node]?.init(this.context);
    this.context.leave();
  }

  /** A message reaches its receiver; a paused one finds it in its inbox later. */
  arrive(item: Pending): void {
    const m = item.message as InFlight;
    const n = this.state(m.to);
    if (n.status === 'crashed') {
      return drop(this.core, m, 'receiver down', 1, m.sentEntry);
    }
    if (n.status === 'paused') {
      n.inbox.push(item);
      this.core.emit('waits', m.to, m.sentEntry, { what: 'message', name: m.kind });
      return;
    }
    this.core.s.counts.delivered++;
    const cause = this.core.emitMessage('delivered', m.to, m.sentEntry, m);
    const role = this.core.roles[m.to];
    if (role?.onMessage) {
      const { names } = this.core;
      const message = { from: names[m.from] as NodeId, to: names[m.to] as NodeId, kind: m.kind, body: m.body };
      if (n.armed === null) {
        this.context.enter(m.to, cause, -1);
        role.onMessage(this.context, n.state, message);
        this.context.leave();
      } else this.run(m.to, cause, m.kind, (state) => role.onMessage?.(this.context, state, message));
    }
  }

  setTimer(node: number, name: string, delayUs: Micros, data: Json, cause: number): void {
    if (!Number.isSafeInteger(delayUs) || delayUs < 0) {
      throw new KernelError(`Timer ${name} is set for ${delayUs}; it wants whole microseconds, 0 or more.`);
    }
    const { core } = this;
    const n = this.state(node);
    n.timers = n.timers.filter((t) => t.name !== name);
    const setEntry = core.emit('timer set', node, cause, { name, delayUs });
    const deadline = core.untimed ? 0 : ticksAt(n.clock, core.s.now) + delayUs;
    const timer = { name, data, deadline, setAt: core.s.now, token: core.s.seq, setEntry };
    n.timers.push(timer);
    this.scheduleTimer(node, timer);
  }

  private scheduleTimer(node: number, timer: { name: string; deadline: Micros; token: number }): void {
    const { core } = this;
    const at = core.untimed ? 0 : whenTicks(this.state(node).clock, timer.deadline, core.s.now);
    core.enqueue(at, { ...BLANK, what: 'timer', node, name: timer.name, token: timer.token });
  }

  /** After a change of drift or speed: the deadlines stand, the moments at which they fall due move. */
  rescheduleTimers(node: number): void {
    const n = this.state(node);
    n.timers = n.timers.map((timer) => {
      const moved = { ...timer, token: this.core.s.seq };
      this.scheduleTimer(node, moved);
      return moved;
    });
  }

  cancelTimer(node: number, name: string, cause: number): void {
    const n = this.state(node);
    if (!n.timers.some((t) => t.name === name)) return;
    n.timers = n.timers.filter((t) => t.name !== name);
    this.core.emit('timer cancelled', node, cause, { name });
  }

  /** Whether a queued timer is the one that is set now, and not one replaced or cancelled since. */
  isLive(item: Pending): boolean {
    return this.state(item.node).timers.some((t) => t.name === item.name && t.token === item.token);
  }

  fire(item: Pending): void {
    const n = this.state(item.node);
    const timer = n.timers.find((t) => t.name === item.name && t.token === item.token);
    if (!timer) return;
    if (n.status === 'paused') {
      n.inbox.push(item);
      this.core.emit('waits', item.node, timer.setEntry, { what: 'timer', name: timer.name });
      return;
    }
    n.timers = n.timers.filter((t) => t !== timer);
    const cause = this.core.emit('timer fired', item.node, timer.setEntry, { name: timer.name });
    const { name, data } = timer;
    this.run(item.node, cause, name, (state) =>
      this.core.roles[item.node]?.onTimer?.(this.context, state, { name, data }),
    );
  }

  /** A client is asked for an operation; it waits its turn if one is open, or if the client is not running. */
  invoke(item: Pending, cause = -1): void {
    const { core } = this;
    const n = this.state(item.node);
    const { f, value } = item.call as { f: string; value: Json };
    if (n.status !== 'running' || n.open !== null) {
      n.waiting.push(item);
      core.emit('waits', item.node, cause, { what: 'call', name: f });
      return;
    }
    n.ops++;
    const id = `${core.names[item.node]}/${n.ops}`;
    const process = n.epoch === 0 ? `${core.names[item.node]}` : `${core.names[item.node]}#${n.epoch}`;
    const entry = core.emit('invoked', item.node, cause, { op: id, process, f, value });
    n.open = { id, process, f, value, invokedAt: core.s.now, entry };
    this.run(item.node, entry, 'invoke', (state) =>
      core.roles[item.node]?.onInvoke?.(this.context, state, { id, f, value }),
    );
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

  /** Lets the next waiting call in, at this instant. */
  private admit(node: number): void {
    const next = this.state(node).waiting.shift();
    if (next) this.core.enqueue(this.core.s.now, next);
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
    for (const item of inbox) {
      if (item.message) drop(core, item.message, 'receiver down', 1, entry);
    }
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
    n.state = role?.onRecover ? role.onRecover(this.context, n.durable) : role?.init(this.context);
    this.context.leave();
    if (n.open === null) this.admit(node);
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
    if (n.open === null) this.admit(node);
  }
}
