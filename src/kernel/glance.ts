/**
 * A world as a judge looks at it, again and again: what nodes are is there at once and is not copied, so nobody may
 * change or keep it; what is seldom asked for is worked out when it is asked for.
 */

import type { Core } from './core';
import type { NodeState } from './state';
import { type NodeView, type View, viewOf } from './view';

class NodeGlance implements NodeView {
  constructor(
    readonly id: NodeView['id'],
    readonly role: string,
    private readonly n: NodeState,
    private readonly whole: () => NodeView,
  ) {}

  get status() {
    return this.n.status;
  }
  get state(): NodeView['state'] {
    return this.n.state;
  }
  get durable() {
    return this.n.durable;
  }
  get waiting() {
    return this.n.waiting.length;
  }
  get armed() {
    return this.whole().armed;
  }
  get words() {
    return this.whole().words;
  }
  get emphasis() {
    return this.whole().emphasis;
  }
  get facts() {
    return this.whole().facts;
  }
  get timers() {
    return this.whole().timers;
  }
  get wall() {
    return this.whole().wall;
  }
  get monotonic() {
    return this.whole().monotonic;
  }
  get offsetUs() {
    return this.whole().offsetUs;
  }
  get driftPpm() {
    return this.whole().driftPpm;
  }
  get slew() {
    return this.whole().slew as NonNullable<NodeView['slew']>;
  }
  get factor() {
    return this.whole().factor;
  }
  get open() {
    return this.whole().open;
  }
}

class Glance implements View {
  readonly nodes: readonly NodeView[];
  private known: View | null = null;

  constructor(private readonly core: Core) {
    const { config, s } = core;
    this.nodes = config.nodes.map(
      ({ id, role }, i) =>
        new NodeGlance(id, role, s.nodes[i] as NodeState, () => this.whole.nodes[i] as NodeView),
    );
  }

  private get whole(): View {
    this.known ??= viewOf(this.core);
    return this.known;
  }
  get index() {
    return this.core.s.index;
  }
  get at() {
    return this.core.s.now;
  }
  get entries() {
    return this.core.s.entries;
  }
  get digest() {
    return this.core.s.digest;
  }
  get params() {
    return this.core.s.params;
  }
  get links() {
    return this.whole.links;
  }
  get messages() {
    return this.whole.messages;
  }
  get ledger() {
    return this.whole.ledger;
  }
}

/** Good until the world moves. */
export const glance = ({ core }: { readonly core: Core }): View => new Glance(core);
