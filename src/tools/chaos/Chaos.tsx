/**
 * Chaos search: pick a system, right or wrong, and a promise; storms are tried until one breaks it, and what broke it
 * is made small, to be played, taken apart and sent.
 */

import { useMachine } from '@xstate/react';
import { useState } from 'react';
import {
  type Catalogue,
  loadProtocol,
  type ProtocolModule,
  type Scenario,
  searchedProperties,
} from '#/scenarios';
import { Button, ButtonRow, Notice } from '#/ui';
import { Belief } from './Belief';
import styles from './Chaos.module.css';
import { ChaseLine } from './ChaseLine';
import { type ChaseMode, chase } from './chase';
import { EverySchedule } from './EverySchedule';
import { Found } from './Found';
import type { Question } from './question';
import { type Asked, protocolName, RIGHT, Settings } from './Settings';

interface System {
  readonly scenario: Scenario;
  readonly module: ProtocolModule;
}

export interface ChaosProps {
  /** What the page is prerendered with. */
  first: System;
  catalogue: Catalogue;
  /** The lab's address. */
  lab: string;
}

const USUAL: Asked = { mutant: RIGHT, property: '', schedules: 1_000, seed: 1 };

/** A system that has wrong versions begins with one, best with one that shows in it: there is something to find. */
function beginning({ choices, mutants }: ProtocolModule, scenario: Scenario): Asked {
  const wrong = (choices.mutant ?? []).filter((name) => name !== RIGHT);
  const here = wrong.find((name) => mutants?.[name]?.hunt?.scenario === scenario.name);
  return { ...USUAL, mutant: here ?? wrong[0] ?? RIGHT };
}

function questionOf({ module, scenario }: System, { mutant, property, schedules, seed }: Asked): Question {
  const { params, scenario: home } = module.mutants?.[mutant]?.hunt ?? {};
  return {
    scenario,
    options: {
      schedules,
      seed,
      ...(mutant === RIGHT ? {} : { mutant }),
      ...(params && home === scenario.name ? { variant: { params } } : {}),
      ...(property === '' ? {} : { properties: [property] }),
    },
  };
}

export function Chaos({ first, catalogue, lab }: ChaosProps) {
  const [{ module, scenario }, setSystem] = useState(first);
  const [asked, setAsked] = useState<Asked>(() => beginning(first.module, first.scenario));
  const [at, send] = useMachine(chase, { input: {} });
  const mode = at.value as ChaseMode;
  const { onPage, progress, question, reason, searched, sizes } = at.context;
  const searching = mode === 'searching';
  const mutant = asked.mutant === RIGHT ? undefined : asked.mutant;
  const promises = asked.property !== '' || searchedProperties(scenario, module, mutant).length > 0;

  async function choose(name: string): Promise<void> {
    const chosen = catalogue.scenarios[name];
    if (!chosen) return;
    const loaded = await loadProtocol(chosen.protocol);
    setSystem({ scenario: chosen, module: loaded });
    setAsked(beginning(loaded, chosen));
    send({ type: 'CLEAR' });
  }

  function change(next: Asked): void {
    // A mistake is looked for where it shows soon; whoever wants it elsewhere chooses the system after it.
    const home = module.mutants?.[next.mutant]?.hunt?.scenario;
    const small = next.mutant === asked.mutant ? undefined : catalogue.scenarios[home ?? ''];
    if (small) setSystem({ scenario: small, module });
    setAsked(next);
    send({ type: 'CLEAR' });
  }

  function search(seed = asked.seed): void {
    const now = { ...asked, seed };
    setAsked(now);
    send({ type: 'SEARCH', question: questionOf({ scenario, module }, now) });
  }

  const found = searched?.found;
  return (
    <div className={styles.chaos}>
      <section className={styles.asking} aria-labelledby="asking-title" data-part="asking">
        <h2 id="asking-title" className="visually-hidden">
          What to search
        </h2>
        <Settings
          scenario={scenario}
          module={module}
          scenarios={Object.values(catalogue.scenarios)}
          asked={asked}
          onScenario={(name) => void choose(name)}
          onAsked={change}
        />
        <div className={styles.about}>
          <p className={styles.summary}>
            <strong>{protocolName(scenario.protocol)}.</strong> {scenario.summary}
          </p>
          <Belief module={module} mutant={asked.mutant} />
        </div>
        {promises ? (
          <ButtonRow label="Search">
            {/* One and the same button, so that it keeps the focus. */}
            <Button
              variant={searching ? 'plain' : 'primary'}
              onClick={() => (searching ? send({ type: 'STOP' }) : search())}
            >
              {searching ? 'Stop' : 'Search for a run that breaks it'}
            </Button>
            {mode === 'nothing' && (
              <Button onClick={() => search(asked.seed + 1)}>
                Search others, from seed {asked.seed + 1}
              </Button>
            )}
          </ButtonRow>
        ) : (
          <Notice title="Nothing to break">This system promises nothing that a search could ask.</Notice>
        )}
        <ChaseLine
          mode={mode}
          question={question}
          progress={progress}
          searched={searched}
          onPage={onPage}
          reason={reason}
          sizes={sizes}
        />
        {mode === 'nothing' && mutant !== undefined && (
          <p className={styles.hope}>
            What is wrong is there all the same: it takes a storm that was not among these. Try other seeds,
            or more schedules.
          </p>
        )}
      </section>
      {found && (
        <Found
          key={found.payload.digest}
          scenario={scenario}
          module={module}
          found={found}
          belief={mutant === undefined ? undefined : module.mutants?.[mutant]?.belief}
          lab={lab}
        />
      )}
      {scenario.explore && (
        <EverySchedule
          key={`${scenario.name} ${asked.mutant} ${asked.property}`}
          scenario={scenario}
          module={module}
          question={{
            scenario,
            ...(mutant === undefined ? {} : { mutant }),
            ...(asked.property === '' ? {} : { property: asked.property }),
          }}
        />
      )}
    </div>
  );
}
