/** Light, dark, or as the system says. Only the control: applying and remembering the choice is the page's work. */
import type { ReactNode } from 'react';
import { MoonIcon, SunIcon, SystemIcon } from '../icons';
import { VisuallyHidden } from '../reading/VisuallyHidden';
import { RadioGroup } from './RadioGroup';

export type ThemeChoice = 'system' | 'light' | 'dark';

export interface ThemeSwitchProps {
  value: ThemeChoice;
  onChange: (choice: ThemeChoice) => void;
}

const options = [
  { value: 'system', label: named(<SystemIcon />, 'As the system') },
  { value: 'light', label: named(<SunIcon />, 'Light') },
  { value: 'dark', label: named(<MoonIcon />, 'Dark') },
] as const;

export function ThemeSwitch({ value, onChange }: ThemeSwitchProps) {
  return (
    <RadioGroup
      legend="Theme"
      legendHidden
      variant="segmented"
      value={value}
      options={options}
      onChange={onChange}
    />
  );
}

function named(icon: ReactNode, words: string) {
  return (
    <>
      {icon}
      <VisuallyHidden>{words}</VisuallyHidden>
    </>
  );
}
