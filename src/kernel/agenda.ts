/**
 * What a scenario itself brings about at set times: the calls of its workload and the commands of its script. Of
 * these only the next one is in the queue, so that a long workload makes no event dearer, and no checkpoint larger.
 */

import { type Core, task } from './core';
import { KernelError } from './errors';
import { push } from './heap';
import type { Task } from './state';

export class Agenda {
  /** In the order in which they fall due. They are values: queues share them. */
  private readonly items: readonly Task[];

  constructor(private readonly core: Core) {
    const { config, s } = core;
    const items: Task[] = [];
    for (const { at, node: name, op } of config.workload ?? []) {
      const node = core.place(name);
      if (node < 0) throw new KernelError(`The workload names ${name}, which is not a node.`);
      items.push(task('invoke', node, { at, seq: s.seq++, call: { f: op.f, value: op.value ?? null } }));
    }
    for (const item of config.script ?? []) {
      if ('at' in item) items.push(task('script', -1, { at: item.at, seq: s.seq++, command: item.command }));
    }
    this.items = items.sort((a, b) => a.at - b.at || a.seq - b.seq);
    // In an untimed world there is no first: a search sees them all, and chooses.
    if (core.untimed) while (s.begun < items.length) this.begin();
    else this.begin();
  }

  private begin(): void {
    const { s } = this.core;
    const next = this.items[s.begun];
    if (next === undefined) return;
    s.begun++;
    push(s.queue, next);
  }

  /** Has left the queue: if it was the agenda's, the next one takes its place there. */
  passed(item: Task): void {
    const { s } = this.core;
    if (this.items[s.begun - 1]?.seq === item.seq) this.begin();
  }
}
