/**
 * The way through a lesson: hook, bet, story, puzzle, recall, each a region of its own. They stand side by side
 * because reading is never blocked: whoever solves the puzzle before betting has solved it. The order is only what
 * is suggested next.
 */

import { setup } from 'xstate';

/** How far each part had come on an earlier visit. */
export interface Reached {
  readonly hook?: 'touched';
  readonly bet?: 'locked' | 'reconciled';
  readonly story?: 'telling' | 'told';
  readonly puzzle?: 'started' | 'met';
  readonly recall?: 'started' | 'answered';
}

export type FlowEvent =
  /** The figure was touched for the first time. */
  | { type: 'TOUCH' }
  | { type: 'LOCK' }
  /** Prediction and run have been shown side by side. */
  | { type: 'RECONCILE' }
  | { type: 'BEAT' }
  | { type: 'LAST_BEAT' }
  | { type: 'CELL' }
  | { type: 'MET' }
  | { type: 'ANSWER' }
  | { type: 'LAST_ANSWER' }
  | { type: 'RESTORE'; reached: Reached };

const restoring = (event: FlowEvent): Reached => (event.type === 'RESTORE' ? event.reached : {});

export const flow = setup({
  types: { events: {} as FlowEvent },
  guards: {
    'was touched': ({ event }) => restoring(event).hook === 'touched',
    'was locked': ({ event }) => restoring(event).bet === 'locked',
    'was reconciled': ({ event }) => restoring(event).bet === 'reconciled',
    'was being told': ({ event }) => restoring(event).story === 'telling',
    'was told': ({ event }) => restoring(event).story === 'told',
    'was started': ({ event }) => restoring(event).puzzle === 'started',
    'was met': ({ event }) => restoring(event).puzzle === 'met',
    'was begun': ({ event }) => restoring(event).recall === 'started',
    'was answered': ({ event }) => restoring(event).recall === 'answered',
  },
}).createMachine({
  id: 'lesson',
  initial: 'underway',
  states: {
    underway: {
      type: 'parallel',
      onDone: 'done',
      states: {
        hook: {
          initial: 'untouched',
          states: {
            untouched: { on: { TOUCH: 'touched', RESTORE: { guard: 'was touched', target: 'touched' } } },
            touched: { type: 'final' },
          },
        },
        bet: {
          initial: 'open',
          states: {
            open: {
              on: {
                LOCK: 'locked',
                RESTORE: [
                  { guard: 'was reconciled', target: 'reconciled' },
                  { guard: 'was locked', target: 'locked' },
                ],
              },
            },
            locked: {
              on: { RECONCILE: 'reconciled', RESTORE: { guard: 'was reconciled', target: 'reconciled' } },
            },
            reconciled: { type: 'final' },
          },
        },
        story: {
          initial: 'untold',
          states: {
            untold: {
              on: {
                BEAT: 'telling',
                LAST_BEAT: 'told',
                RESTORE: [
                  { guard: 'was told', target: 'told' },
                  { guard: 'was being told', target: 'telling' },
                ],
              },
            },
            telling: { on: { LAST_BEAT: 'told', RESTORE: { guard: 'was told', target: 'told' } } },
            told: { type: 'final' },
          },
        },
        puzzle: {
          initial: 'untouched',
          states: {
            untouched: {
              on: {
                CELL: 'started',
                MET: 'met',
                RESTORE: [
                  { guard: 'was met', target: 'met' },
                  { guard: 'was started', target: 'started' },
                ],
              },
            },
            started: { on: { MET: 'met', RESTORE: { guard: 'was met', target: 'met' } } },
            met: { type: 'final' },
          },
        },
        recall: {
          initial: 'unasked',
          states: {
            unasked: {
              on: {
                ANSWER: 'started',
                LAST_ANSWER: 'answered',
                RESTORE: [
                  { guard: 'was answered', target: 'answered' },
                  { guard: 'was begun', target: 'started' },
                ],
              },
            },
            started: {
              on: { LAST_ANSWER: 'answered', RESTORE: { guard: 'was answered', target: 'answered' } },
            },
            answered: { type: 'final' },
          },
        },
      },
    },
    /** Every part has been gone through; each can be gone through again. */
    done: {},
  },
});

export type Part = 'hook' | 'bet' | 'story' | 'puzzle' | 'recall';

const ends: readonly (readonly [Part, string])[] = [
  ['hook', 'touched'],
  ['bet', 'reconciled'],
  ['story', 'told'],
  ['puzzle', 'met'],
  ['recall', 'answered'],
];

/** The value of the machine while a lesson is under way. */
type Underway = { readonly underway: Readonly<Record<Part, string>> };

/** Where one part stands; its end once the lesson is done. */
export function standing(value: unknown, part: Part): string {
  if (value === 'done') return ends.find(([name]) => name === part)?.[1] ?? '';
  return (value as Underway).underway[part];
}

/** The parts not yet gone through, in the suggested order. */
export function left(value: unknown): readonly Part[] {
  return ends.filter(([part, end]) => standing(value, part) !== end).map(([part]) => part);
}
