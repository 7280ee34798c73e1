/**
 * Opens what somebody pastes, chooses or drops. A file that makes no sense is told with its line, its column and the
 * reason, and leaves the drawing alone; one that holds several histories offers them by name.
 */

import {
  type ChangeEvent,
  lazy,
  type Ref,
  Suspense,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import type { SpaceTime } from '#/scenarios';
import { Button, ButtonRow, Notice, Select, TextField, UploadIcon } from '#/ui';
import type { Desk } from '../document/desk';
import { drawnOf } from '../document/drawn';
import { drawnOfLink, isLink } from './link';
import styles from './OpenPanel.module.css';
import type { Opened, Refused } from './read-text';

/** Nothing that one would look at on a page is longer. */
const MOST_BYTES = 20_000_000;

/** What shows logs with clocks is fetched when there is one. */
const SpaceTimeView = lazy(async () => {
  const { SpaceTimeView: view } = await import('../space-time/SpaceTimeView');
  return { default: view };
});

export interface OpenHandle {
  /** Opens a file that was dropped on the page. */
  take(file: File): void;
}

export interface OpenPanelProps {
  desk: Desk;
  /** The end of the address, from `#`; empty on the first render. */
  hash: string;
  ref: Ref<OpenHandle>;
}

export function OpenPanel({ desk, hash, ref }: OpenPanelProps) {
  const [pasted, setPasted] = useState('');
  const [wrong, setWrong] = useState<(Refused & { from: string }) | string | null>(null);
  const [said, say] = useState('');
  const [found, setFound] = useState<{ from: string; all: readonly Opened[]; shown: number } | null>(null);
  const [logs, setLogs] = useState<{ from: string; all: readonly SpaceTime[]; shown: number } | null>(null);
  const chooser = useRef<HTMLInputElement>(null);

  function show(opened: Opened | undefined): void {
    if (!opened) return;
    desk.open(drawnOf(opened.history, opened.object));
    const { length } = opened.history.operations;
    say(
      `${opened.history.name}: ${length} ${length === 1 ? 'operation' : 'operations'} on the tape. Undo brings back what was there.`,
    );
  }

  async function open(text: string, from: string, name: string): Promise<void> {
    // What reads files is fetched when there is one to read.
    const { readText } = await import('./read-text');
    const read = readText(text, name);
    say('');
    setFound(null);
    if (!read.ok) return setWrong({ ...read, from });
    setWrong(null);
    if ('executions' in read) return setLogs({ from, all: read.executions, shown: 0 });
    setFound(read.histories.length > 1 ? { from, all: read.histories, shown: 0 } : null);
    show(read.histories[0]);
  }

  async function take(file: File): Promise<void> {
    try {
      if (file.size > MOST_BYTES) throw new Error('it is larger than any history this page could show');
      await open(await file.text(), file.name, file.name.replace(/\.[^.]*$/, '') || 'history');
    } catch (error) {
      setFound(null);
      setWrong(`${file.name} could not be read: ${error instanceof Error ? error.message : String(error)}.`);
    }
  }
  useEffect(() => {
    if (!isLink(hash)) return;
    void drawnOfLink(hash).then((read) => {
      if ('wrong' in read) return setWrong(read.wrong);
      desk.open(read.drawn, 'to look at');
      // Or the next visit to this address would put the link in place of what was made of it.
      window.history.replaceState(
        window.history.state,
        '',
        window.location.pathname + window.location.search,
      );
      setWrong(null);
      say(`${read.drawn.name}, from a link. Undo brings back what was there.`);
    });
  }, [hash, desk]);

  useImperativeHandle(ref, () => ({ take: (file) => void take(file) }));

  function choose(event: ChangeEvent<HTMLInputElement>): void {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file) void take(file);
  }

  return (
    <div className={styles.open} data-part="open">
      <form
        className={styles.paste}
        onSubmit={(event) => {
          event.preventDefault();
          void open(pasted, 'What was pasted', 'pasted history');
        }}
      >
        <TextField
          label="Paste a history"
          hint="The lab’s own JSON, Jepsen or Knossos EDN, the log of a Jepsen run, or a log with vector clocks as ShiViz reads it. A file can also be dropped anywhere on this page."
          rows={4}
          mono
          spellCheck={false}
          value={pasted}
          onChange={setPasted}
        />
        <ButtonRow label="Open">
          <Button type="submit" unavailable={pasted.trim() === ''}>
            Open what is pasted
          </Button>
          <Button icon={<UploadIcon size={18} />} onClick={() => chooser.current?.click()}>
            Open a file
          </Button>
          <input
            ref={chooser}
            type="file"
            hidden
            data-part="file"
            accept=".json,.edn,.log,.txt,application/json,text/plain"
            onChange={choose}
          />
        </ButtonRow>
      </form>
      {wrong && (
        <Notice tone="error" title="That is no history the lab can read" live="assertive">
          {typeof wrong === 'string' ? (
            <p>{wrong}</p>
          ) : (
            <>
              <p>
                {wrong.from}, line {wrong.line}, column {wrong.column}: {wrong.reason} The drawing is as it
                was.
              </p>
              {wrong.excerpt.text.trim() !== '' && (
                <pre className={styles.excerpt} aria-hidden="true">
                  {`${wrong.excerpt.text}\n${' '.repeat(wrong.excerpt.at)}^`}
                </pre>
              )}
            </>
          )}
        </Notice>
      )}
      {found && (
        <Select
          label={`Histories in ${found.from}`}
          value={String(found.shown)}
          options={found.all.map(({ history }, index) => ({
            value: String(index),
            label: `${history.name} (${history.operations.length})`,
          }))}
          onChange={(value) => {
            const shown = Number(value);
            setFound({ ...found, shown });
            show(found.all[shown]);
          }}
        />
      )}
      {logs && (
        <>
          {logs.all.length > 1 && (
            <Select
              label={`Executions in ${logs.from}`}
              value={String(logs.shown)}
              options={logs.all.map(({ name }, index) => ({
                value: String(index),
                label: name || `${index + 1}`,
              }))}
              onChange={(value) => setLogs({ ...logs, shown: Number(value) })}
            />
          )}
          <Suspense fallback={<p>Drawing the log.</p>}>
            {logs.all[logs.shown] && (
              <SpaceTimeView
                key={`${logs.from} ${logs.shown}`}
                log={logs.all[logs.shown] as SpaceTime}
                title={logs.all[logs.shown]?.name || logs.from}
              />
            )}
          </Suspense>
          <ButtonRow label="The log">
            <Button onClick={() => setLogs(null)}>Close the log</Button>
          </ButtonRow>
        </>
      )}
      <p role="status" className={styles.said}>
        {said}
      </p>
    </div>
  );
}
