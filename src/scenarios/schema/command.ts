/** Commands and patterns as untrusted data: the same shapes as the kernel's, checked before they reach it. */

import { type Command, type EntryType, type NodeId, type Pattern, VERBS, type Verb } from '#/kernel';
import { chance, json, micros, name, scalar, z } from './zod';

export const node = name as unknown as z.ZodMiniType<NodeId>;

const latency = z.union([
  z.strictObject({ profile: z.literal('constant'), us: micros }),
  z.strictObject({ profile: z.literal('uniform'), minUs: micros, maxUs: micros }),
  z.strictObject({ profile: z.literal('exponential'), minUs: micros, meanUs: micros }),
  z.strictObject({ profile: z.literal('long-tailed'), minUs: micros }),
]);

const whole = (low: number, high: number) => z.int().check(z.minimum(low), z.maximum(high));

export const rules = z.strictObject({
  latency: z.optional(latency),
  loss: z.optional(chance),
  duplicate: z.optional(chance),
  reorder: z.optional(chance),
  fifo: z.optional(z.boolean()),
  bandwidth: z.optional(
    z.nullable(z.strictObject({ bytesPerSecond: whole(1, 1e9), queueLimit: whole(0, 1e6) })),
  ),
});

export const message = z.strictObject({
  from: node,
  to: node,
  kind: name,
  nth: whole(1, 1e6),
  copy: z.optional(whole(0, 1e6)),
});

const links = z.array(z.strictObject({ from: node, to: node })).check(z.minLength(1), z.maxLength(64));

const command_ = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('drop'), message }),
  z.strictObject({ verb: z.literal('hold'), message }),
  z.strictObject({ verb: z.literal('release'), message }),
  z.strictObject({ verb: z.literal('duplicate'), message }),
  z.strictObject({ verb: z.literal('delay'), message, byUs: micros }),
  z.strictObject({ verb: z.literal('cut'), links }),
  z.strictObject({ verb: z.literal('mend'), links }),
  z.strictObject({ verb: z.literal('rule'), links, rules }),
  z.strictObject({
    verb: z.literal('crash'),
    node,
    disk: z.enum(['kept', 'lost']),
    afterEffect: z.optional(whole(0, 1000)),
    on: z.optional(name),
  }),
  z.strictObject({ verb: z.literal('disarm'), node }),
  z.strictObject({ verb: z.literal('restart'), node }),
  z.strictObject({ verb: z.literal('pause'), node }),
  z.strictObject({ verb: z.literal('resume'), node }),
  z.strictObject({ verb: z.literal('slow'), node, factor: whole(1, 1000) }),
  z.strictObject({
    verb: z.literal('clock'),
    node,
    offsetUs: z.optional(whole(-7.2e9, 7.2e9)),
    driftPpm: z.optional(whole(-500_000, 1_000_000)),
    stepUs: z.optional(whole(-7.2e9, 7.2e9)),
    slewUs: z.optional(whole(-7.2e9, 7.2e9)),
    slewPpm: z.optional(whole(1, 500_000)),
  }),
  z.strictObject({ verb: z.literal('set'), param: name, value: scalar }),
  z.strictObject({
    verb: z.literal('invoke'),
    node,
    op: z.strictObject({ f: name, value: z.optional(json) }),
  }),
]);

/** The kernel's own type: the schema only narrows what may come in. */
export const command = command_ as unknown as z.ZodMiniType<Command>;

/** Every type of entry. The compiler sees to it that none is missing: a pattern of no type fits nothing, silently. */
const entryTypes: { readonly [T in EntryType]: T } = {
  started: 'started',
  sent: 'sent',
  delivered: 'delivered',
  dropped: 'dropped',
  duplicated: 'duplicated',
  held: 'held',
  released: 'released',
  delayed: 'delayed',
  'timer set': 'timer set',
  'timer fired': 'timer fired',
  'timer cancelled': 'timer cancelled',
  persisted: 'persisted',
  crashed: 'crashed',
  restarted: 'restarted',
  paused: 'paused',
  resumed: 'resumed',
  slowed: 'slowed',
  'clock changed': 'clock changed',
  command: 'command',
  invoked: 'invoked',
  completed: 'completed',
  late: 'late',
  waits: 'waits',
  chose: 'chose',
  note: 'note',
};

export const verb = z.enum(VERBS as unknown as readonly [Verb, ...Verb[]]);

const pattern_ = z.strictObject({
  type: z.enum(entryTypes),
  node: z.optional(name),
  from: z.optional(name),
  to: z.optional(name),
  kind: z.optional(name),
  copy: z.optional(whole(0, 1e6)),
  message: z.optional(whole(1, 1e6)),
  name: z.optional(name),
  key: z.optional(name),
  op: z.optional(name),
  outcome: z.optional(z.enum(['ok', 'failed', 'unknown'])),
  seen: z.optional(z.enum(['value', 'error', 'timeout', 'crash'])),
  reason: z.optional(name),
  verb: z.optional(verb),
  nth: z.optional(whole(1, 1e6)),
});
export const pattern = pattern_ as unknown as z.ZodMiniType<Pattern>;

export const scriptItem = z.union([
  z.strictObject({ at: micros, command }),
  z.strictObject({ when: pattern, afterUs: z.optional(micros), command }),
]);

/** A step of a timed run, as a link carries it: after `index` events, at a virtual time, a command. */
export const step = z.strictObject({
  index: z.int().check(z.minimum(0), z.maximum(10_000_000)),
  at: micros,
  command,
});
