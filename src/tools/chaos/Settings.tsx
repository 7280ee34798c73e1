/** What to search: a scenario, a version of its protocol that may be wrong, a promise, how long, and from which seed. */

import { type ProtocolModule, type Scenario, searchedProperties } from '#/scenarios';
import { NumberField, Select } from '#/ui';
import styles from './Chaos.module.css';
import { promiseOf } from './promises';

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
export const protocolName = (name: string): string => name.charAt(0).toUpperCase() + words(name).slice(1);

/** What is asked when nobody says which. */
const usual = (scenario: Scenario, module: ProtocolModule, mutant: string): readonly string[] =>
  searchedProperties(scenario, module, mutant === RIGHT ? undefined : mutant);

export function Settings({ scenario, module, scenarios, asked, onScenario, onAsked }: SettingsProps) {
  const change = (some: Partial<Asked>) => onAsked({ ...asked, ...some });
  const mutants = module.choices.mutant ?? [];
  const all = usual(scenario, module, asked.mutant);
  const named = (name: string) => promiseOf(module, name).name;
  const only = all.length === 1 ? all[0] : undefined;
  const chosen = asked.property === '' ? only : asked.property;
  return (
    <div className={styles.settings}>
      <Select
        label="System"
        value={scenario.name}
        options={scenarios.map(({ name, protocol, title }) => ({
          value: name,
          label: title,
          group: protocolName(protocol),
        }))}
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
          onChange={(mutant) => change({ mutant, property: '' })}
        />
      )}
      <Select
        label="Promise"
        value={asked.property}
        options={[
          { value: '', label: only === undefined ? `all it promises (${all.length})` : named(only) },
          ...Object.keys(module.properties)
            .filter((name) => name !== only)
            .map((name) => ({ value: name, label: named(name) })),
        ]}
        hint={chosen === undefined ? all.map(named).join(', ') : promiseOf(module, chosen).words}
        onChange={(name) => change({ property: name })}
      />
      <Select
        label="Schedules at most"
        value={String(asked.schedules)}
        options={BUDGETS.map((n) => ({ value: String(n), label: n.toLocaleString('en-GB') }))}
        hint="A schedule is one run in one storm."
        onChange={(n) => change({ schedules: Number(n) })}
      />
      <NumberField
        label="Seed"
        value={asked.seed}
        min={0}
        max={4_294_967_295}
        hint="Another seed, other storms."
        onCommit={(seed) => change({ seed })}
      />
    </div>
  );
}
