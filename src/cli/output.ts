/** The shapes of what the commands print with `--json`: published by `lab schema`, and tested against real output. */

import { z } from 'zod';
import { modelNames } from '#/scenarios';

const count = z.int().min(0);

export const listOutput = z.strictObject({
  lessons: z.array(z.strictObject({ slug: z.string(), scenarios: z.array(z.string()) })),
  scenarios: z.array(z.string()).describe('The names of all scenarios, those of lessons among them.'),
});

const seen = z.strictObject({
  as: z.enum(['value', 'error', 'timeout', 'crash']),
  value: z.json().optional(),
});

const share = z.number().min(0).max(1).nullable();
const some = z.number().min(0).nullable();

const measuredOutput = z.strictObject({
  ratePerSecond: some.describe('Of users: calls that began. Of a node: those, and requests that came.'),
  errorShare: share.describe(
    'Of what ended (users), or ended or came (node): failed, unknown, or turned away.',
  ),
  saturationShare: share.describe('Of the time of a node’s workers: the part at work.'),
  p50Ms: some.describe('Of calls that were answered; nearest rank, exact.'),
  p99Ms: some,
  p999Ms: some,
  queueDepthMean: some.describe('Waiting for a worker, on average over the time.'),
  goodputPerSecond: some.describe('Answered in time (users), and finished while somebody waited (node).'),
  wastedWorkShare: share.describe('Of the worker time of finished work: the part nobody waited for.'),
  triesPerCall: some.describe(
    'Requests sent anywhere (users), or that came here (node), per call of a user.',
  ),
});

const totalOutput = z.strictObject({
  ...{ calls: count, ok: count, failed: count, unknown: count, requestsSent: count, retriesSent: count },
  ...{ requestsArrived: count, refused: count, started: count, finished: count, wasted: count },
  ...{ workedMs: z.number(), wastedMs: z.number(), busyMs: z.number(), staffedMs: z.number() },
  queueDepthMost: count,
  measured: measuredOutput,
});

const metricsOutput = z
  .strictObject({
    stretchMs: z.number(),
    fromMs: z.number(),
    toMs: z.number().describe('The totals are of whole stretches: up to the end of the last.'),
    users: totalOutput.describe('Of all nodes together.'),
    nodes: z.record(z.string(), totalOutput),
    stretches: z.array(
      z.strictObject({
        fromMs: z.number(),
        toMs: z.number(),
        users: measuredOutput,
        nodes: z.record(
          z.string(),
          z.strictObject({
            measured: measuredOutput,
            queueDepthMost: count,
            breakers: z.record(z.string(), z.string()).describe('At the end, by the node it guards against.'),
          }),
        ),
      }),
    ),
  })
  .describe('Load and waiting. A measure is null where there was nothing to measure.');

export const runOutput = z.strictObject({
  scenario: z.string(),
  seed: count,
  digest: z
    .string()
    .regex(/^[0-9a-f]{8}$/)
    .describe('Of the whole trace: the same run has the same one everywhere.'),
  events: count,
  virtualMs: z.number().min(0).describe('When the last event happened, in virtual milliseconds.'),
  ledger: z
    .strictObject({
      sent: count,
      duplicated: count,
      delivered: count,
      inFlight: count,
      held: count,
      dropped: count,
    })
    .describe('sent + duplicated = delivered + inFlight + held + dropped, always.'),
  operations: z.array(
    z.strictObject({
      id: z.string(),
      node: z.string(),
      f: z.string(),
      value: z.json(),
      invokedMs: z.number(),
      completedMs: z.number().nullable(),
      outcome: z.enum(['ok', 'failed', 'unknown', 'open']),
      seen: seen.nullable(),
      late: count.describe('Replies that came after the end.'),
    }),
  ),
  outcome: z.string().nullable().describe('What the scenario’s observer calls the end of this run.'),
  checks: z.array(z.strictObject({ property: z.string(), holds: z.boolean() })),
  metrics: metricsOutput.nullable().describe('Null where the protocol has no workers and queues.'),
});

export const proveOutput = z.array(
  z.strictObject({
    lesson: z.string(),
    kind: z.enum(['schema', 'replay', 'claim', 'quiz', 'challenge', 'bet', 'story']),
    id: z.string(),
    verdict: z.enum(['held', 'failed', 'unknown']),
    detail: z.string(),
  }),
);

const ends = z.record(
  z.string(),
  z.strictObject({
    ends: count.describe('How many end states are of this kind.'),
    path: z.array(z.string()).describe('A shortest schedule that reaches one.'),
  }),
);

export const exploreOutput = z.strictObject({
  scenario: z.string(),
  states: count.describe('Those that were explored.'),
  standsFor: count
    .nullable()
    .describe(
      'Those that these stand for: as many, unless symmetry was used. Null where one order was followed.',
    ),
  interchangeable: z.array(z.array(z.string())).describe('Nodes found to be so, where symmetry was used.'),
  depth: count.describe('Edges from the start to the furthest state.'),
  complete: z.boolean().describe('False when a bound cut something off.'),
  outcomes: ends,
  statesPerSecond: count,
  edges: count,
  violations: ends.describe('By property of the scenario that fails at some end.'),
  goals: z
    .record(
      z.string(),
      z.strictObject({
        holds: z.boolean().nullable().describe('Null when a bound was met before it could be said.'),
        asked: count.describe('Of how many states it was asked.'),
        stuck: count.describe('From how many of them it cannot be reached any more.'),
        undecided: count.describe('From how many every way that is left leads past the bound.'),
        path: z.array(z.string()).nullable().describe('A shortest way to a state that is stuck.'),
      }),
    )
    .describe('By goal that was asked about: whether it can still be reached from everywhere.'),
});

export const searchOutput = z.strictObject({
  scenario: z.string(),
  properties: z.array(z.string()).describe('Those that were asked.'),
  found: z.boolean(),
  property: z.string().nullable().describe('The one that a run broke.'),
  schedules: count.describe('How many storms were survived, the calm run among them.'),
  asked: count.describe('How many there were to be.'),
  events: count,
  steps: count.nullable().describe('How many things were done to the run as it was found.'),
  shrunkSteps: count.nullable().describe('How many are left: without any of these it does not fail.'),
  calls: count.nullable().describe('How many calls clients make in the smallest run.'),
  run: z
    .strictObject({
      seed: count,
      brokenMs: z.number().describe('Since when the promise is broken, in virtual milliseconds.'),
      event: count.describe('The position in the run at that moment.'),
      commands: z.array(z.string()),
    })
    .nullable(),
  link: z.string().nullable().describe('The end of an address that opens the smallest run.'),
  undecided: z.array(z.string()).describe('Why nobody could say, where that was so.'),
});

export const trustOutput = z.array(
  z.strictObject({
    scenario: z.string(),
    tried: z.array(
      z.strictObject({
        property: z.string(),
        promised: z.boolean().describe('False: nobody promises it, and it is asked all the same.'),
        schedules: count.describe('Survived, the calm run among them.'),
        brokenBy: count.nullable().describe('Which schedule broke it, from 1, the calm run.'),
        undecided: z.boolean().describe('Whether there were runs of which nobody could say.'),
        link: z.string().nullable().describe('The end of an address that opens a run that breaks it.'),
      }),
    ),
    events: count.describe('Of all storms together.'),
    followedUs: count
      .nullable()
      .describe('How far each run was followed, in virtual microseconds; null: whole.'),
    explored: z
      .strictObject({
        maxLost: count,
        maxDuplicated: count,
        maxCrashes: count,
        redelivers: z.boolean(),
        states: count,
        complete: z.boolean().describe('False when a bound cut something off.'),
        properties: z.array(z.string()).describe('Those that were asked of every state or end.'),
        broken: z.array(z.string()),
      })
      .nullable(),
  }),
);

export const checkOutput = z
  .array(
    z.strictObject({
      name: z.string(),
      results: z
        .partialRecord(
          z.enum(modelNames),
          z.strictObject({
            verdict: z.enum(['ok', 'violated', 'unknown', 'not-applicable']),
            reason: z.string(),
            operations: z
              .array(count)
              .describe(
                'Those to blame for a violation: indices into the operations as they were read, from 0.',
              ),
            lines: z.array(z.int().min(1)).describe('Where those began, if the history came line by line.'),
          }),
        )
        .describe('By model; without --models those that apply.'),
    }),
  )
  .describe('One element a history, in the order of the files.');

export const clockOutput = z
  .array(
    z.strictObject({
      id: z.union([z.string(), z.number()]).describe('As the script has it.'),
      node: z.string(),
      stamp: z
        .union([count, z.strictObject({ l: z.number().min(0), c: count }), z.record(z.string(), count)])
        .describe(
          'With --kind lamport a number; with vector the events known of each node, all nodes named; with hlc l in milliseconds of wall clocks, and c.',
        ),
    }),
  )
  .describe('One element an event, in the order of the script.');

export const outputs = {
  list: listOutput,
  run: runOutput,
  prove: proveOutput,
  explore: exploreOutput,
  search: searchOutput,
  trust: trustOutput,
  check: checkOutput,
  clock: clockOutput,
} as const;
