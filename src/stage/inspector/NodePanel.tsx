/** A node from inside: what it says of itself, what its disk holds, its timers and its clock. */

import type { NodeView, View } from '#/scenarios';
import { NumberField } from '#/ui';
import { InterventionButtons } from '../controls/InterventionButtons';
import { nodeInterventions } from '../controls/interventions';
import { skewAt } from '../network/labels';
import { useRun, useRunState } from '../run';
import { callName, nodeName, skewText, timeText } from '../words';
import { DurableTable } from './DurableTable';
import { type Fact, Facts } from './Facts';
import css from './Inspector.module.css';

function standing(node: NodeView): string {
  if (node.status === 'crashed') return 'crashed: it has no memory, only what its disk kept';
  if (node.status === 'paused') return 'paused: messages and timers wait';
  return node.factor === 1 ? 'running' : `running ${node.factor} times slower`;
}

function clockWords(node: NodeView, view: View, at: number): string {
  const skew = skewAt(node, { from: view.at, at });
  const off = skew === 0 ? 'right' : `${skewText(skew)} off`;
  return `${timeText(at + skew)}, ${off}${node.driftPpm === 0 ? '' : `, drifting by ${node.driftPpm} ppm`}`;
}

function armedWords({ afterEffect, on }: NonNullable<NodeView['armed']>): string {
  const when = afterEffect === 0 ? 'before its first effect' : `after effect ${afterEffect}`;
  return `${when} of the next ${on ?? 'thing it handles'}`;
}

function ClockFields({ node }: { node: NodeView }) {
  const run = useRun();
  if (!run.scenario.faults.includes('clock') || node.status === 'crashed') return null;
  return (
    <div className={css.fields}>
      <NumberField
        label="Wall clock off by"
        unit="ms"
        value={node.offsetUs / 1000}
        min={-60_000}
        max={60_000}
        onCommit={(ms) => run.act({ verb: 'clock', node: node.id, offsetUs: Math.round(ms * 1000) })}
      />
      <NumberField
        label="Drift"
        unit="ppm"
        value={node.driftPpm}
        min={-100_000}
        max={100_000}
        onCommit={(driftPpm) => run.act({ verb: 'clock', node: node.id, driftPpm })}
      />
    </div>
  );
}

export function NodePanel({ node, view }: { node: NodeView; view: View }) {
  const { scenario } = useRun();
  const at = useRunState((s) => Math.max(view.at, s.mode === 'playing' ? view.at : s.at));
  const name = nodeName(scenario, node.id);
  const facts: Fact[] = [
    { name: 'role', value: node.role },
    { name: 'state', value: standing(node) },
    ...(node.status === 'crashed' ? [] : node.facts),
    ...(node.open
      ? [
          {
            name: 'working on',
            value: `${callName(scenario, node.open.id)} since ${timeText(node.open.invokedAt)}`,
          },
        ]
      : []),
    ...(node.waiting > 0 ? [{ name: 'calls waiting', value: String(node.waiting) }] : []),
    ...(node.armed ? [{ name: 'will crash', value: armedWords(node.armed) }] : []),
    ...(node.status === 'crashed' ? [] : [{ name: 'its clock', value: clockWords(node, view, at) }]),
    ...node.timers.map((t) => ({ name: t.name, value: `goes off at ${timeText(t.dueAt)}` })),
  ];
  return (
    <>
      <Facts facts={facts} />
      {Object.entries(node.durable).map(([key, value]) => (
        <DurableTable key={key} name={key} value={value} />
      ))}
      <InterventionButtons label={`What to do with ${name}`} offers={nodeInterventions(node, scenario)} />
      <ClockFields node={node} />
    </>
  );
}
