/** The states met so far, as rows of numbers, told apart by the whole row. A hash only says where to look first. */

/** Powers of two; it grows before it is half full. */
const FIRST_SLOTS = 1 << 12;

export class States {
  size = 0;
  /** The state that was added last or found to be there already. */
  met = -1;
  /** Row after row. */
  rows: Int32Array;
  /** By slot: one more than the state that is there; 0 is nobody. */
  private slots = new Int32Array(FIRST_SLOTS);
  private hashes = new Int32Array(FIRST_SLOTS >> 1);

  /** `shown`: what of the number in a column counts when rows are compared. */
  constructor(
    private readonly width: number,
    private readonly shown: (column: number, value: number) => number,
  ) {
    this.rows = new Int32Array(width * (FIRST_SLOTS >> 1));
  }

  /** The slot of a row: where it is, or where it would go. */
  private slot(row: Int32Array, hash: number): number {
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const there = this.slots[slot] as number;
      if (there === 0 || (this.hashes[there - 1] === hash && this.equal(there - 1, row))) return slot;
    }
  }

  private equal(state: number, row: Int32Array): boolean {
    const { rows, width } = this;
    const start = state * width;
    for (let i = 0; i < width; i++) {
      const [a, b] = [rows[start + i] as number, row[i] as number];
      if (a !== b && this.shown(i, a) !== this.shown(i, b)) return false;
    }
    return true;
  }

  private hash(row: Int32Array): number {
    let hash = 0;
    for (let i = 0; i < this.width; i++) {
      hash = Math.imul(hash ^ this.shown(i, row[i] as number), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash;
  }

  /** Adds a state unless it is there or there are `most` already. −1: known; −2: no room; else its number. */
  add(row: Int32Array, most: number): number {
    const hash = this.hash(row);
    const slot = this.slot(row, hash);
    const there = this.slots[slot] as number;
    this.met = there - 1;
    if (there !== 0) return -1;
    if (this.size >= most) return -2;
    this.rows.set(row, this.size * this.width);
    this.hashes[this.size] = hash;
    this.met = this.size;
    this.slots[slot] = ++this.size;
    if (this.size * 2 >= this.slots.length) this.grow();
    return this.size - 1;
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let state = 0; state < this.size; state++) {
      let slot = (this.hashes[state] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = state + 1;
    }
    this.slots = slots;
    this.hashes = longer(this.hashes, slots.length >> 1);
    this.rows = longer(this.rows, (slots.length >> 1) * this.width);
  }
}

function longer(of: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(length);
  grown.set(of);
  return grown;
}
