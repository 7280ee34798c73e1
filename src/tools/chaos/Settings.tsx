/** What to search: a scenario, a version of its protocol that may be wrong, a promise, how long, and from which seed. */

import { type ProtocolModule, type Scenario, searchedProperties } from '#/scenarios';
import { NumberField, Select } from '#/ui';
import styles from './Chaos.module.css';

export interface Asked {
  readonly mutant: string;
  /** Empty: all that it promises. */
  readonly property: string;
  readonly schedules: number;
  readonly seed: number;
}

export const RIGHT = 'none';
const BUDGETS = [100, 1_000, 5_000, 20_000];

interface SettingsProps {
  scenario: Scenario;
  module: ProtocolModule;
  scenarios: readonly Scenario[];
  asked: Asked;
  onScenario: (name: string) => void;
  onAsked: (asked: Asked) => void;
}

const words = (name: string): string => name.replaceAll('-', ' ');

/** What is asked when nobody says which. */
const usual = (scenario: Scenario, module: ProtocolModule, mutant: string): readonly string[] =>
  searchedProperties(scenario, module, mutant === RIGHT ? undefined : mutant);

export function Settings({ scenario, module, scenarios, asked, onScenario, onAsked }: SettingsProps) {
  const change = (some: Partial<Asked>) => onAsked({ ...asked, ...some });
  const mutants = module.choices.mutant ?? [];
  const all = usual(scenario, module, asked.mutant);
  const properties = Object.keys(module.properties);
  const property = asked.property === '' ? undefined : module.properties[asked.property];
  return (
    <div className={styles.settings}>
      <Select
        label="System"
        value={scenario.name}
        options={scenarios.map(({ name, title }) => ({ value: name, label: title }))}
        onChange={onScenario}
      />
      {mutants.length > 0 && (
        <Select
          label="Built"
          value={asked.mutant}
          options={mutants.map((name) => ({
            value: name,
            label: name === RIGHT ? 'as it should be' : `wrong: ${words(name)}`,
          }))}
          hint={module.mutants?.[asked.mutant]?.belief}
          onChange={(mutant) => change({ mutant, property: '' })}
        />
      )}
      <Select
        label="Promise"
        value={asked.property}
        options={[
          { value: '', label: all.length === 1 ? (all[0] as string) : `all it promises (${all.length})` },
          ...properties
            .filter((name) => all.length !== 1 || name !== all[0])
            .map((name) => ({ value: name, label: name })),
        ]}
        hint={
          property?.words ?? (all.length === 1 ? module.properties[all[0] as string]?.words : all.join(', '))
        }
        onChange={(name) => change({ property: name })}
      />
      <Select
        label="Schedules at most"
        value={String(asked.schedules)}
        options={BUDGETS.map((n) => ({ value: String(n), label: n.toLocaleString('en-GB') }))}
        onChange={(n) => change({ schedules: Number(n) })}
      />
      <NumberField
        label="Seed"
        value={asked.seed}
        min={0}
        max={4_294_967_295}
        onCommit={(seed) => change({ seed })}
      />
    </div>
  );
}
