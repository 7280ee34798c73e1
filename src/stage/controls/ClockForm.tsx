/** A node's clock by form: its offset and drift as they stand, and by how much to step or slew it. */

import { useState } from 'react';
import type { NodeView } from '#/scenarios';
import { Button, ButtonRow, NumberField } from '#/ui';
import { useRun } from '../run';
import { nodeName, skewText } from '../words';
import css from './ClockForm.module.css';

/** How far a form goes either way: two minutes, and a tenth of a clock's speed. */
const MOST_MS = 120_000;
const MOST_PPM = 100_000;

/** Bends by so much at first that it can be watched. */
const SLEW_PPM = 50_000;

export function ClockForm({ node }: { node: NodeView }) {
  const run = useRun();
  const [byMs, setByMs] = useState(-100);
  const [slewPpm, setSlewPpm] = useState(SLEW_PPM);
  const name = nodeName(run.scenario, node.id);
  const us = Math.round(byMs * 1000);
  return (
    <fieldset className={css.form}>
      <legend className={css.legend}>The clock of {name}</legend>
      <div className={css.fields}>
        <NumberField
          label="Offset"
          unit="ms"
          value={node.offsetUs / 1000}
          min={-MOST_MS}
          max={MOST_MS}
          onCommit={(ms) => run.act({ verb: 'clock', node: node.id, offsetUs: Math.round(ms * 1000) })}
        />
        <NumberField
          label="Drift"
          unit="ppm"
          value={node.driftPpm}
          min={-MOST_PPM}
          max={MOST_PPM}
          onCommit={(driftPpm) => run.act({ verb: 'clock', node: node.id, driftPpm: Math.round(driftPpm) })}
        />
        <NumberField
          label="Move it by"
          unit="ms"
          value={byMs}
          min={-MOST_MS}
          max={MOST_MS}
          onCommit={setByMs}
        />
        <NumberField
          label="Slew at"
          unit="ppm"
          value={slewPpm}
          min={1}
          max={500_000}
          onCommit={(ppm) => setSlewPpm(Math.round(ppm))}
        />
      </div>
      <ButtonRow label={`Move the clock of ${name}`}>
        <Button unavailable={us === 0} onClick={() => run.act({ verb: 'clock', node: node.id, stepUs: us })}>
          Step by {skewText(us)}
        </Button>
        <Button
          unavailable={us === 0}
          onClick={() => run.act({ verb: 'clock', node: node.id, slewUs: us, slewPpm })}
        >
          Slew by {skewText(us)}
        </Button>
      </ButtonRow>
    </fieldset>
  );
}
