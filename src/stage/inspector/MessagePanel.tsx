/** A message that is on its way: what it says, when it left and when it would arrive. */

import type { MessageView } from '#/scenarios';
import { InterventionButtons } from '../controls/InterventionButtons';
import { messageInterventions } from '../controls/interventions';
import { useRun } from '../run';
import { useStamps } from '../stamps';
import { messageName, nodeName, timeText, valueText } from '../words';
import { Facts } from './Facts';

function standing(m: MessageView, to: string): string {
  if (m.status === 'held') return 'held in its tray';
  return m.status === 'waiting' ? `at the door of ${to}, which is paused` : `due at ${timeText(m.arrivesAt)}`;
}

export function MessagePanel({ message }: { message: MessageView }) {
  const run = useRun();
  const { scenario } = run;
  const stamps = useStamps();
  const sent = run.trace()[message.entry];
  const stamp = sent && stamps?.words(sent, run.trace());
  const [from, to] = [nodeName(scenario, message.from), nodeName(scenario, message.to)];
  return (
    <>
      <Facts
        facts={[
          { name: 'path', value: `${from} → ${to}` },
          { name: 'says', value: valueText(message.body, 120) },
          ...(stamps && stamp ? [{ name: `carries, by the ${stamps.name}`, value: stamp }] : []),
          { name: 'left', value: timeText(message.sentAt) },
          { name: 'stands', value: standing(message, to) },
          ...(message.copy > 0
            ? [{ name: 'copy', value: `number ${message.copy + 1} of the same message` }]
            : []),
        ]}
      />
      <InterventionButtons
        label={`What to do with ${messageName(scenario, message)}`}
        offers={messageInterventions(message, scenario)}
      />
    </>
  );
}
