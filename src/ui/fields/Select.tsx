/** One of several, when they would be too many or too long for radio buttons. The browser's own list. */
import { ChevronDownIcon } from '../icons';
import { Field, type FieldProps } from './Field';
import box from './Field.module.css';
import styles from './Select.module.css';

export interface Choice<V extends string = string> {
  value: V;
  label: string;
  disabled?: boolean | undefined;
  /** Those of one group stand under its name, in the order in which they are given. */
  group?: string | undefined;
}

export interface SelectProps<V extends string> extends FieldProps {
  value: V;
  options: readonly Choice<V>[];
  disabled?: boolean;
  onChange: (value: V) => void;
}

type Group = readonly [name: string | undefined, choices: Choice[]];

function grouped(options: readonly Choice[]): readonly Group[] {
  const groups: Group[] = [];
  for (const option of options) {
    const known = groups.find(([name]) => name === option.group);
    if (known) known[1].push(option);
    else groups.push([option.group, [option]]);
  }
  return groups;
}

const optionOf = ({ disabled, label, value }: Choice) => (
  <option key={value} value={value} disabled={disabled}>
    {label}
  </option>
);

export function Select<V extends string>({
  label,
  hint,
  error,
  value,
  options,
  disabled,
  onChange,
}: SelectProps<V>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <span className={styles.frame}>
          <select
            {...wiring}
            className={`${box.box} ${styles.select}`}
            value={value}
            disabled={disabled}
            onChange={(event) => onChange(event.target.value as V)}
          >
            {grouped(options).map(([group, choices]) =>
              group === undefined ? (
                choices.map(optionOf)
              ) : (
                <optgroup key={group} label={group}>
                  {choices.map(optionOf)}
                </optgroup>
              ),
            )}
          </select>
          <ChevronDownIcon size={16} className={styles.arrow} />
        </span>
      )}
    </Field>
  );
}
