/**
 * What the search has been through. A configuration need not be tried when one that is at least as good was: at the
 * same frontier, in the same state, with the same changing operations linearized, all of its observers done, and no
 * open operation used that it has not used. Whatever leads on from the one then leads on from the other.
 *
 * A configuration is a run of words: frontier, state, then bits: changers, observers, open operations.
 */

import type { Account } from './purse';

const NONE = -1;
/** Entries are kept in chunks, so that growing copies nothing and leaves nothing behind for the collector. */
const CHUNK_BITS = 13;
const CHUNK = 1 << CHUNK_BITS;
/** The first chunk starts small: most searches are short. */
const FIRST = 128;

export class Tried {
  readonly #account: Account;
  /** Words of a configuration that must be equal. */
  readonly #equal: number;
  /** Words up to the open operations, and of a whole configuration. */
  readonly #observed: number;
  readonly #size: number;
  /** The first entry of each chain. */
  #heads = new Int32Array(256).fill(NONE);
  /** Of each entry the next in its chain, then the configuration. */
  readonly #chunks: Int32Array[] = [];
  #count = 0;

  constructor(account: Account, changerWords: number, observerWords: number, openWords: number) {
    this.#account = account;
    this.#equal = 2 + changerWords;
    this.#observed = this.#equal + observerWords;
    this.#size = this.#observed + openWords;
    account.take(this.#heads.byteLength);
  }

  /** The number of entries looked at if nothing as good is known, and it is now; its negative, less one, if it was. */
  add(words: Int32Array, at: number): number {
    const [equal, observed, size] = [this.#equal, this.#observed, this.#size];
    const chunks = this.#chunks;
    let looked = 0;
    const slot = this.#hash(words, at) & (this.#heads.length - 1);
    let entry = this.#heads[slot] as number;
    next: while (entry !== NONE) {
      looked++;
      const entries = chunks[entry >> CHUNK_BITS] as Int32Array;
      const its = (entry & (CHUNK - 1)) * (size + 1) + 1;
      entry = entries[its - 1] as number;
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
    const entry = this.#count;
    const entries = this.#chunkFor(entry);
    const its = (entry & (CHUNK - 1)) * (this.#size + 1);
    entries[its] = this.#heads[slot] as number;
    for (let word = 0; word < this.#size; word++) entries[its + 1 + word] = words[at + word] as number;
    this.#heads[slot] = entry;
    if (++this.#count > this.#heads.length) this.#growHeads();
  }

  /** The chunk for an entry, with room for it. */
  #chunkFor(entry: number): Int32Array {
    const stride = this.#size + 1;
    const number = entry >> CHUNK_BITS;
    const chunk = this.#chunks[number];
    const room = number > 0 ? CHUNK : FIRST;
    if (chunk === undefined) {
      this.#account.take(4 * room * stride);
      this.#chunks[number] = new Int32Array(room * stride);
      return this.#chunks[number];
    }
    if (((entry & (CHUNK - 1)) + 1) * stride <= chunk.length) return chunk;
    this.#account.take(2 * chunk.byteLength);
    const larger = new Int32Array(2 * chunk.length);
    larger.set(chunk);
    this.#account.give(chunk.byteLength);
    this.#chunks[number] = larger;
    return larger;
  }

  #growHeads(): void {
    const stride = this.#size + 1;
    this.#account.take(4 * this.#heads.length);
    this.#heads = new Int32Array(2 * this.#heads.length).fill(NONE);
    for (let entry = 0; entry < this.#count; entry++) {
      const entries = this.#chunks[entry >> CHUNK_BITS] as Int32Array;
      const its = (entry & (CHUNK - 1)) * stride;
      const slot = this.#hash(entries, its + 1) & (this.#heads.length - 1);
      entries[its] = this.#heads[slot] as number;
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
