/**
 * Everything about the selected operation, in the browser's own fields. What is typed counts at once; leaving a field
 * makes it one change to undo.
 */

import { type ReactNode, useState } from 'react';
import { isOpen } from '#/scenarios';
import { Button, ButtonRow, NumberField, Select, TextField } from '#/ui';
import type { Desk } from './desk';
import { type Drawn, type DrawnOperation, laneOf } from './drawn';
import { move, remove, retype, settle, stretch, type Told, tell } from './edits';
import styles from './OperationForm.module.css';
import { hasKeys, kindOf, operationKinds } from './objects';
import { txnOf, txnText, typedValue, type Value, valueText } from './values';
import { told } from './words';

export interface OperationFormProps {
  desk: Desk;
  drawn: Drawn;
  op: DrawnOperation;
  step: number;
}

const MOST_KEY = 40;
const MOST_TIME = 1e15;

export function OperationForm({ desk, drawn, op, step }: OperationFormProps) {
  const [wrong, setWrong] = useState<string | null>(null);
  const { object, processes } = drawn;
  const kinds = operationKinds[object].map(({ type }) => type);
  const isLast = laneOf(drawn, op.process).at(-1)?.id === op.id;
  const say = (said: { [K in keyof Told]?: Told[K] | undefined }) => desk.edit((d) => tell(d, op.id, said));
  const earliest = Math.min(0, op.start);

  function change(to: (drawn: Drawn) => Drawn, otherwise: string): void {
    setWrong(desk.edit(to) ? null : otherwise);
  }

  return (
    <form
      className={styles.form}
      aria-label={`The selected operation, ${told(op, object)}`}
      data-part="operation"
      onSubmit={(event) => event.preventDefault()}
    >
      <div className={styles.fields}>
        <Select
          label="Process"
          value={op.process}
          options={processes.map((value) => ({ value, label: value }))}
          onChange={(process) =>
            change(
              (d) => move(d, op.id, op.start, process, step, earliest),
              `There is no room on ${process} for it.`,
            )
          }
        />
        <Select
          label="Operation"
          value={op.type}
          options={[...new Set([...kinds, op.type])].map((value) => ({ value, label: value }))}
          onChange={(type) => change((d) => retype(d, op.id, type), '')}
        />
        {hasKeys(object) && (
          <Typed
            desk={desk}
            label="Key"
            text={op.key ?? ''}
            onText={(text) => {
              const key = text.trim().slice(0, MOST_KEY);
              say({ key: key === '' ? undefined : key });
              return null;
            }}
          />
        )}
        <ValueFields desk={desk} drawn={drawn} op={op} say={say} />
        <NumberField
          label="Start"
          value={op.start}
          min={earliest}
          max={MOST_TIME}
          step={step}
          onCommit={(start) =>
            change(
              (d) => stretch(d, op.id, 'start', start, step, earliest),
              'It cannot begin before what its process did before, nor after its own end.',
            )
          }
        />
        {op.end !== null && (
          <NumberField
            label="End"
            value={op.end}
            min={earliest}
            max={MOST_TIME}
            step={step}
            onCommit={(end) =>
              change(
                (d) => stretch(d, op.id, 'end', end, step, earliest),
                'It cannot end after what its process does next, nor before its own start.',
              )
            }
          />
        )}
        <Select
          label="Outcome"
          value={op.outcome}
          options={[
            { value: 'ok', label: 'answered' },
            { value: 'failed', label: 'failed: it did not happen' },
            { value: 'unknown', label: 'unknown: no answer was seen', disabled: !isLast },
          ]}
          onChange={(outcome) => change((d) => settle(d, op.id, outcome, step), '')}
        />
      </div>
      {wrong && (
        <p role="alert" className={styles.wrong}>
          {wrong}
        </p>
      )}
      <ButtonRow label="This operation">
        <Button onClick={() => desk.edit((d) => remove(d, op.id))}>Delete this operation</Button>
      </ButtonRow>
    </form>
  );
}

interface ValueFieldsProps extends Pick<OperationFormProps, 'desk' | 'drawn' | 'op'> {
  say: (said: { [K in keyof Told]?: Told[K] | undefined }) => void;
}

function ValueFields({ desk, drawn, op, say }: ValueFieldsProps): ReactNode {
  const { value } = kindOf(drawn.object, op.type);
  if (value === 'none' || (value === 'out' && (isOpen(op) || op.outcome === 'failed'))) return null;
  if (value === 'steps') {
    return (
      <Typed
        desk={desk}
        label="Reads and writes"
        hint="Such as: w x 1, r y 2"
        text={txnText(op.value)}
        onText={(text) => {
          const read = txnOf(text);
          if ('wrong' in read) return read.wrong;
          say({ value: read.steps as unknown as Told['value'] });
          return null;
        }}
      />
    );
  }
  if (value === 'pair') {
    const [expected = null, next = null]: readonly Value[] = Array.isArray(op.value)
      ? op.value
      : [op.value ?? null];
    return (
      <>
        <Typed
          desk={desk}
          label="Expected"
          text={valueText(expected)}
          onText={(text) => {
            say({ value: [typedValue(text), next] });
            return null;
          }}
        />
        <Typed
          desk={desk}
          label="New"
          text={valueText(next)}
          onText={(text) => {
            say({ value: [expected, typedValue(text)] });
            return null;
          }}
        />
        <Select
          label="It found"
          value={op.result === false ? 'no' : 'yes'}
          options={[
            { value: 'yes', label: 'what was expected' },
            { value: 'no', label: 'another value' },
          ]}
          onChange={(found) => say({ result: found === 'yes' })}
        />
      </>
    );
  }
  return (
    <Typed
      desk={desk}
      label={value === 'out' ? 'What came back' : 'Value'}
      hint="Leave it blank for nothing."
      text={valueText(op.value)}
      onText={(text) => {
        say({ value: typedValue(text) });
        return null;
      }}
    />
  );
}

interface TypedProps {
  desk: Desk;
  label: string;
  hint?: string;
  text: string;
  /** Takes what is typed; says what is wrong with it, or null. */
  onText: (text: string) => string | null;
}

/** A text that counts while it is typed, and is one change to undo. */
export function Typed({ desk, label, hint, text, onText }: TypedProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    <TextField
      label={label}
      hint={hint}
      error={wrong}
      mono
      spellCheck={false}
      autoComplete="off"
      value={draft ?? text}
      onFocus={() => desk.hold()}
      onChange={(typed) => {
        setDraft(typed);
        setWrong(onText(typed));
      }}
      onBlur={() => {
        desk.letGo();
        setDraft(null);
        setWrong(null);
      }}
    />
  );
}
