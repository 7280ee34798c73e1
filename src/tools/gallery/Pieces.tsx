/** Buttons, fields, chips and notices, in the states they have. */

import { useState } from 'react';
import {
  Button,
  ButtonRow,
  Checkbox,
  Chip,
  chipShapes,
  Disclosure,
  hues,
  Notice,
  NumberField,
  PlayIcon,
  RadioGroup,
  Select,
  Slider,
  Switch,
} from '#/ui';
import styles from './Gallery.module.css';

const ROLES = [
  { value: 'once', label: 'Once' },
  { value: 'twice', label: 'Twice' },
];

export function Pieces() {
  const [level, setLevel] = useState(50);
  const [on, setOn] = useState(true);
  const [choice, setChoice] = useState('once');
  return (
    <div className={styles.pieces}>
      <section aria-label="Buttons">
        <h3>Buttons</h3>
        <ButtonRow label="Buttons">
          <Button variant="primary" icon={<PlayIcon />}>
            Play
          </Button>
          <Button>Step</Button>
          <Button variant="quiet">Hint</Button>
          <Button pressed>Pressed</Button>
          <Button unavailable>Not now</Button>
        </ButtonRow>
      </section>
      <section aria-label="Fields">
        <h3>Fields</h3>
        <Slider
          label="Latency, each way"
          value={level}
          min={0}
          max={400}
          step={5}
          defaultValue={50}
          unit="ms"
          valueText={(value) => `${value} milliseconds`}
          onCommit={setLevel}
        />
        <NumberField label="Seed" value={level} min={0} max={400} onCommit={setLevel} />
        <Select label="How often" value={choice} options={ROLES} onChange={setChoice} />
        <RadioGroup legend="How often" value={choice} options={ROLES} onChange={setChoice} />
        <Switch label="Retry" checked={on} onChange={setOn} />
        <Checkbox label="Disk lost" checked={on} onChange={setOn} />
      </section>
      <section aria-label="Chips">
        <h3>Chips</h3>
        <p>
          {chipShapes.map((shape, i) => (
            <span key={shape}>
              <Chip shape={shape} hue={hues[i % hues.length]}>
                {shape}
              </Chip>{' '}
            </span>
          ))}
        </p>
      </section>
      <section aria-label="Notices">
        <h3>Notices</h3>
        <Notice tone="info" title="For your information">
          A branch was made.
        </Notice>
        <Notice tone="warning" title="That run cannot be shown">
          The scenario has changed since this link was made.
        </Notice>
        <Notice tone="error" title="Progress cannot be kept">
          This browser lets the page store nothing.
        </Notice>
        <Notice tone="done">Link copied.</Notice>
        <Disclosure summary="What the model leaves out">One client and one service.</Disclosure>
      </section>
    </div>
  );
}
