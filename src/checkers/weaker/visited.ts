/** A set of configurations, each a run of words of one length, compared whole. */

import type { Spending } from './spending';

export class Visited {
  readonly #width: number;
  readonly #spending: Spending;
  /** Open addressing: 1 + the number of an entry; 0: free. */
  #slots = new Int32Array(256);
  #entries: Int32Array;
  #count = 0;

  constructor(width: number, spending: Spending) {
    this.#width = width;
    this.#spending = spending;
    this.#entries = new Int32Array(64 * width);
    spending.take(this.#slots.byteLength + this.#entries.byteLength);
  }

  /** Whether the configuration is new; it is known from then on. Throws `Spent` when memory runs out. */
  add(words: Int32Array): boolean {
    let slot = this.#hash(words, 0) & (this.#slots.length - 1);
    for (;;) {
      const entry = this.#slots[slot] as number;
      if (entry === 0) break;
      if (this.#equal(words, (entry - 1) * this.#width)) return false;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    const base = this.#count * this.#width;
    if (base + this.#width > this.#entries.length) this.#growEntries();
    this.#entries.set(words, base);
    this.#slots[slot] = ++this.#count;
    if (2 * this.#count > this.#slots.length) this.#growSlots();
    return true;
  }

  /** Gives back the memory; the set must not be used after that. */
  close(): void {
    this.#spending.take(-this.#slots.byteLength - this.#entries.byteLength);
  }

  #equal(words: Int32Array, base: number): boolean {
    for (let word = 0; word < this.#width; word++) {
      if (this.#entries[base + word] !== words[word]) return false;
    }
    return true;
  }

  #hash(words: Int32Array, base: number): number {
    let hash = 0;
    for (let word = 0; word < this.#width; word++) {
      hash = Math.imul(hash ^ (words[base + word] as number), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash;
  }

  #growEntries(): void {
    const old = this.#entries;
    this.#spending.take(old.byteLength);
    this.#entries = new Int32Array(2 * old.length);
    this.#entries.set(old);
  }

  #growSlots(): void {
    this.#spending.take(this.#slots.byteLength);
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (let entry = 0; entry < this.#count; entry++) {
      let slot = this.#hash(this.#entries, entry * this.#width) & (this.#slots.length - 1);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = entry + 1;
    }
  }
}
