/** How many events a frame may take while a long run is computed ahead: as many as this machine turns out to manage. */

const LEAST = 1_000;
const MOST = 40_000;
/** A frame at sixty a second has sixteen of these; one of two frames is late. */
const EASY_MS = 22;
const LATE_MS = 34;

export class Stride {
  private events = 4_000;

  /** After a frame that took so long: more where there was time left, half where there was not. */
  next(passedMs: number): number {
    if (passedMs > LATE_MS) this.events = Math.max(LEAST, this.events / 2);
    else if (passedMs > 0 && passedMs < EASY_MS) this.events = Math.min(MOST, this.events * 1.25);
    return Math.floor(this.events);
  }
}
