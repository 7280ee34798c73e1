/** What can be done to the drawing as a whole, and to which object it is about. */

import { type ObjectName, objectNames } from '#/scenarios';
import { Button, ButtonRow, PlusIcon, RedoIcon, Select, UndoIcon } from '#/ui';
import type { Desk } from './document/desk';
import { operationOf } from './document/drawn';
import { add, addProcess, removeProcess, setInitial, setObject, spaceEvenly } from './document/edits';
import { Typed } from './document/OperationForm';
import { objectTitles } from './document/objects';
import { useDeskState } from './document/use-desk';
import { typedValue, valueText } from './document/values';
import styles from './HistoryLab.module.css';

export function Toolbar({ desk, step }: { desk: Desk; step: number }) {
  const drawn = useDeskState(desk, (state) => state.drawn);
  const selected = useDeskState(desk, (state) => state.selected);
  const undoable = useDeskState(desk, (state) => state.past.length > 0);
  const redoable = useDeskState(desk, (state) => state.future.length > 0);
  const own = operationOf(drawn, selected)?.process;
  // Beside what is selected, else wherever there is still room.
  const process = [...(own === undefined ? [] : [own]), ...drawn.processes].find((each) =>
    add(drawn, each, step),
  );
  const idle = drawn.processes.filter((each) => !drawn.operations.some((op) => op.process === each)).at(-1);

  function addOperation(): void {
    const added = process === undefined ? null : add(drawn, process, step);
    if (added) desk.edit(() => added.drawn, added.id);
  }

  return (
    <div className={styles.toolbar}>
      <div className={styles.about}>
        <Select
          label="Object"
          value={drawn.object}
          options={objectNames.map((value: ObjectName) => ({ value, label: objectTitles[value] }))}
          onChange={(object) => desk.edit((d) => setObject(d, object))}
        />
        <Typed
          desk={desk}
          label="Holds at first"
          hint="Leave it blank for nothing."
          text={valueText(drawn.initial)}
          onText={(text) => {
            desk.edit((d) => setInitial(d, typedValue(text)));
            return null;
          }}
        />
      </div>
      <ButtonRow label="Change the drawing">
        <Button icon={<PlusIcon size={18} />} unavailable={process === undefined} onClick={addOperation}>
          Add operation
        </Button>
        <Button onClick={() => desk.edit((d) => addProcess(d)?.drawn ?? d)}>Add process</Button>
        {idle !== undefined && (
          <Button onClick={() => desk.edit((d) => removeProcess(d, idle))}>Remove {idle}</Button>
        )}
        <Button icon={<UndoIcon size={18} />} unavailable={!undoable} onClick={desk.undo}>
          Undo
        </Button>
        <Button icon={<RedoIcon size={18} />} unavailable={!redoable} onClick={desk.redo}>
          Redo
        </Button>
        <Button variant="quiet" onClick={() => desk.edit(spaceEvenly)}>
          Space evenly
        </Button>
        <Button
          variant="quiet"
          onClick={() =>
            desk.open({
              name: 'my history',
              object: drawn.object,
              initial: drawn.initial,
              processes: ['C1', 'C2', 'C3'],
              operations: [],
            })
          }
        >
          Start anew
        </Button>
      </ButtonRow>
    </div>
  );
}
