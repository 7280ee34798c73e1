/** A run as it is sent and saved: what it starts from, what was done, and where one stands in it. */

import { canonical, digestText, type Recording } from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import { worldConfig } from '../build';
import { step } from '../schema/command';
import { type Scenario, type Variant, variant } from '../schema/scenario';
import { micros, name, z } from '../schema/zod';
import { ENGINE_VERSION, LINK_VERSION } from './version';

const word = z.string().check(z.regex(/^[0-9a-f]{8}$/));

/** More steps than anybody takes by hand; a longer run is not replayed. */
export const MOST_STEPS = 500;

export const runPayload = z.strictObject({
  v: z.literal(LINK_VERSION),
  /** The engine that made it. */
  engine: z.int().check(z.minimum(1), z.maximum(1_000_000)),
  scenario: name,
  /** Of all that decides what happens in the scenario, and of none of its words. */
  hash: word,
  variant: z.optional(variant),
  steps: z.array(step).check(z.maxLength(MOST_STEPS)),
  cursor: z.strictObject({ index: z.int().check(z.minimum(0), z.maximum(10_000_000)), at: micros }),
  /** Of the trace at the cursor. */
  digest: word,
});
export type RunPayload = z.infer<typeof runPayload>;

/** A word for the world a scenario makes: two scenarios that run alike have the same. */
export function scenarioHash(scenario: Scenario, module: ProtocolModule): string {
  const text = canonical([module.protocol.name, worldConfig(scenario, module)]);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return digestText(hash);
}

export interface Standing {
  readonly scenario: Scenario;
  readonly module: ProtocolModule;
  readonly variant?: Variant | undefined;
  readonly recording: Recording;
  readonly branch: number;
  /** Where the reader stands. */
  readonly index: number;
  readonly at: number;
}

/** The run of one branch, seen from a position of it. Throws if the steps are choices of an explored run. */
export function payloadOf({ scenario, module, variant, recording, branch, index, at }: Standing): RunPayload {
  return runPayload.parse({
    v: LINK_VERSION,
    engine: ENGINE_VERSION,
    scenario: scenario.name,
    hash: scenarioHash(scenario, module),
    ...(variant && Object.keys(variant).length > 0 ? { variant } : {}),
    steps: recording.branch(branch).steps,
    cursor: { index, at: Math.round(at) },
    digest: digestText(recording.viewAt(branch, index).digest),
  });
}
