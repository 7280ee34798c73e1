/**
 * What the search has been through. A configuration need not be tried when one that is at least as good was: at the
 * same frontier, in the same state, with the same changing operations linearized, all of its observers done, and no
 * open operation used that it has not used. Whatever leads on from the one then leads on from the other.
 *
 * A configuration is a run of words: frontier, state, then bits: changers, observers, open operations.
 */

import type { Account } from './purse';

const EMPTY = -1;

export class Tried {
  readonly #account: Account;
  /** Words of a configuration that must be equal. */
  readonly #equal: number;
  /** Words up to the open operations, and of a whole configuration. */
  readonly #observed: number;
  readonly #size: number;
  /** First entry of each chain. */
  #heads = new Int32Array(256).fill(EMPTY);
  /** Entries: next in the chain, then the configuration. */
  #entries: Int32Array;
  #count = 0;

  constructor(account: Account, changerWords: number, observerWords: number, openWords: number) {
    this.#account = account;
    this.#equal = 2 + changerWords;
    this.#observed = this.#equal + observerWords;
    this.#size = this.#observed + openWords;
    this.#entries = new Int32Array(128 * (this.#size + 1));
    account.take(this.#heads.byteLength + this.#entries.byteLength);
  }

  /** The number of entries looked at if nothing as good is known, and it is now; its negative, less one, if it was. */
  add(words: Int32Array, at: number): number {
    const entries = this.#entries;
    const [equal, observed, size] = [this.#equal, this.#observed, this.#size];
    let looked = 0;
    const slot = this.#hash(words, at) & (this.#heads.length - 1);
    next: for (let entry = this.#heads[slot] as number; entry !== EMPTY; entry = entries[entry] as number) {
      looked++;
      const its = entry + 1;
      let word = 0;
      for (; word < equal; word++) if (entries[its + word] !== words[at + word]) continue next;
      for (; word < observed; word++) {
        if (((words[at + word] as number) & ~(entries[its + word] as number)) !== 0) continue next;
      }
      for (; word < size; word++) {
        if (((entries[its + word] as number) & ~(words[at + word] as number)) !== 0) continue next;
      }
      return -1 - looked;
    }
    this.#insert(words, at, slot);
    return looked;
  }

  #insert(words: Int32Array, at: number, slot: number): void {
    const stride = this.#size + 1;
    const entry = this.#count * stride;
    if (entry + stride > this.#entries.length) this.#growEntries(stride);
    this.#entries[entry] = this.#heads[slot] as number;
    for (let word = 0; word < this.#size; word++) {
      this.#entries[entry + 1 + word] = words[at + word] as number;
    }
    this.#heads[slot] = entry;
    if (++this.#count > this.#heads.length) this.#growHeads(stride);
  }

  #growEntries(stride: number): void {
    const old = this.#entries;
    const entries = this.#count < 1 << 17 ? 2 * this.#count : this.#count + (this.#count >> 1);
    this.#account.take(4 * entries * stride);
    this.#entries = new Int32Array(entries * stride);
    this.#entries.set(old);
    this.#account.give(old.byteLength);
  }

  #growHeads(stride: number): void {
    this.#account.take(4 * this.#heads.length);
    this.#heads = new Int32Array(2 * this.#heads.length).fill(EMPTY);
    for (let index = 0; index < this.#count; index++) {
      const entry = index * stride;
      const slot = this.#hash(this.#entries, entry + 1) & (this.#heads.length - 1);
      this.#entries[entry] = this.#heads[slot] as number;
      this.#heads[slot] = entry;
    }
  }

  /** Of the words that must be equal alone, so that what may be as good is found in one chain. */
  #hash(words: Int32Array, at: number): number {
    let hash = 0;
    for (let word = 0; word < this.#equal; word++) {
      hash = Math.imul(hash ^ (words[at + word] as number), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash;
  }
}
