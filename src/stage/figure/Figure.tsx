/**
 * The figure: one component in three sizes. The network above is what is; the tape below it is why; one time bar
 * moves both; under them, in tabs, the same run in words and everything that can be done to it by form.
 */

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { cx, type Tab, Tabs } from '#/ui';
import { LaterCharts } from '../charts';
import { Actions, type TurnableKnob } from '../controls';
import { LedgerLine } from '../ledger';
import { Log, Narration, Summary } from '../log';
import { LaterLogs } from '../logs';
import { Network } from '../network';
import { useOnScreen } from '../network/use-on-screen';
import { type Run, RunProvider, useRun } from '../run';
import { LaterStamps, type ShownStamps, type StampChoice, StampsProvider } from '../stamps';
import { LaterStatecharts } from '../statechart';
import { Tape, TimeFrame, useTimeAxis } from '../tape';
import { shortcut, TimeBar } from '../timebar';
import { LaterTrust } from '../trust';
import { TruthLanes } from '../truth';
import { LaterVerdicts, type StripNews } from '../verdicts';
import styles from './Figure.module.css';
import { LaterPanel } from './LaterPanel';

/** What an embedding or a lesson may leave out. */
export const figureParts = [
  'actions',
  'network',
  'statechart',
  'logs',
  'tape',
  'stamps',
  'truth',
  'charts',
  'verdicts',
  'ledger',
  'timebar',
  'log',
  'faults',
  'knobs',
  'inspector',
  'branches',
  'events',
  'trust',
] as const;
export type FigurePart = (typeof figureParts)[number];

export interface FigureProps {
  run: Run;
  /** Where each knob stands and how to turn it; read again whenever the run moves. */
  knobs?: (() => readonly TurnableKnob[]) | undefined;
  size?: 'compact' | 'lesson' | 'full' | undefined;
  hide?: readonly FigurePart[] | undefined;
  /** Faults, knobs and hands off: the run can be watched and scrubbed. */
  locked?: boolean | undefined;
  /** The clock whose stamps it shows first; else what the scenario says. */
  stamps?: StampChoice | undefined;
  /** Names the figure for those who cannot see it; the scenario's title where absent. */
  label?: string | undefined;
  caption?: ReactNode;
  /** Virtual times of a story's beats. */
  marks?: readonly number[] | undefined;
  /** The virtual time at which a promise is broken: the tape has a mark there. */
  breaksAt?: number | undefined;
  /** Stands between the picture and the time bar: a story's caption, a question's goal. */
  children?: ReactNode;
  className?: string | undefined;
}

export function Figure({ run, label, caption, className, ...rest }: FigureProps) {
  const box = useRef<HTMLElement>(null);
  const id = useId();
  useOnScreen(box, run);
  const onKeyDown = (event: KeyboardEvent) => {
    if (box.current?.contains(event.target as Node)) shortcut(event, run);
  };
  return (
    <RunProvider value={run}>
      <figure
        ref={box}
        className={cx(styles.figure, styles[rest.size ?? 'lesson'], className)}
        aria-label={label ?? run.scenario.title}
        aria-describedby={`${id}about`}
        data-part="figure"
        onKeyDown={onKeyDown}
      >
        <p id={`${id}about`} className="visually-hidden">
          {run.scenario.summary}
        </p>
        <Inside {...rest} />
        {caption && <figcaption className={styles.caption}>{caption}</figcaption>}
      </figure>
    </RunProvider>
  );
}

type InsideProps = Omit<FigureProps, 'run' | 'label' | 'caption' | 'className'>;

function Inside({
  knobs,
  size = 'lesson',
  hide = [],
  locked = false,
  marks,
  breaksAt,
  stamps,
  children,
}: InsideProps) {
  const run = useRun();
  const shows = (part: FigurePart) => !hide.includes(part);
  const compact = size === 'compact';
  const [open, setOpen] = useState<string | null>(null);
  const [news, setNews] = useState<StripNews>();
  const [shown, setShown] = useState<ShownStamps | null>(null);
  const declared = stamps ?? run.scenario.stamps;
  const [clock, setClock] = useState<StampChoice>(declared ?? 'none');
  const stampable = shows('stamps') && !compact && (declared !== undefined || size === 'full');
  const tabs = compact ? [] : panels(shows, locked, knobs);
  const current = tabs.find((tab) => tab.id === open)?.id ?? tabs[0]?.id;
  const judged = run.judges && !compact && shows('verdicts');
  const held = Boolean(run.statecharts?.length) && !compact && shows('statechart');
  const charted = Boolean(run.metered) && !compact && shows('charts');
  // Where a scenario says what to watch first, its load is the point, and single messages are not.
  const loadFirst = charted && run.scenario.charts !== undefined;
  const timed = shows('tape') || shows('truth') || judged || charted;
  const offers = shows('actions') && !locked;
  // One obvious thing to press: what the scenario says, else play.
  const playIsObvious = !(offers && run.scenario.actions.some((a) => a.primary));
  return (
    <StampsProvider value={shown}>
      <div className={styles.stage}>
        <div className={styles.pictures}>
          {held ? (
            <div className={styles.beside}>
              <div className={cx(styles.pair, run.scenario.nodes.length > 3 && styles.broad)}>
                {shows('network') && <Network readOnly={locked} />}
                <LaterStatecharts />
              </div>
            </div>
          ) : (
            shows('network') && <Network readOnly={locked} />
          )}
          {shows('logs') && !compact && <LaterLogs />}
          {offers && (
            <div className={styles.actions}>
              <Actions {...(compact ? { actions: run.scenario.actions.filter((a) => a.primary) } : {})} />
            </div>
          )}
          {timed && (
            <TimeFrame className={styles.time} stamped={stampable && clock !== 'none'}>
              {loadFirst && <LaterCharts />}
              {shows('tape') && <Tape overlay={news?.overlay} breaksAt={breaksAt} />}
              {shows('truth') && run.scenario.truth && <TruthLanes />}
              <div className={styles.foot}>
                {shows('ledger') && <LedgerLine />}
                {(shows('tape') || charted) && !compact && <Zoom />}
              </div>
              {stampable && <LaterStamps kind={clock} onKind={setClock} onStamps={setShown} />}
              {charted && !loadFirst && <LaterCharts />}
              {judged && <LaterVerdicts onNews={setNews} />}
            </TimeFrame>
          )}
          {!timed && shows('ledger') && <LedgerLine />}
          {children}
        </div>
        {shows('timebar') && (
          <TimeBar brief={compact} primary={playIsObvious} marks={marks} className={styles.bar} />
        )}
      </div>
      {current !== undefined && (
        <Tabs
          label="More about this run"
          // What nobody sees is not kept up with a run that moves.
          tabs={tabs.map((tab) => (tab.id === current ? tab : { ...tab, panel: null }))}
          selected={current}
          onSelect={setOpen}
          className={styles.tabs}
        />
      )}
      {shows('trust') && !compact && <LaterTrust />}
      <Narration standing={news?.standing} />
    </StampsProvider>
  );
}

function panels(
  shows: (part: FigurePart) => boolean,
  locked: boolean,
  knobs: FigureProps['knobs'],
): readonly Tab[] {
  const tabs: (Tab | false)[] = [
    shows('log') && {
      id: 'log',
      label: 'Log',
      panel: (
        <>
          <Log />
          <Summary />
        </>
      ),
    },
    shows('knobs') &&
      !locked &&
      knobs !== undefined && {
        id: 'knobs',
        label: 'Knobs',
        panel: <LaterPanel what="knobs" knobs={knobs} />,
      },
    shows('faults') &&
      !locked && { id: 'messages', label: 'In flight', panel: <LaterPanel what="messages" /> },
    shows('faults') && !locked && { id: 'links', label: 'Links', panel: <LaterPanel what="links" /> },
    shows('inspector') && { id: 'inspector', label: 'Inspector', panel: <LaterPanel what="inspector" /> },
    shows('branches') && { id: 'branches', label: 'Branches', panel: <LaterPanel what="branches" /> },
    shows('events') && { id: 'events', label: 'Table', panel: <LaterPanel what="events" /> },
  ];
  return tabs.filter((tab) => tab !== false);
}

/** How much time the tape shows. It never zooms by itself. */
function Zoom() {
  const { zoom } = useTimeAxis();
  const one = (words: string, act: () => void, can: boolean, pressed?: boolean) => (
    <button
      type="button"
      className={styles.zoom}
      aria-disabled={!can || undefined}
      aria-pressed={pressed}
      onClick={() => can && act()}
    >
      {words}
    </button>
  );
  return (
    <fieldset className={styles.zooms}>
      <legend className="visually-hidden">Time on the tape</legend>
      {one('Closer', zoom.closer, zoom.canCloser)}
      {one('Wider', zoom.wider, zoom.canWider)}
      {one('Whole run', zoom.whole, true, zoom.isWhole)}
    </fieldset>
  );
}
