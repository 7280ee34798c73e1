/**
 * "A good state can still be reached": of every state that is asked, whether some way leads from it to a good one. The
 * ways of hope are those on which nothing more goes wrong: no message is lost or copied, nobody crashes; who is down
 * comes back, unless it is to stay down. Leaves out whether a good state will be reached: there may be other ways.
 */

import { type Choice, KernelError, type View } from '#/kernel';
import { Ways } from './ways';

/** Where one wants to be able to come to. */
export interface Goal {
  /** Whether a state is a good one. */
  readonly holds: (view: View) => boolean;
  /** The states from which a good one must be in reach; all, if it does not say. */
  readonly from?: (view: View) => boolean;
}

export interface Reach {
  /** Null when a bound was met first, and nothing was found that is stuck. */
  readonly holds: boolean | null;
  /** How many states were asked. */
  readonly asked: number;
  /** Of these, from how many no good state can be reached any more. Also when a bound was met, these are certain. */
  readonly stuck: number;
  /** From how many it could not be said, since the only ways left lead past the bound. */
  readonly undecided: number;
  /** A shortest way to a state that is stuck. */
  readonly path: readonly Choice[] | null;
}

const ASKED = 1;
const GOOD = 2;

/** Follows an exploration and answers when it is over. */
export class Hopes {
  private readonly ways = new Ways();
  private readonly goals: readonly (readonly [string, Goal])[];
  /** By goal, by state: asked, good, both or neither. */
  private readonly marks: number[][];

  constructor(
    goals: Readonly<Record<string, Goal>>,
    private readonly staysDown: boolean,
  ) {
    this.goals = Object.entries(goals);
    this.marks = this.goals.map(() => []);
  }

  /** Throws a sentence if a state was looked at before, under other names, and was another. */
  look(state: number, view: View): void {
    this.goals.forEach(([name, { holds, from }], i) => {
      const asked = from === undefined || from(view) ? ASKED : 0;
      const mark = asked + (holds(view) ? GOOD : 0);
      const marks = this.marks[i] as number[];
      if (marks[state] !== undefined && marks[state] !== mark) {
        throw new KernelError(`Symmetry refused: "${name}" tells interchangeable nodes apart.`);
      }
      marks[state] = mark;
    });
  }

  /** A choice leads from a state to another, or, if it is negative, to one that was not kept. */
  edge(from: number, to: number, choice: Choice): void {
    if (!this.isHopeful(choice)) return;
    if (to < 0) this.ways.leavesFrom(from);
    else this.ways.add(from, to);
  }

  private isHopeful(choice: Choice): boolean {
    if (choice.do === 'lose' || choice.do === 'duplicate') return false;
    if (choice.do === 'restart') return !this.staysDown;
    return choice.crashAfter === undefined;
  }

  /** `weight`: how many states a state stands for. */
  answers(
    states: number,
    complete: boolean,
    pathTo: (state: number) => readonly Choice[],
    weight: (state: number) => number,
  ): Record<string, Reach> {
    return Object.fromEntries(
      this.goals.map(([name], i) => {
        const marks = this.marks[i] as number[];
        const is = (state: number, what: number) => ((marks[state] ?? 0) & what) !== 0;
        const good = this.ways.leadTo(states, (state) => is(state, GOOD));
        // Who was never looked at may be good, and may lead anywhere.
        const out = this.ways.leadTo(states, (s) => marks[s] === undefined || this.ways.isOpen(s));
        const found = { asked: 0, stuck: 0, undecided: 0 };
        let first = -1;
        for (let state = 0; state < states; state++) {
          if (!is(state, ASKED)) continue;
          found.asked += weight(state);
          if (good[state] === 1) continue;
          if (out[state] === 1) found.undecided += weight(state);
          else {
            found.stuck += weight(state);
            if (first < 0) first = state;
          }
        }
        const holds = found.stuck > 0 ? false : complete ? true : null;
        return [name, { holds, ...found, path: first < 0 ? null : pathTo(first) }];
      }),
    );
  }
}
