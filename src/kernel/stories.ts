/**
 * What happened to operations on the way to a state: which began, ended or were answered late, in which order. Two
 * states reached by different stories are two, to a judge of operations. Stories are kept by number; 0 is the empty one.
 */

import { type OperationRecord, operationsOf } from './history';
import { Numbers } from './parts';
import type { Entry } from './trace';

/** What an entry says of an operation, without its time or place in the trace; null if nothing. */
function tell(entry: Entry): string | null {
  if (entry.type === 'invoked') return `(${entry.process}:${entry.op}:${entry.f}`;
  if (entry.type !== 'completed' && entry.type !== 'late') return null;
  return `${entry.type === 'late' ? '+' : ')'}${entry.op}:${entry.outcome}:${JSON.stringify(entry.seen)}`;
}

interface Chapter {
  readonly before: number;
  readonly told: number;
}

export class Stories {
  private readonly numbers = new Numbers();
  private readonly chapters: Chapter[] = [{ before: 0, told: 0 }];
  private readonly tellings = new Numbers();
  private readonly entries: (readonly Entry[])[] = [[]];

  constructor() {
    this.numbers.of('');
    this.tellings.of('');
  }

  /** The number of what entries tell of operations; 0 when that is nothing. */
  telling(entries: readonly Entry[]): number {
    const told = entries.filter((entry) => tell(entry) !== null);
    const number = this.tellings.of(told.map(tell).join());
    if (number === this.entries.length) this.entries.push(told);
    return number;
  }

  /** The story that goes on with what was told. */
  after(story: number, told: number): number {
    if (told === 0) return story;
    const number = this.numbers.of(`${story},${told}`);
    if (number === this.chapters.length) this.chapters.push({ before: story, told });
    return number;
  }

  /** The operations of a story. Times say only what came first. */
  operations(story: number): readonly OperationRecord[] {
    const told: (readonly Entry[])[] = [];
    for (let at = story; at !== 0; at = (this.chapters[at] as Chapter).before) {
      told.push(this.entries[(this.chapters[at] as Chapter).told] as readonly Entry[]);
    }
    let id = 0;
    return operationsOf(
      told.reverse().flatMap((entries, i) => entries.map((entry) => ({ ...entry, id: id++, at: 1000 * i }))),
    );
  }
}
