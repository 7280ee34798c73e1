/** A node from inside: what it says of itself, what its disk holds, its timers and its clock. */

import type { NodeView, View } from '#/scenarios';
import { ClockForm } from '../controls/ClockForm';
import { InterventionButtons } from '../controls/InterventionButtons';
import { nodeInterventions } from '../controls/interventions';
import { logText } from '../logs/rows';
import { clockWords, isOff, readingsAt } from '../network/clocks';
import { useRun, useRunState } from '../run';
import { callName, nodeName, skewText, timeText } from '../words';
import { DurableTable } from './DurableTable';
import { type Fact, Facts } from './Facts';

function standing(node: NodeView): string {
  if (node.status === 'crashed') return 'crashed: it has no memory, only what its disk kept';
  if (node.status === 'paused') return 'paused: messages and timers wait';
  return node.factor === 1 ? 'running' : `running ${node.factor} times slower`;
}

/** One line where it is right; all there is to know of it where it is not, or where clocks are what it is about. */
function clockFacts(node: NodeView, view: View, at: number, whole: boolean): readonly Fact[] {
  const since = { from: view.at, at };
  const state = { name: 'its clock', value: clockWords(node, since) };
  if (!whole) return [state];
  const { wall, monotonic, offset, slewLeft } = readingsAt(node, since);
  const slewing = slewLeft === 0 ? 'none' : `${skewText(slewLeft)} to go, at ${node.slew?.ppm} ppm`;
  return [
    state,
    { name: 'wall clock', value: timeText(wall) },
    { name: 'monotonic clock', value: timeText(monotonic) },
    { name: 'offset', value: `${skewText(offset)}: wall clock less monotonic clock` },
    { name: 'drift', value: `${node.driftPpm} ppm` },
    { name: 'slew', value: slewing },
  ];
}

function armedWords({ afterEffect, on }: NonNullable<NodeView['armed']>): string {
  const when = afterEffect === 0 ? 'before its first effect' : `after effect ${afterEffect}`;
  return `${when} of the next ${on ?? 'thing it handles'}`;
}

export function NodePanel({ node, view }: { node: NodeView; view: View }) {
  const { scenario } = useRun();
  const at = useRunState((s) => Math.max(view.at, s.mode === 'playing' ? view.at : s.at));
  const name = nodeName(scenario, node.id);
  const facts: Fact[] = [
    { name: 'role', value: node.role },
    { name: 'state', value: standing(node) },
    ...(node.status === 'crashed' ? [] : node.facts),
    ...(node.log ? [{ name: 'log', value: logText(node.log, node.status === 'crashed') }] : []),
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
    ...(node.status === 'crashed'
      ? []
      : clockFacts(node, view, at, scenario.clocks === true || isOff(node, view.at))),
    ...node.timers.map((t) => ({ name: t.name, value: `goes off at ${timeText(t.dueAt)}` })),
  ];
  return (
    <>
      <Facts facts={facts} />
      {Object.entries(node.durable).map(([key, value]) => (
        <DurableTable key={key} name={key} value={value} />
      ))}
      <InterventionButtons label={`What to do with ${name}`} offers={nodeInterventions(node, scenario)} />
      {scenario.faults.includes('clock') && node.status !== 'crashed' && <ClockForm node={node} />}
    </>
  );
}
