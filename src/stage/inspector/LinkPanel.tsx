/** A link: its rules now, in each direction, and whether it is cut. */

import type { LinkView, NodeId, View } from '#/scenarios';
import { Table } from '#/ui';
import { InterventionButtons } from '../controls/InterventionButtons';
import { linkInterventions } from '../controls/interventions';
import { useRun } from '../run';
import { nodeName, timeText } from '../words';

export function latencyWords({ latency }: LinkView['rules']): string {
  switch (latency.profile) {
    case 'constant':
      return timeText(latency.us);
    case 'uniform':
      return `${timeText(latency.minUs)} to ${timeText(latency.maxUs)}`;
    case 'exponential':
      return `${timeText(latency.minUs)} and more, ${timeText(latency.minUs + latency.meanUs)} on average`;
    case 'long-tailed':
      return `${timeText(latency.minUs)} and more, sometimes much more`;
  }
}

const percent = (share: number): string => `${Number((share * 100).toFixed(2))} %`;

function bandwidthWords({ bandwidth }: LinkView['rules']): string {
  if (bandwidth === null) return 'no limit';
  return `${bandwidth.bytesPerSecond} bytes a second, ${bandwidth.queueLimit} may wait`;
}

const RULES: readonly { name: string; say: (link: LinkView) => string }[] = [
  { name: 'stands', say: (l) => (l.cut ? 'cut' : 'whole') },
  { name: 'latency', say: (l) => latencyWords(l.rules) },
  { name: 'lost', say: (l) => percent(l.rules.loss) },
  { name: 'duplicated', say: (l) => percent(l.rules.duplicate) },
  { name: 'on a detour', say: (l) => percent(l.rules.reorder) },
  { name: 'order', say: (l) => (l.rules.fifo ? 'kept' : 'not promised') },
  { name: 'bandwidth', say: (l) => bandwidthWords(l.rules) },
];

export function LinkPanel({ a, b, view }: { a: NodeId; b: NodeId; view: View }) {
  const { scenario } = useRun();
  const ways = [
    { from: a, to: b },
    { from: b, to: a },
  ].flatMap(({ from, to }) => view.links.filter((l) => l.from === from && l.to === to));
  const [one, other] = [nodeName(scenario, a), nodeName(scenario, b)];
  return (
    <>
      <Table
        caption={`Rules of the link between ${one} and ${other}`}
        captionHidden
        columns={[
          { id: 'rule', header: 'Rule', rowHeader: true, cell: (rule) => rule.name },
          ...ways.map((way) => ({
            id: `${way.from} ${way.to}`,
            header: `${nodeName(scenario, way.from)} → ${nodeName(scenario, way.to)}`,
            cell: (rule: (typeof RULES)[number]) => rule.say(way),
          })),
        ]}
        rows={RULES}
        rowKey={(rule) => rule.name}
      />
      <InterventionButtons
        label={`What to do with the link between ${one} and ${other}`}
        offers={linkInterventions({ a, b }, view, scenario)}
      />
    </>
  );
}
