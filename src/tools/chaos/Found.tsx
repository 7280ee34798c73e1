/** What was found: the smallest run that breaks the promise, what was done to it, and the figure that plays it. */

import type { Counterexample, ProtocolModule, Scenario } from '#/scenarios';
import { commandWords, sentence, timeText } from '#/stage';
import { ButtonLink, CopyButton, LinkIcon } from '#/ui';
import { Bench } from '../sandbox/Bench';
import styles from './Chaos.module.css';

interface FoundProps {
  scenario: Scenario;
  module: ProtocolModule;
  found: Counterexample;
  /** The lab's address, to which a run can be added. */
  lab: string;
}

const times = (n: number, one: string, many: string): string => (n === 1 ? `one ${one}` : `${n} ${many}`);

/** What was done to it and what is left of that, in a sentence. */
function shrunk({ foundSteps, steps, variant }: Counterexample, scenario: Scenario): string {
  const before = `It was found with ${times(foundSteps, 'thing', 'things')} done to the run`;
  const left = steps.length === 0 ? 'none of them is needed' : `${steps.length} are left`;
  const calls = variant.workload?.length;
  const usual = scenario.workload?.length ?? 0;
  const fewer = calls === undefined ? '' : `, and of ${usual} calls ${calls}`;
  return foundSteps === 0 && calls === undefined
    ? 'Nothing has to be done to the run: it breaks by itself.'
    : `${before}; ${steps.length === 1 ? 'one is left' : left}${fewer}. Without any of these it does not break.`;
}

export function Found({ scenario, module, found, lab }: FoundProps) {
  const { at, link, moment, property, steps, variant, payload } = found;
  const happened = moment.entries.find(({ type }) => type !== 'note');
  const changed = moment.before !== null && moment.before !== moment.after;
  return (
    <section className={styles.found} aria-labelledby="found-title" data-part="found">
      <h2 id="found-title">The smallest run that was found</h2>
      <div className={styles.grounds}>
        <p>{shrunk(found, scenario)}</p>
        {steps.length > 0 && (
          <ol className={styles.steps}>
            {steps.map((step) => (
              <li key={`${step.index} ${step.at}`}>
                <span className={styles.time}>{timeText(step.at)}</span>{' '}
                {commandWords(step.command, scenario)}
              </li>
            ))}
          </ol>
        )}
        <p>
          <strong>Broken at {timeText(at)}:</strong> {module.properties[property]?.words ?? property}
          {happened && <> At that moment: {sentence(happened, scenario)}</>}
          {changed && (
            <>
              {' '}
              Before it the run stood at “{moment.before}”, after it at “{moment.after}”.
            </>
          )}
        </p>
      </div>
      <Bench
        key={payload.digest}
        scenario={scenario}
        module={module}
        variant={variant}
        steps={steps}
        opening={payload.cursor}
        marks={[at]}
        all
      />
      <div className={styles.away}>
        <CopyButton
          icon={<LinkIcon />}
          text={() => link && `${new URL(lab, window.location.href).href}${link}`}
          copied="Link copied. Whoever opens it sees this run at the moment it breaks."
          failed="This run is too long for a link."
        >
          Copy link to this run
        </CopyButton>
        {link && <ButtonLink href={`${lab}${link}`}>Open it in the lab</ButtonLink>}
      </div>
    </section>
  );
}
