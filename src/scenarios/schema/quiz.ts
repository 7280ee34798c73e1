/** Questions whose answer key is the simulation: every option says what it asserts, and a run decides. */

import { paperClocks } from '../clocks/clock-rows';
import { measureNames } from '../metrics/measures';
import { check } from './claim';
import { node, pattern } from './command';
import { modelName, operationNumber, subject } from './history';
import { variant } from './scenario';
import { micros, name, scalar, words, z } from './zod';

/** The misconception an option comes from. */
const misconception = z.string().check(z.regex(/^M\d{1,2}$/));

/** The world in which an option would be right, or a sentence saying that there is none. */
const elsewhere = z.union([
  z.strictObject({ world: variant, differs: words }),
  z.strictObject({ none: words }),
]);

const option = z.strictObject({
  id: name,
  text: words,
  /** What it says of the run. The option whose checks hold is the right one. */
  asserts: z.array(check).check(z.minLength(1)),
  misconception: z.optional(misconception),
  /** Shown once it has been chosen: why the run goes this way, never only "wrong". */
  because: words,
  /** Wanted of every option that is wrong here. */
  elsewhere: z.optional(elsewhere),
});
export type Option = z.infer<typeof option>;

const asked = {
  id: name,
  question: words,
  /** Three rungs: where to look, the principle, a worked next step. */
  hints: z.array(words).check(z.length(3)),
  /** Said after a right answer too. */
  reason: words,
};

const common = {
  ...asked,
  /** The run the question is about. */
  variant,
};

/** A stage of the lesson's that is not its own scenario; its own where left out. */
const stage = z.optional(name);

/** A log as its terms, from entry 1 on, and how far its server knows it to be committed, where that is asked. */
const logRow = z.strictObject({
  terms: z.array(z.int().check(z.minimum(0), z.maximum(999))).check(z.maxLength(14)),
  committed: z.optional(z.int().check(z.minimum(0))),
});
export type LogRow = z.infer<typeof logRow>;

/** What is read of a node at a moment, into the blank of a step. */
const blank = z.strictObject({
  node,
  /** Which of the question's moments; just after the event in which it happens. */
  at: name,
  /** The term of an entry of its log, the term or index of the last one, how many are committed, or a fact it says of itself. */
  read: z.union([
    z.strictObject({ entry: z.int().check(z.minimum(1)) }),
    z.strictObject({ last: z.enum(['term', 'index']) }),
    z.literal('committed'),
    z.strictObject({ fact: name }),
  ]),
  /** What it asks for, for who does not see the sentence around it: "the last term of S2". */
  label: words,
  /** A choice of words; a number is written where left out. */
  among: z.optional(z.array(words).check(z.minLength(2), z.maxLength(8))),
  /** The author's own answer. Proved against the run; no learner is judged by it. */
  worked: words,
});
export type Blank = z.infer<typeof blank>;

/** What an author says of a wrong way to see it; shown to a learner who answers so. */
const aside = { because: words, misconception: z.optional(misconception) };

/** The nodes on each side of a partition; together, all that are placed, each once. */
const sides = z.array(z.array(node).check(z.minLength(1))).check(z.minLength(2), z.maxLength(3));
export type Sides = readonly (readonly string[])[];

export const question = z.discriminatedUnion('kind', [
  /** Say what the run will do, lock it, and watch. Also the opening bet of a lesson. */
  z.strictObject({ kind: z.literal('predict'), ...common, options: z.array(option).check(z.minLength(2)) }),
  /** Put events in an order; any that respects happens-before is right. */
  z.strictObject({
    kind: z.literal('order'),
    ...common,
    events: z
      .array(z.strictObject({ id: name, text: words, when: pattern }))
      .check(z.minLength(3), z.maxLength(7)),
  }),
  /** Which of these worlds could it have been, as far as one node can tell? Mark every one that fits. */
  z.strictObject({
    kind: z.literal('diagnose'),
    ...common,
    node: name,
    worlds: z.array(
      z.strictObject({
        id: name,
        text: words,
        world: variant,
        because: words,
        misconception: z.optional(misconception),
      }),
    ),
    /** The option "it cannot be known from here" is always offered; it is right when two or more fit. */
  }),
  /** Make it happen in the figure; the run decides. */
  z.strictObject({
    kind: z.literal('adversary'),
    ...common,
    goal: z.array(check).check(z.minLength(1)),
    solution: variant,
    decoys: z.array(variant).check(z.minLength(1)),
  }),
  /**
   * Mark the stale reads of a register or of keys and values. A read is stale by n writes when n writes began after the
   * one it returned had ended, and ended themselves before the read began. A write that nobody saw end counts for
   * neither. Wants every value to be written once, so that a read names its write.
   * "None of them is stale" is always offered.
   */
  z.strictObject({
    kind: z.literal('stale-reads'),
    ...asked,
    subject,
    /** The reads that the author's words take to be stale. Proved against the definition; no learner is judged by it. */
    expects: z.array(operationNumber),
    /** Words about single reads, said once the key is; among them a read that looks stale and is not. */
    notes: z.array(z.strictObject({ read: operationNumber, ...aside })).check(z.minLength(1)),
  }),
  /**
   * Choose the strongest of these models that the history satisfies. The judges decide; among those it satisfies one
   * must be stronger than all others. "None of these" is always offered.
   */
  z.strictObject({
    kind: z.literal('strongest-model'),
    ...asked,
    subject,
    options: z
      .array(
        z.strictObject({
          model: modelName,
          because: z.optional(words),
          misconception: z.optional(misconception),
        }),
      )
      .check(z.minLength(2), z.maxLength(6)),
    /** What the author's words take to be the answer. Proved by the judges; no learner is judged by it. */
    expects: z.union([modelName, z.literal('none')]),
  }),
  /**
   * Place a point inside each operation's interval at which it takes effect, so that every answer is what the object
   * would have said. An operation without an answer may be said never to have taken effect. "There is no such
   * placement" is always offered.
   */
  z.strictObject({
    kind: z.literal('linearization-points'),
    ...asked,
    subject,
    /** What the author's words take to be so. Proved by the judge; no learner is judged by it. */
    expects: z.enum(['points', 'none']),
    /** Tempting placements that do not work, as operations in the order of their points; those left out never take effect. */
    decoys: z.array(z.strictObject({ order: z.array(operationNumber), ...aside })).check(z.minLength(1)),
  }),
  /**
   * Put each node on a side; at a given time every link between two sides is cut, both ways. The run decides whether
   * the goal is met at its end. The prover runs every partition there is, so at most seven units are placed.
   */
  z.strictObject({
    kind: z.literal('place-partition'),
    ...common,
    /** How many sides a learner may draw. */
    most: z.union([z.literal(2), z.literal(3)]),
    /** Nodes that stay on one side, such as a client and its replica; every other node is placed by itself. */
    together: z.optional(z.array(z.array(node).check(z.minLength(2)))),
    /** When it is cut, and when it is mended; never where left out. */
    at: micros,
    until: z.optional(micros),
    goal: z.array(check).check(z.minLength(1)),
    /** Each check of the goal as a sentence, in the same order: "Alice’s write is answered". */
    says: z.optional(z.array(words)),
    solution: sides,
    decoys: z.array(z.strictObject({ sides, ...aside })).check(z.minLength(1)),
  }),
  /**
   * Tune it to a target: set the named knobs, for all of the run, until the run ends as asked. A good target pulls two
   * ways, so that each of its checks fails at the start or for a decoy.
   */
  z.strictObject({
    kind: z.literal('tune'),
    ...common,
    /** By their ids, at most as many as a figure has in sight. */
    knobs: z.array(name).check(z.minLength(1), z.maxLength(4)),
    goal: z.array(check).check(z.minLength(1)),
    /** Each check of the goal as a clause, in the same order: "no write is lost". */
    says: z.array(words),
    solution: z.record(name, scalar),
    decoys: z.array(z.strictObject({ knobs: z.record(name, scalar), ...aside })).check(z.minLength(1)),
  }),
  /**
   * Which of these charts is this world's? Each is computed by the lab from a world; one runs as the question's own does,
   * and the others say how theirs differ. No two may look alike: for a tenth of the time they are a tenth of their common
   * height apart.
   */
  z.strictObject({
    kind: z.literal('predict-chart'),
    ...common,
    measure: z.enum(measureNames),
    /** Of the users where absent. */
    node: z.optional(node),
    options: z
      .array(
        z.strictObject({
          id: name,
          world: variant,
          /** The one thing that is otherwise in its world, as a clause: "nobody tries again". */
          differs: z.optional(words),
          ...aside,
        }),
      )
      .check(z.minLength(2), z.maxLength(4)),
  }),
  /**
   * Fill in the clocks: the stamp of every event of a script, each cause before its effect. The rules of the clock decide,
   * and a wrong row is told by the wrong rule it comes from.
   */
  z.strictObject({
    kind: z.literal('fill-clocks'),
    ...asked,
    clock: z.enum(paperClocks),
    nodes: z.array(name).check(z.minLength(2), z.maxLength(4)),
    events: z
      .array(
        z.strictObject({
          id: name,
          node: name,
          kind: z.enum(['local', 'send', 'receive']),
          /** Of a send and a receive. */
          message: z.optional(name),
          /** What the wall clock of the node reads then; wanted for a hybrid clock. */
          wallMs: z.optional(z.int().check(z.minimum(0), z.maximum(1_000_000))),
        }),
      )
      .check(z.minLength(3), z.maxLength(10)),
    /** Events whose stamps stand there already. */
    given: z.array(name),
    /**
     * The author's own rows, worked by hand: a number for Lamport's clock, one for each node, or l and c. Proved against the
     * clock; no learner is judged by them.
     */
    worked: z.array(z.array(z.int().check(z.minimum(0)))),
  }),
  /**
   * Fill in the log: the run stands at a moment, and the learner writes the terms of the entries that some servers have at
   * that or a later one. The run is the key. An entry that is not there is left empty.
   */
  z.strictObject({
    kind: z.literal('fill-log'),
    ...common,
    stage,
    /**
     * Where the run stands, just after the event in which this happens; all logs are shown as they are then. Left out, it
     * stands at the moment asked about, and the logs that are asked for are not shown.
     */
    shown: z.optional(pattern),
    /** The moment asked about, just after the event in which this happens. */
    at: pattern,
    /** The same as a clause: "S5 has been heard by all". */
    when: words,
    nodes: z.array(node).check(z.minLength(1), z.maxLength(5)),
    /** How many entries there is room for. */
    entries: z.int().check(z.minimum(1), z.maximum(14)),
    /** Whether it is also asked how far each of them knows its log to be committed. */
    asksCommitted: z.optional(z.boolean()),
    /** The author's own rows. Proved against the run; no learner is judged by them. */
    worked: z.record(name, logRow),
    /** Wrong rows that a misconception leads to; of all nodes, or of some. */
    decoys: z
      .array(z.strictObject({ rows: z.record(name, logRow), ...aside, elsewhere }))
      .check(z.minLength(1)),
  }),
  /**
   * A problem solved in steps, each a sentence with blanks that the run fills. So many of the last steps are left to the
   * learner as `open` says: none in a worked example, some in the next problem, all in the last.
   */
  z.strictObject({
    kind: z.literal('steps'),
    ...common,
    /** Three rungs, where anything is open; none else. */
    hints: z.array(words).check(z.maxLength(3)),
    stage,
    moments: z.record(name, pattern),
    /** The moment at which the logs of these nodes are shown; of all that keep one, where left out. */
    shown: name,
    nodes: z.optional(z.array(node).check(z.minLength(1), z.maxLength(9))),
    /** A blank stands in the text by its name: "S2 votes for {s2}". */
    steps: z
      .array(z.strictObject({ text: words, blanks: z.record(name, blank) }))
      .check(z.minLength(2), z.maxLength(8)),
    open: z.int().check(z.minimum(0), z.maximum(8)),
  }),
]);
export type Question = z.infer<typeof question>;
export const quiz = z.array(question);
