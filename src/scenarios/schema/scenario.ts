/** A scenario: the world of a lesson as data. Everything that a run, a figure or a search needs is in it. */

import { command, node, pattern, rules, scriptItem, verb } from './command';
import { json, micros, name, scalar, seed, words, z } from './zod';

/** The parameter, the rule or the clock a knob turns, and what one unit of the knob is worth there. */
const binding = z.union([
  z.strictObject({ param: name, scale: z.optional(z.number()) }),
  z.strictObject({
    rule: z.enum(['loss', 'duplicate', 'reorder']),
    links: z.array(z.strictObject({ from: node, to: node })),
    scale: z.number(),
  }),
  z.strictObject({
    /** The mean latency, in a profile of its own or in the one the link has. */
    latency: z.enum(['constant', 'uniform', 'exponential', 'long-tailed', 'as it is']),
    links: z.array(z.strictObject({ from: node, to: node })),
    scale: z.number(),
  }),
  /** The shape of the latency, its mean kept. */
  z.strictObject({ shape: z.literal('latency'), links: z.array(z.strictObject({ from: node, to: node })) }),
  /** Whether the link keeps order. */
  z.strictObject({ order: z.literal('fifo'), links: z.array(z.strictObject({ from: node, to: node })) }),
  /** Bytes a second; 0 is no limit. */
  z.strictObject({
    bandwidth: z.literal('bytes a second'),
    queueLimit: z.int(),
    links: z.array(z.strictObject({ from: node, to: node })),
    scale: z.number(),
  }),
  /** A node's own clock: its offset in microseconds, its drift in parts per million. A switch is that or nothing. */
  z.strictObject({ clock: z.enum(['offset', 'drift']), node, scale: z.optional(z.number()) }),
]);

const knob = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
  label: words,
  /** What turning it means, in a sentence. */
  help: z.optional(words),
  bind: binding,
  /** A number with its unit, a switch, or one of a few words. */
  kind: z.union([
    z.strictObject({
      unit: z.enum(['ms', '%', '×', 'tries', 's', 'ppm', 'kB/s', '']),
      min: z.number(),
      max: z.number(),
      step: z.number(),
    }),
    z.literal('switch'),
    z.array(z.strictObject({ value: name, label: words })),
  ]),
  default: scalar,
  /** Behind "more" rather than in sight. */
  more: z.optional(z.boolean()),
});
export type Knob = z.infer<typeof knob>;

const kind = z.strictObject({
  /** Two to four letters on the token. */
  short: z.string().check(z.minLength(1), z.maxLength(4)),
  shape: z.enum(['square', 'circle', 'diamond', 'hexagon']),
  /** What a sentence calls it: "charge request". */
  words,
});
export type MessageKind = z.infer<typeof kind>;

/** Something a person can do with one press: "Charge 10", "Crash after the write". */
const action = z.strictObject({
  id: name,
  label: words,
  command,
  /** The one obvious action of the opening moment. */
  primary: z.optional(z.boolean()),
});
export type Action = z.infer<typeof action>;

/** What clients are asked to do, and when. */
const calls = z.array(
  z.strictObject({ at: micros, node, op: z.strictObject({ f: name, value: z.optional(json) }) }),
);

/** A world that differs from the scenario's by what is said here, and by nothing else. */
export const variant = z.strictObject({
  seed: z.optional(seed),
  /** Knobs turned at the very start. */
  knobs: z.optional(z.record(name, scalar)),
  /** Parameters that have no knob. */
  params: z.optional(z.record(name, scalar)),
  /** Added to the scenario's own script. */
  script: z.optional(z.array(scriptItem).check(z.maxLength(200))),
  /** Instead of the scenario's workload. */
  workload: z.optional(calls),
});
export type Variant = z.infer<typeof variant>;

export const bounds = z.strictObject({
  maxLost: z.int(),
  maxDuplicated: z.int(),
  maxCrashes: z.int(),
  mayCrash: z.optional(z.array(node)),
  /** Whatever was sent may arrive again and again: what is in flight is a set that only grows. */
  redelivers: z.optional(z.boolean()),
  /** Links that carry nothing from beginning to end: a partition that never heals. */
  cut: z.optional(z.array(z.strictObject({ from: node, to: node })).check(z.minLength(1), z.maxLength(64))),
  /** Instead of the scenario's own calls, which may be too many to explore; those of a variant win. */
  workload: z.optional(calls),
  /** Edges from the start; deeper states make the exploration incomplete. */
  depth: z.int(),
  /** States kept; more make it incomplete. */
  states: z.int(),
  params: z.optional(z.record(name, scalar)),
});
export type Bounds = z.infer<typeof bounds>;

/** The logical clocks, and the interval, that can be drawn on the tape of any run. */
export const stampKinds = ['lamport', 'vector', 'hlc', 'oracle', 'interval'] as const;

export const scenario = z.strictObject({
  name,
  title: words,
  /** What the world is, for a screen reader and for the sandbox's list. */
  summary: words,
  protocol: name,
  seed,
  nodes: z
    .array(
      z.strictObject({
        id: node,
        role: name,
        /** What people call it; the id where absent. */
        label: z.optional(words),
        /** Place in the picture, in hundredths of its width and height. */
        x: z.number(),
        y: z.number(),
        offsetUs: z.optional(z.int()),
        driftPpm: z.optional(z.int()),
      }),
    )
    .check(z.minLength(1), z.maxLength(9)),
  links: z.array(
    z.strictObject({ between: z.tuple([node, node]), rules: z.optional(rules), back: z.optional(rules) }),
  ),
  params: z.optional(z.record(name, scalar)),
  durable: z.optional(z.record(name, z.record(name, json))),
  workload: z.optional(calls),
  script: z.optional(z.array(scriptItem)),
  stop: z.strictObject({ atUs: micros, events: z.optional(z.int()) }),
  /** Virtual microseconds a second of watching takes at normal speed. */
  pace: z.int().check(z.minimum(100), z.maximum(60_000_000)),
  /** The faults a learner may use here. */
  faults: z.array(verb),
  knobs: z.array(knob),
  actions: z.array(action),
  kinds: z.record(name, kind),
  moments: z.record(name, z.strictObject({ label: words, when: pattern })),
  /** Where the figure stands before anybody touches it. */
  opening: z.optional(z.union([z.strictObject({ atUs: micros }), z.strictObject({ moment: name })])),
  /** The stamps a figure draws on the tape until somebody chooses others; none where absent. */
  stamps: z.optional(z.enum(stampKinds)),
  /** What every node may count on about its clock at the start, where stamps are intervals. */
  uncertainty: z.optional(
    z.strictObject({ boundUs: micros, driftPpm: z.int().check(z.minimum(0), z.maximum(900_000)) }),
  ),
  /** Whether each node's clock is in the picture also while none is wrong. */
  clocks: z.optional(z.boolean()),
  /** For lessons about calls: who calls, who serves, and what the server's side writes. */
  truth: z.optional(z.strictObject({ client: node, server: node, key: name, unit: words })),
  /** Properties that must hold at the end of every run within the protocol's assumptions. */
  checks: z.optional(z.array(name)),
  /** What it leaves out besides what its protocol does, in short sentences. */
  leavesOut: z.optional(z.array(words).check(z.maxLength(4))),
  explore: z.optional(bounds),
  /** The protocol's observer that sums up a finished run. */
  observe: z.optional(name),
  /** The measures of load that its charts show first; the others are a press away. */
  charts: z.optional(
    z
      .array(z.enum(['rate', 'errors', 'latency', 'queue', 'saturation', 'wasted', 'tries']))
      .check(z.minLength(1), z.maxLength(7)),
  ),
});
export type Scenario = z.infer<typeof scenario>;
