/** `lab run <scenario> [--seed N] [--<knob> <value> …]`: one run, to its end. Exit 1 if a promise is broken. */

import type { z } from 'zod';
import { balances, digestText, type OperationRecord, type Variant, wholeRun, worldConfig } from '#/scenarios';
import { type Answer, BadInput, columns } from '../answer';
import { type Asked, knobFlags, wholeFlag } from '../asked';
import { type House, scenarioOf } from '../house';
import type { runOutput } from '../output';
import { metricsLines, shownMetrics } from './run-metrics';

type RunOutput = z.infer<typeof runOutput>;

export async function run(house: House, asked: Asked): Promise<Answer> {
  const { scenario, module } = await scenarioOf(house, asked.words[1]);
  const seed = wholeFlag(asked, 'seed', 0, 4_294_967_295) ?? scenario.seed;
  const variant: Variant = { seed, knobs: knobFlags(asked, scenario, ['seed']) };
  try {
    worldConfig(scenario, module, variant);
  } catch (error) {
    throw new BadInput(error instanceof Error ? error.message : String(error));
  }
  const { view, operations, metrics } = wholeRun(scenario, module, variant);
  const checks = (scenario.checks ?? []).map((property) => ({
    property,
    holds: module.properties[property]?.holds(view, operations) ?? false,
  }));
  const json: RunOutput = {
    scenario: scenario.name,
    seed,
    digest: digestText(view.digest),
    events: view.index,
    virtualMs: view.at / 1000,
    ledger: view.ledger,
    operations: operations.map(shown),
    outcome: module.observers[scenario.observe ?? '']?.(view) ?? null,
    checks,
    metrics: metrics && shownMetrics(metrics),
  };
  const holds = balances(view.ledger) && checks.every((c) => c.holds);
  return { json, lines: lines(json), exit: holds ? 0 : 1 };
}

const shown = (op: OperationRecord): RunOutput['operations'][number] => ({
  id: op.id,
  node: op.node,
  f: op.f,
  value: op.value as never,
  invokedMs: op.invokedAt / 1000,
  completedMs: op.completedAt === null ? null : op.completedAt / 1000,
  outcome: op.outcome,
  seen: op.seen as RunOutput['operations'][number]['seen'],
  late: op.late.length,
});

function lines({
  scenario,
  seed,
  digest,
  events,
  virtualMs,
  ledger,
  operations,
  outcome,
  checks,
  metrics,
}: RunOutput) {
  const said = operations.map((op) => [
    `  ${op.id}`,
    `${op.f} ${JSON.stringify(op.value)}`,
    `${op.invokedMs} to ${op.completedMs ?? '?'} ms`,
    op.outcome,
    op.seen ? `saw ${op.seen.as}${op.late > 0 ? `, ${op.late} late` : ''}` : 'saw nothing yet',
  ]);
  return [
    `${scenario}, seed ${seed}: ${events} events in ${virtualMs} ms of virtual time, digest ${digest}.`,
    `${ledger.sent} sent + ${ledger.duplicated} duplicated = ${ledger.delivered} delivered + ${ledger.inFlight} in flight + ${ledger.held} held + ${ledger.dropped} dropped`,
    ...(outcome === null ? [] : [`It ends in: ${outcome}.`]),
    ...(metrics === null ? [] : metricsLines(metrics)),
    ...(said.length > 0 ? ['Operations:', ...columns(said)] : []),
    ...checks.map((c) => `${c.holds ? 'holds' : 'FAILS'}: ${c.property}`),
  ];
}
