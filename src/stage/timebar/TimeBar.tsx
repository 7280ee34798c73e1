/**
 * The one bar that moves time for every view of a run: play, step, back, the head, how fast, and undo.
 * Everything in it can be pressed, typed or reached by keys.
 */

import {
  BackIcon,
  Button,
  ButtonRow,
  cx,
  IconButton,
  Menu,
  NumberField,
  PauseIcon,
  PlayIcon,
  Popover,
  RedoIcon,
  ResetIcon,
  StepIcon,
  UndoIcon,
} from '#/ui';
import { useRun, useRunState } from '../run';
import { Keys } from './Keys';
import { Readout } from './Readout';
import { Scrubber } from './Scrubber';
import styles from './TimeBar.module.css';

export interface TimeBarProps {
  /** Play, step and the head only, with a reset. */
  brief?: boolean | undefined;
  /** Whether play is the obvious thing to press; not where a scenario offers a more obvious one. */
  primary?: boolean | undefined;
  /** Virtual times of a story's beats. */
  marks?: readonly number[] | undefined;
  /** For the part that should stay in reach: play, step and the head. */
  className?: string | undefined;
}

export function TimeBar({ brief = false, primary = true, marks, className }: TimeBarProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would put its legend on the bar.
    <div role="group" aria-label="Time bar" className={styles.bar} data-part="time-bar">
      <div className={cx(styles.shelf, className)}>
        <div className={styles.main}>
          <PlayButton primary={primary} />
          <Steps />
          <Scrubber marks={marks} />
          <Readout />
          {brief && <Reset />}
        </div>
      </div>
      {!brief && (
        <div className={cx(styles.shelf, styles.second)}>
          <div className={styles.more}>
            <RunUntil />
            <Speed />
            <History />
            <GoTo />
          </div>
        </div>
      )}
    </div>
  );
}

function PlayButton({ primary }: { primary: boolean }) {
  const run = useRun();
  const playing = useRunState((s) => s.mode === 'playing');
  const running = useRunState((s) => (s.towards ?? null) !== null);
  const done = useRunState((s) => s.over && s.index === s.frontier && s.index > 0);
  return (
    <Button
      variant={primary ? 'primary' : 'plain'}
      className={styles.play}
      icon={playing || running ? <PauseIcon size={18} /> : <PlayIcon size={18} />}
      onClick={() => run.toggle()}
    >
      {running ? 'Stop' : playing ? 'Pause' : done ? 'Play again' : 'Play'}
    </Button>
  );
}

function Steps() {
  const run = useRun();
  const atStart = useRunState((s) => s.index === 0);
  const atEnd = useRunState((s) => s.over && s.index === s.frontier);
  return (
    <>
      <Button
        className={styles.step}
        icon={<BackIcon size={18} />}
        unavailable={atStart}
        onClick={() => run.back()}
      >
        Back
      </Button>
      <Button
        className={styles.step}
        icon={<StepIcon size={18} />}
        unavailable={atEnd}
        onClick={() => run.step()}
      >
        Step
      </Button>
    </>
  );
}

function RunUntil() {
  const run = useRun();
  const stops = [
    { id: 'delivery', label: 'The next delivery' },
    { id: 'time-out', label: 'The next time-out' },
    { id: 'state change', label: 'The next change of state' },
    { id: 'end', label: 'The end' },
  ] as const;
  const items = stops.map((stop) => ({ ...stop, onSelect: () => run.runUntil(stop.id) }));
  return <Menu label="Run until" items={items} />;
}

function Speed() {
  const run = useRun();
  const speed = useRunState((s) => s.speed);
  const items = run.speeds.map(({ words }, i) => ({
    id: words,
    label: words,
    checked: i === speed,
    onSelect: () => run.setSpeed(i),
  }));
  return <Menu label={`Speed: ${run.speeds[speed]?.words ?? ''}`} items={items} />;
}

function Reset() {
  const run = useRun();
  return <IconButton label="Reset to the opening moment" icon={<ResetIcon />} onClick={() => run.reset()} />;
}

function History() {
  const run = useRun();
  const canUndo = useRunState((s) => s.canUndo);
  const canRedo = useRunState((s) => s.canRedo);
  return (
    <ButtonRow label="What was done" className={styles.history}>
      <IconButton label="Undo" icon={<UndoIcon />} unavailable={!canUndo} onClick={() => run.undo()} />
      <IconButton label="Redo" icon={<RedoIcon />} unavailable={!canRedo} onClick={() => run.redo()} />
      <Reset />
    </ButtonRow>
  );
}

/** The way of the form: a moment typed in, and which keys do what. */
function GoTo() {
  const run = useRun();
  const at = useRunState((s) => s.at);
  const last = Math.floor(run.scenario.stop.atUs / 1000);
  return (
    <Popover label="Go to" align="end">
      <div className={styles.goTo}>
        <NumberField
          label="Moment"
          value={Math.round(at / 1000)}
          min={0}
          max={last}
          unit="ms"
          onCommit={(ms) => run.seek(ms * 1000)}
        />
        <Keys />
      </div>
    </Popover>
  );
}
