/**
 * A machine that nodes of this run hold, drawn beside them: the one on the page is the one in the run. Below the
 * drawing the same in words: where it stands and why, and its last moves, each a way back to its moment.
 */

import { useMemo, useState } from 'react';
import type { Statechart as Chart, HeldMachine, Scenario } from '#/scenarios';
import { cx } from '#/ui';
import { useRun, useRunState } from '../run';
import { nodeName, timeText } from '../words';
import { chartLayout } from './layout';
import { movesOf } from './moves';
import styles from './Statechart.module.css';
import { StatechartPicture } from './StatechartPicture';

const MOST_MOVES = 4;

const holder = (scenario: Scenario, { node, against }: HeldMachine): string =>
  against === null
    ? nodeName(scenario, node)
    : `${nodeName(scenario, node)} → ${nodeName(scenario, against)}`;

export interface StatechartProps {
  chart: Chart;
}

export function Statechart({ chart }: StatechartProps) {
  const run = useRun();
  useRunState((s) => `${s.run} ${s.branch} ${s.index}`);
  const [chosen, setChosen] = useState<string | null>(null);
  const layout = useMemo(() => chartLayout(chart.graph), [chart]);
  const machines = chart.standing(run.view());
  const machine = machines.find(({ node }) => node === chosen) ?? machines[0];
  if (!machine) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a page with several figures would have as many landmarks of one name.
    <div role="group" aria-label={chart.title} className={styles.chart} data-part="statechart">
      <p className={styles.title}>
        {chart.title}
        {machines.length === 1 && <span className={styles.of}> {holder(run.scenario, machine)}</span>}
      </p>
      {machines.length > 1 && (
        <Holders machines={machines} chosen={machine} onChoose={(node) => setChosen(node)} />
      )}
      <StatechartPicture layout={layout} state={machine.state} taken={machine.taken} />
      <p className={styles.words}>
        It is <strong>{machine.state}</strong>. {machine.words}
      </p>
      <States chart={chart} machine={machine} />
      <Moves chart={chart} machine={machine} />
    </div>
  );
}

interface HoldersProps {
  machines: readonly HeldMachine[];
  chosen: HeldMachine;
  onChoose: (node: string) => void;
}

/** Whose machine is drawn; each says where its own stands. */
function Holders({ machines, chosen, onChoose }: HoldersProps) {
  const { scenario } = useRun();
  return (
    <fieldset className={styles.holders}>
      <legend className="visually-hidden">Whose is drawn</legend>
      {machines.map((machine) => (
        <button
          key={machine.node}
          type="button"
          className={cx(styles.holder, machine === chosen && styles.chosen)}
          aria-pressed={machine === chosen}
          onClick={() => onChoose(machine.node)}
        >
          {holder(scenario, machine)}: <strong>{machine.state}</strong>
        </button>
      ))}
    </fieldset>
  );
}

/** The drawing in words, for those who do not see it. */
function States({ chart, machine }: { chart: Chart; machine: HeldMachine }) {
  const { states, ways } = chart.graph;
  return (
    <ul className="visually-hidden" aria-label="States and ways">
      {states.map((state) => (
        <li key={state} aria-current={state === machine.state || undefined}>
          {state}
          {state === machine.state ? ' (now)' : ''}:{' '}
          {ways
            .filter((way) => way.from === state)
            .map(({ event, guard, to }) => {
              const where = to === state ? 'it stays' : `to ${to}`;
              return `on ${event}${guard ? `, if ${guard}` : ''}, ${where}`;
            })
            .join('; ')}
          .
        </li>
      ))}
    </ul>
  );
}

function Moves({ chart, machine }: { chart: Chart; machine: HeldMachine }) {
  const run = useRun();
  const selected = useRunState(({ selection }) => (selection?.on === 'entry' ? selection.id : null));
  const here = useRunState((s) => `${s.run} ${s.branch}`);
  const { node, turn, taken } = machine;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it has moved as often as before.
  const moves = useMemo(
    () => movesOf(chart, run.trace(), node, MOST_MOVES, run.metrics?.() ?? null),
    [chart, run, node, turn, taken === null, here],
  );
  if (moves.length === 0) return <p className={cx(styles.words, styles.moves)}>It has not moved yet.</p>;
  return (
    <ol className={styles.moves} aria-label="Last moves, latest first">
      {moves.map(({ entry, at, from, to }) => (
        <li key={entry ?? `by ${at}`}>
          <button
            type="button"
            className={styles.move}
            aria-pressed={entry !== null && selected === entry}
            onClick={() => (entry === null ? run.seek(at) : run.visit(entry))}
          >
            <span className={styles.moment}>
              {entry === null && 'by '}
              {timeText(at)}
            </span>{' '}
            {from === null ? `to ${to}` : `${from} → ${to}`}
          </button>
        </li>
      ))}
    </ol>
  );
}
