/**
 * A long list of whole numbers that never fall, kept in chunks: growing copies nothing, and a list that begins like
 * another shares the chunks they have in common.
 */

/** What reads such a list; an array will do as well. */
export interface Numbers {
  readonly length: number;
  at(place: number): number | undefined;
}

const CHUNK = 4_096;

/** A full chunk: what each number is above the first, in half the room wherever that fits. */
interface Full {
  readonly base: number;
  readonly above: Uint32Array | Float64Array;
}

function closed(numbers: Float64Array): Full {
  const base = numbers[0] as number;
  const fits = (numbers[CHUNK - 1] as number) - base < 4_294_967_296;
  const above = numbers.map((n) => n - base);
  return { base, above: fits ? Uint32Array.from(above) : above };
}

export class Column implements Numbers {
  private constructor(
    private readonly full: Full[],
    private readonly open: Float64Array,
    private count: number,
  ) {}

  static of(...numbers: number[]): Column {
    const column = new Column([], new Float64Array(CHUNK), 0);
    for (const n of numbers) column.push(n);
    return column;
  }

  get length(): number {
    return this.count;
  }

  push(value: number): void {
    const place = this.count % CHUNK;
    this.open[place] = value;
    if (place === CHUNK - 1) this.full.push(closed(this.open));
    this.count++;
  }

  /** The number at a place, from the end where that is negative; undefined outside. */
  at(place: number): number | undefined {
    const i = place < 0 ? this.count + place : place;
    if (!(i >= 0 && i < this.count)) return undefined;
    const chunk = this.full[Math.floor(i / CHUNK)];
    return chunk ? chunk.base + (chunk.above[i % CHUNK] as number) : this.open[i % CHUNK];
  }

  /** The last place whose number is at most `most`; 0 where none is. */
  lastUpTo(most: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.at(middle) as number) <= most) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Another list of the first `count` numbers, which grows by itself. */
  fork(count: number): Column {
    const whole = Math.floor(count / CHUNK);
    const open = new Float64Array(CHUNK);
    for (let i = whole * CHUNK; i < count; i++) open[i % CHUNK] = this.at(i) as number;
    return new Column(this.full.slice(0, whole), open, count);
  }
}
