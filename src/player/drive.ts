/** Turns frames into passed time. Asleep or off screen it asks for none; waking, it goes on where it was. */

/** How the player hears that time passes: the browser's frames, or a test's own. */
export interface Ticker {
  request(callback: (nowMs: number) => void): number;
  cancel(handle: number): void;
}

/** A page that was asleep this long goes on as if no more had passed. */
const LONGEST_FRAME_MS = 100;

export class Drive {
  private handle: number | null = null;
  private lastMs: number | null = null;

  constructor(
    private readonly ticker: Ticker,
    /** Called with the milliseconds since the frame before; says whether it wants another. */
    private readonly onFrame: (passedMs: number) => boolean,
  ) {}

  start(): void {
    if (this.handle !== null) return;
    this.handle = this.ticker.request((ms) => this.frame(ms));
  }

  stop(): void {
    if (this.handle !== null) this.ticker.cancel(this.handle);
    this.handle = null;
    this.lastMs = null;
  }

  private frame(ms: number): void {
    this.handle = null;
    const passed = this.lastMs === null ? 0 : Math.min(LONGEST_FRAME_MS, ms - this.lastMs);
    this.lastMs = ms;
    if (this.onFrame(passed)) this.start();
    else this.lastMs = null;
  }
}
