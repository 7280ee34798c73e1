/** What is on the way, as a list in sentences with buttons: for messages, the way of the form. */

import type { MessageView, Scenario } from '#/scenarios';
import { Button, Chip, type ChipShape, Disclosure, Menu, MoreIcon } from '#/ui';
import { useRun, useRunState } from '../run';
import { messageName, nodeName, timeText } from '../words';
import css from './InFlight.module.css';
import { asMenu, messageInterventions } from './interventions';
import { useView } from './use-view';

const SHAPES: Readonly<Record<string, ChipShape>> = {
  square: 'square',
  circle: 'circle',
  diamond: 'diamond',
  hexagon: 'hexagon',
};

/** "from browser to payment, arrives at 84 ms". */
export function whereabouts(m: MessageView, scenario: Scenario): string {
  const path = `from ${nodeName(scenario, m.from)} to ${nodeName(scenario, m.to)}`;
  if (m.status === 'held') return `${path}, held on its link`;
  if (m.status === 'waiting') return `${path}, waiting at the door`;
  return `${path}, due at ${timeText(m.arrivesAt)}`;
}

function Line({ message, lit }: { message: MessageView; lit: boolean }) {
  const run = useRun();
  const { scenario } = run;
  const name = messageName(scenario, message);
  const path = `${name} ${whereabouts(message, scenario)}`;
  const offers = messageInterventions(message, scenario);
  const first = offers.slice(0, 2);
  const shape = SHAPES[scenario.kinds[message.kind]?.shape ?? 'square'] ?? 'square';
  return (
    <li className={css.line}>
      <p className={css.words}>
        <Chip
          shape={message.status === 'held' ? 'tray' : message.copy > 0 ? 'twin' : shape}
          hue={message.status === 'in flight' ? 'teal' : 'amber'}
          lit={lit}
          onClick={() => run.select({ on: 'message', entry: message.entry })}
        >
          {name}
        </Chip>{' '}
        {whereabouts(message, scenario)}
      </p>
      <span className={css.buttons}>
        {first.map((offer) => (
          <Button
            key={offer.id}
            icon={offer.icon}
            aria-label={`${offer.label}: ${path}`}
            onClick={() => run.act(offer.command)}
          >
            {offer.label}
          </Button>
        ))}
        {offers.length > first.length && (
          <Menu
            label={`More: ${path}`}
            align="end"
            items={asMenu(offers.slice(first.length), run)}
            renderTrigger={(trigger) => (
              <Button variant="quiet" icon={<MoreIcon />} aria-label={`More: ${path}`} {...trigger} />
            )}
          />
        )}
      </span>
    </li>
  );
}

/** More than anybody reads through. */
const MOST_LISTED = 100;

export interface InFlightProps {
  /** Starts folded under its own line. */
  folded?: boolean | undefined;
}

export function InFlight({ folded = false }: InFlightProps) {
  const view = useView();
  const selection = useRunState((s) => s.selection);
  const { messages } = view;
  const list =
    messages.length === 0 ? (
      <p className={css.none}>Nothing is on the way.</p>
    ) : (
      <ul className={css.list}>
        {messages.slice(0, MOST_LISTED).map((m) => (
          <Line
            key={`${m.from} ${m.to} ${m.kind} ${m.nth} ${m.copy}`}
            message={m}
            lit={selection?.on === 'message' && selection.entry === m.entry}
          />
        ))}
        {messages.length > MOST_LISTED && (
          <li className={css.none}>and {messages.length - MOST_LISTED} more</li>
        )}
      </ul>
    );
  if (!folded) return list;
  return <Disclosure summary={`In flight: ${messages.length}`}>{list}</Disclosure>;
}
