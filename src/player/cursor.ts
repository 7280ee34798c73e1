/**
 * The cursor of a player: where it stands, how it moves on by itself, and how it comes to a moment that is too far for
 * one frame. Wall time is mapped to virtual time elsewhere.
 */

import { createActor } from 'xstate';
import type { Micros } from '#/scenarios';
import { Drive } from './drive';
import type { PlayerOptions } from './options';
import { playback } from './playback';
import type { PlayerState } from './state';
import { Stride } from './stride';
import { Viewer } from './viewer';

export interface Place {
  readonly branch: number;
  readonly index: number;
  readonly at: Micros;
}

/** A jump takes at most this many at once, and the rest over the frames that follow. */
export const MOST_EVENTS_AT_ONCE = 8_000;
/** Where a frame passes more events than this, nobody can follow each: what is drawn by React keeps to this pace. */
const BUSY = 40;
export const BUSY_MS = 90;

export abstract class Cursor extends Viewer {
  protected readonly machine = createActor(playback);
  protected visible = true;
  /** Turns passing time into moves while the run plays. */
  protected readonly drive: Drive;
  /** Takes the run on while it is to come to a far moment. */
  private readonly running: Drive;
  private stride = new Stride();
  /** The head is in somebody's hand. */
  private held = false;
  /** What was taken back, and may be done again. */
  protected undone: Place[] = [];
  /** Since React last heard of a busy run, and whether events have passed since. */
  private unheardMs = 0;
  private unheard = false;

  constructor(options: PlayerOptions) {
    super(options);
    this.drive = new Drive(options.ticker, (passedMs) => this.pass(passedMs));
    this.running = new Drive(options.ticker, (passedMs) => this.runOn(passedMs));
    this.machine.subscribe((snapshot) => {
      this.store.setState({ mode: snapshot.value as PlayerState['mode'] });
    });
    this.machine.start();
  }

  /** Time passed on the wall; whether to go on. */
  protected abstract pass(passedMs: number): boolean;

  /** Off screen, a figure uses no frames; it goes on from where it was. */
  setVisible(visible: boolean): void {
    this.visible = visible;
    if (visible) this.keepTicking();
    else this.rest();
  }

  /** Puts the cursor at a virtual time, running the branch as far as needed. */
  seek(at: Micros, dragging = false): void {
    const { branch } = this.store.getState();
    this.stopTicking();
    this.held = dragging;
    this.machine.send({ type: dragging ? 'SEEK' : 'PAUSE' });
    const bounded = Math.max(0, Math.min(Math.round(at), this.scenario.stop.atUs));
    this.recording.advance(branch, bounded, MOST_EVENTS_AT_ONCE);
    this.arrive(branch, bounded);
    if (this.isBehind(branch, bounded)) this.goOnTo(bounded);
  }

  settled(): void {
    this.held = false;
    if (this.store.getState().towards === null) this.machine.send({ type: 'SETTLE' });
  }

  /** As near to a time as the branch has been run. */
  private arrive(branch: number, at: Micros): void {
    const last = this.lastMoment(branch);
    const to = Math.min(at, last ?? at, this.runTill(branch, at));
    this.place(branch, this.recording.indexAt(branch, to), to);
  }

  /** Whether events are due by a time that have not been taken. */
  private isBehind(branch: number, at: Micros): boolean {
    return (this.recording.nextAt(branch) ?? Number.POSITIVE_INFINITY) <= at;
  }

  /** A time, or the frontier's where more is to happen before that time. */
  protected runTill(branch: number, at: Micros): Micros {
    return this.isBehind(branch, at) ? this.recording.timeAt(branch, this.recording.frontier(branch)) : at;
  }

  /** On to a far moment, a slice a frame; whatever else is done ends it where it is. */
  private goOnTo(towards: Micros): void {
    this.stride = new Stride();
    this.unheardMs = 0;
    this.machine.send({ type: 'SEEK' });
    this.store.setState({ towards });
    if (this.visible) this.running.start();
  }

  private runOn(passedMs: number): boolean {
    const { branch, towards } = this.store.getState();
    if (towards === null) return false;
    this.recording.advance(branch, towards, this.stride.next(passedMs));
    if (this.isBehind(branch, towards)) {
      this.moved(branch, this.recording.frontier(branch), this.runTill(branch, towards), passedMs);
      return this.visible;
    }
    this.arrive(branch, towards);
    this.store.setState({ towards: null });
    if (!this.held) this.machine.send({ type: 'SETTLE' });
    return false;
  }

  protected place(branch: number, index: number, at: Micros): void {
    this.cursor = at;
    this.unheard = false;
    this.unheardMs = 0;
    const frontier = this.recording.frontier(branch);
    this.store.setState({
      branch,
      index,
      at,
      frontier,
      over: this.recording.nextAt(branch) === null,
      refused: null,
      canUndo: this.recording.branch(branch).steps.some((s) => s.index < index),
      canRedo: this.undone.length > 0,
    });
    this.paint();
  }

  protected settle(): void {
    this.catchUp();
    this.store.setState({ at: Math.round(this.cursor) });
    this.cursor = Math.round(this.cursor);
    this.paint();
  }

  /** Makes the position that is shown that of the cursor. */
  protected catchUp(): void {
    const { branch } = this.store.getState();
    if (this.unheard) this.place(branch, this.recording.indexAt(branch, this.cursor), this.cursor);
  }

  protected keepTicking(): void {
    if (!this.visible) return;
    const { mode, towards } = this.store.getState();
    if (mode === 'playing') this.drive.start();
    if (towards !== null) this.running.start();
  }

  protected rest(): void {
    this.drive.stop();
    this.running.stop();
  }

  protected stopTicking(): void {
    this.rest();
    this.stopRunning();
  }

  /** Stays where the run has come to on its way to a far moment. */
  protected stopRunning(): void {
    if (this.store.getState().towards === null) return;
    this.running.stop();
    this.catchUp();
    this.store.setState({ towards: null });
    if (!this.held) this.machine.send({ type: 'SETTLE' });
  }

  /** The cursor has moved on by itself. Of a busy run React hears now and then, the painters on each frame. */
  protected moved(branch: number, index: number, to: Micros, passedMs: number, every = BUSY_MS): void {
    this.unheardMs += passedMs;
    const passed = index - this.store.getState().index;
    const busy = passed * passedMs > BUSY * this.unheardMs;
    if (passed !== 0 && !(busy && this.unheardMs < every)) {
      return this.place(branch, index, to);
    }
    this.unheard ||= passed !== 0;
    this.cursor = to;
    this.paint();
  }
}
