/**
 * A player: one recording, one cursor on it, and the mode it is in, with all that can be done to them. Wall time is
 * mapped to virtual time here and nowhere else, and the frame rate never touches the model. No React.
 */

import { type Command, fits, type Pattern, type Step } from '#/kernel';
import type { Beat, Micros } from '#/scenarios';
import { BUSY_MS, Cursor, MOST_EVENTS_AT_ONCE, type Place } from './cursor';
import { firstFit } from './first-fit';
import type { PlayerOptions } from './options';
import { type Selection, SPEEDS } from './state';
import { type StopAt, stopsAt } from './stops';
import { beatWithin } from './story';
import { stillness } from './ticker';

/** Runs much longer than any lesson's stop here, so that a slip in a scenario cannot hang the page. */
const MOST_EVENTS = 200_000;
/** A page that opens at a late moment of a long run is there first, and runs on to that moment then. */
const MOST_EVENTS_AT_OPENING = 40_000;
/** A frame takes at most this many; the cursor then waits for the rest. */
const MOST_EVENTS_A_FRAME = 4_000;

export class Player extends Cursor {
  constructor(options: PlayerOptions) {
    super(options);
    this.open();
  }

  /** The moment the figure opens at, also the one it is prerendered at. */
  private open(): void {
    const { opening = this.scenario.opening ?? { atUs: 0 } } = this.options;
    if ('index' in opening) {
      while (this.recording.frontier(0) < opening.index) if (!this.recording.step(0)) break;
      const index = Math.min(opening.index, this.recording.frontier(0));
      return this.place(0, index, Math.max(opening.at ?? 0, this.recording.timeAt(0, index)));
    }
    if ('atUs' in opening) {
      this.recording.advance(0, opening.atUs, MOST_EVENTS_AT_OPENING);
      return this.seek(opening.atUs, false);
    }
    const moment = this.scenario.moments[opening.moment];
    if (moment) this.runTo(moment.when);
  }

  play(): void {
    const { branch, index, over } = this.store.getState();
    this.stopRunning();
    if (over && index === this.recording.frontier(branch)) this.goTo(branch, 0);
    this.machine.send({ type: 'PLAY' });
    this.keepTicking();
  }

  pause(): void {
    this.stopTicking();
    this.machine.send({ type: 'PAUSE' });
    this.settle();
  }

  toggle(): void {
    const { mode, towards } = this.store.getState();
    if (mode === 'playing' || towards !== null) this.pause();
    else this.play();
  }

  setSpeed(speed: number): void {
    this.store.setState({ speed: Math.max(0, Math.min(SPEEDS.length - 1, speed)) });
  }

  /** The next event. */
  step(events = 1): void {
    this.pause();
    const { branch, index } = this.store.getState();
    for (let i = index; i < index + events; i++) if (!this.reach(branch, i + 1)) break;
    this.goTo(branch, Math.min(index + events, this.recording.frontier(branch)));
  }

  back(events = 1): void {
    this.pause();
    const { branch, index } = this.store.getState();
    this.goTo(branch, Math.max(0, index - events));
  }

  start(): void {
    this.pause();
    this.goTo(this.store.getState().branch, 0);
  }

  /** Runs on to the next event of a kind, or to the end of the run. */
  runUntil(stop: StopAt): void {
    this.pause();
    const { branch } = this.store.getState();
    let { index } = this.store.getState();
    const most = stop === 'end' ? MOST_EVENTS_AT_ONCE : MOST_EVENTS;
    for (let left = most; this.reach(branch, index + 1); left--) {
      if (left === 0) return stop === 'end' ? this.seek(this.scenario.stop.atUs) : this.goTo(branch, index);
      index++;
      if (stopsAt(this.recording, branch, index, stop)) break;
    }
    this.goTo(branch, index);
  }

  /**
   * Goes to the first event of the run whose entries fit a pattern, running no further than that, so that what is
   * done there goes on with this run. False when there is none.
   */
  runTo(pattern: Pattern): boolean {
    const { branch } = this.store.getState();
    const { recording } = this;
    let found = firstFit(recording, branch, pattern);
    for (let left = MOST_EVENTS; found === null && left > 0 && recording.step(branch); left--) {
      const newest = recording.entriesOf(branch, recording.frontier(branch));
      if (newest.some((entry) => fits(pattern, entry))) found = firstFit(recording, branch, pattern);
    }
    if (found) this.goTo(branch, found.event);
    return found !== null;
  }

  goTo(branch: number, index: number): void {
    this.recording.advance(branch, 0);
    this.place(branch, index, this.recording.timeAt(branch, index));
  }

  /** Goes to a branch at the time the cursor has now, or as near as it has been run. */
  showBranch(branch: number): void {
    this.pause();
    const at = Math.min(this.cursor, this.recording.timeAt(branch, this.recording.frontier(branch)));
    this.place(branch, this.recording.indexAt(branch, at), at);
  }

  select(selection: Selection): void {
    this.store.setState({ selection });
  }

  /** Goes to the moment of an entry of the present branch, and selects it. */
  visit(id: number): void {
    const { branch } = this.store.getState();
    const { ends } = this.recording.branch(branch);
    if (!(id >= 0 && id < (ends.at(-1) as number))) return;
    this.pause();
    // The entries of an event end with it: the first position that has this one.
    const before = ends.lastUpTo(id);
    this.goTo(branch, id < (ends.at(0) as number) ? 0 : before + 1);
    this.select({ on: 'entry', id });
  }

  /** Does something at the cursor. In the past it makes a branch; at the frontier it goes on with this one. */
  act(command: Command): string | null {
    this.stopRunning();
    const from = this.here();
    const acted = this.recording.act(from.branch, from.index, from.at, command);
    if (acted.refused !== null) {
      this.store.setState({ refused: acted.refused });
      return acted.refused;
    }
    this.undone = [];
    this.place(acted.branch, acted.index, from.at);
    return null;
  }

  /** Takes the last command back: to the run in which it was never given, which is kept beside this one. */
  undo(): void {
    const from = this.here();
    const back = this.recording.without(from.branch, from.index);
    if (back === null) return;
    this.pause();
    this.undone.push(from);
    this.place(back.branch, back.index, this.stepTime(from));
  }

  redo(): void {
    const to = this.undone.pop();
    if (!to) return;
    this.pause();
    this.place(to.branch, to.index, to.at);
  }

  /** The run anew, from the lesson's seed, with nothing done to it. Saved runs are not touched. */
  reset(steps?: readonly Step[]): void {
    this.stopTicking();
    this.machine.send({ type: 'PAUSE' });
    this.recording = this.newRecording(steps);
    this.undone = [];
    const { run } = this.store.getState();
    this.store.setState({
      branch: 0,
      index: 0,
      at: 0,
      selection: null,
      refused: null,
      run: run + 1,
      measured: false,
    });
    if (this.options.beats) this.store.setState({ beat: -1 });
    this.open();
  }

  /** On to the next beat of the story, at playing speed; `now` jumps there. */
  nextBeat(jump = false): void {
    const { beat } = this.store.getState();
    const beats = this.options.beats ?? [];
    if (beat === null || beat + 1 >= beats.length) return;
    if (!jump) return this.play();
    this.stopTicking();
    if (this.runTo((beats[beat + 1] as Beat).until)) this.arriveAtBeat(beat + 1);
  }

  private arriveAtBeat(beat: number): void {
    this.stopTicking();
    this.store.setState({ beat });
    this.machine.send({ type: 'BEAT' });
  }

  destroy(): void {
    this.rest();
    this.machine.stop();
    this.painters.clear();
  }

  private here(): Place {
    this.catchUp();
    const { branch, index } = this.store.getState();
    return { branch, index, at: Math.round(this.cursor) };
  }

  private stepTime(place: Place): Micros {
    const steps = this.recording.branch(place.branch).steps.filter((s) => s.index < place.index);
    const last = steps.at(-1);
    return last && 'command' in last ? last.at : place.at;
  }

  /** Makes sure the branch has been run to a position. */
  private reach(branch: number, index: number): boolean {
    return this.recording.frontier(branch) >= index || this.recording.step(branch);
  }

  /**
   * Keeps to another player's cursor: the second of twins has no time of its own. `heard`: the other tells React where
   * it is; this one does so then as well, so that what is compared is of one moment.
   */
  follow(at: Micros, heard = true): void {
    const { branch, index } = this.store.getState();
    const last = this.lastMoment(branch) ?? at;
    this.recording.advance(branch, Math.min(at, last), MOST_EVENTS_A_FRAME);
    const to = Math.min(at, last, this.runTill(branch, at));
    const reached = this.recording.indexAt(branch, to);
    const passedMs = ((to - this.cursor) * 1000) / this.scenario.pace;
    if (!heard && passedMs >= 0) return this.moved(branch, reached, to, passedMs, 2 * BUSY_MS);
    if (reached !== index || to < this.cursor) return this.place(branch, reached, to);
    this.cursor = to;
    this.paint();
  }

  /** The same recording on another branch, at this cursor's time, for looking at beside this one. */
  glimpse(branch: number): Player {
    const { steps, opening, beats, ...options } = this.options;
    const other = new Player({ ...options, ticker: stillness, opening: { index: 0 } });
    other.recording = this.recording;
    other.metricsOf = this.metricsOf;
    other.showBranch(branch);
    other.follow(this.cursor);
    return other;
  }

  /**
   * Time passed on the wall: moves the cursor, takes the events it passes, paints. React hears only of events.
   * Returns whether to go on.
   */
  protected pass(passedMs: number): boolean {
    const { branch, index, speed, beat } = this.store.getState();
    const rate = (this.scenario.pace * (SPEEDS[speed]?.factor ?? 1)) / 1000;
    let to = this.cursor + passedMs * rate;
    this.recording.advance(branch, to, MOST_EVENTS_A_FRAME);
    to = this.runTill(branch, to);
    const reached = this.recording.indexAt(branch, to);
    const next = beat === null || branch !== 0 ? undefined : this.options.beats?.[beat + 1];
    const paused = next ? beatWithin(this.recording, branch, next, index, reached) : null;
    if (paused !== null && beat !== null) {
      this.goTo(branch, paused);
      this.arriveAtBeat(beat + 1);
      return false;
    }
    const last = this.lastMoment(branch);
    if (last !== null && to >= last) {
      to = last;
      this.place(branch, reached, to);
      this.machine.send({ type: 'END' });
      return false;
    }
    this.moved(branch, reached, to, passedMs);
    return this.visible && this.store.getState().mode === 'playing';
  }
}
