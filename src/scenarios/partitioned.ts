/** An untimed world in which links that were cut carry nothing, for as long as anybody explores it. */

import { type Choice, KernelError, type LinkRef, type Taken, UntimedWorld } from '#/kernel';

export class PartitionedWorld extends UntimedWorld {
  /** Before anything is taken: cuts the links, and what was sent at the very start is lost with them. Throws a sentence for no link. */
  cutOff(links: readonly LinkRef[]): this {
    const refused = this.apply({ verb: 'cut', links });
    if (refused !== null) throw new KernelError(refused);
    return this;
  }

  override take(choice: Choice): Taken {
    const taken = super.take(choice);
    const { core } = this;
    const stays = core.s.queue.filter((p) => p.what !== 'arrive' || !this.isCut(p.from, p.to));
    core.s.counts.dropped += core.s.queue.length - stays.length;
    core.s.queue = stays;
    return taken;
  }

  private isCut(from: number, to: number): boolean {
    return this.core.s.links[from * this.core.size + to]?.cut === true;
  }
}
