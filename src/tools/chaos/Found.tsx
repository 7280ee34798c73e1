/**
 * What was found: the smallest run that breaks the promise, who breaks it and by what, what was done to the run, the
 * steps that led there, and the figure that plays it.
 */

import { useEffect, useRef, useState } from 'react';
import type { Player } from '#/player';
import type { Counterexample, ProtocolModule, Scenario } from '#/scenarios';
import { timeText } from '#/stage';
import { Button, ButtonLink, CopyButton, LinkIcon } from '#/ui';
import { Bench } from '../sandbox/Bench';
import styles from './Found.module.css';
import { promiseOf } from './promises';
import { Done, Past } from './Story';

interface FoundProps {
  scenario: Scenario;
  module: ProtocolModule;
  found: Counterexample;
  /** What people think who build it so, where it is wrong on purpose. */
  belief: string | undefined;
  /** The lab's address, to which a run can be added. */
  lab: string;
}

export function Found({ scenario, module, found, belief, lab }: FoundProps) {
  const { at, explains, index, link, moment, property, steps, variant, payload } = found;
  const [player, setPlayer] = useState<Player | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const figure = useRef<HTMLDivElement>(null);
  // Whoever waited for it is taken to it; whoever went on to something else is not.
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.closest('[data-part=asking]'))
      title.current?.focus();
  }, []);
  const goTo = (event: number, entry?: number): void => {
    player?.pause();
    player?.goTo(0, event);
    player?.select(entry === undefined ? null : { on: 'entry', id: entry });
    figure.current?.scrollIntoView({ block: 'nearest' });
  };
  const promise = promiseOf(module, property);
  const play = { player, scenario, goTo };
  return (
    <section className={styles.found} aria-labelledby="found-title" data-part="found">
      <div className={styles.words}>
        <h2 id="found-title" ref={title} tabIndex={-1}>
          The smallest run that was found
        </h2>
        <div className={styles.verdict} data-part="verdict">
          <p>
            <strong>
              Broken at {timeText(at)}: {promise.name}.
            </strong>{' '}
            {promise.words}
          </p>
          {explains.sentence !== promise.words && <p className={styles.blame}>{explains.sentence}</p>}
          {belief !== undefined && (
            <p className={styles.belief}>It was built by somebody who thinks: “{belief}”</p>
          )}
          <Button onClick={() => goTo(index, moment.entries[0]?.id)}>See the moment it breaks</Button>
        </div>
        <Done found={found} {...play} />
        <Past explains={explains} {...play} />
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
      </div>
      <div ref={figure} className={styles.figure}>
        <Bench
          key={payload.digest}
          scenario={scenario}
          module={module}
          variant={variant}
          steps={steps}
          opening={payload.cursor}
          marks={[at]}
          breaksAt={at}
          size="lesson"
          all
          onPlayer={setPlayer}
        />
      </div>
    </section>
  );
}
