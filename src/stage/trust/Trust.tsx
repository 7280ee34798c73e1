/**
 * How far to trust a figure: what its model leaves out, what it is held to, and what the last test run did to it. The
 * numbers are those of the test run, or it says that there was none.
 */

import { useEffect, useState } from 'react';
import { cx } from '#/ui';
import { useRun, useRunState } from '../run';
import { VerdictMark } from '../verdicts/VerdictMark';
import type { HeldNow, TrustFacts, TrustStamp } from './facts';
import { useStampSource } from './stamp';
import styles from './Trust.module.css';
import { exploredText, faultsText, type Said, triedTexts } from './words';

/** `away`: there may be one, and it could not be fetched. */
type Stamped = TrustStamp | null | 'away';

export function Trust() {
  const run = useRun();
  const { load } = useStampSource();
  const [facts, setFacts] = useState<TrustFacts | null>(null);
  const [stamp, setStamp] = useState<Stamped>();
  useEffect(() => {
    let here = true;
    const found = (of: Stamped) => here && setStamp(of);
    run.trust?.().then(
      (known) => here && setFacts(known),
      () => {},
    );
    load().then(found, () => found('away'));
    return () => {
      here = false;
    };
  }, [run, load]);
  if (!facts || stamp === undefined) return <p>Asking …</p>;
  return (
    <div className={styles.place}>
      <dl className={styles.facts}>
        <div>
          <dt>It leaves out</dt>
          <dd>
            <Sentences list={facts.leavesOut} />
          </dd>
        </div>
        <Promises facts={facts} />
        <div>
          <dt>In the last test run</dt>
          <dd>
            <Tested facts={facts} stamp={stamp} />
          </dd>
        </div>
      </dl>
    </div>
  );
}

/** Whether it plays. It is heard of wherever the run comes to rest, and not at every event on the way. */
function usePlaying(): boolean {
  const rest = useRunState(({ branch, index, mode, run }) =>
    mode === 'playing' ? null : `${run} ${branch} ${index}`,
  );
  return rest === null;
}

function Sentences({ list }: { list: readonly (string | Said)[] }) {
  const { lab } = useStampSource();
  return (
    <ul className={styles.list}>
      {list.map((one) => {
        const { text, link }: Said = typeof one === 'string' ? { text: one } : one;
        return (
          <li key={text}>
            {text}
            {link && lab !== null && (
              <>
                {' '}
                <a href={`${lab}${link}`}>Open such a run</a>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Promises({ facts }: { facts: TrustFacts }) {
  const playing = usePlaying();
  const held = facts.held();
  return (
    <div>
      <dt>It is held to</dt>
      <dd>
        <ul className={styles.list}>
          {held.map((one) => (
            <Promised key={one.name} one={playing ? { ...one, now: null } : one} />
          ))}
          {held.length === 0 && <li>Nothing that must be so in every run.</li>}
          {held.length > 0 && (
            <li>This is promised under {faultsText(facts.assumes)}, and under nothing worse.</li>
          )}
          {facts.wrong() && <li>In this run the protocol is got wrong on purpose: any of it may break.</li>}
        </ul>
      </dd>
    </div>
  );
}

function Promised({ one: { always, now, words } }: { one: HeldNow }) {
  const verdict = now === null ? 'none' : now ? 'ok' : 'violated';
  const when = always ? 'at this moment' : 'in this run';
  const said =
    now === null
      ? always
        ? 'Asked when it pauses.'
        : 'Asked at the end of a run.'
      : `${now ? 'Kept' : 'Broken'} ${when}.`;
  return (
    <li className={cx(styles.promise, styles[verdict])}>
      <span className={styles.mark}>
        <VerdictMark verdict={verdict} />
      </span>
      {words} <span className={styles.now}>{said}</span>
    </li>
  );
}

function Tested({ facts, stamp }: { facts: TrustFacts; stamp: Stamped }) {
  const { scenario } = useRun();
  usePlaying();
  const changed = facts.changed().join(', ');
  if (stamp === 'away') return <Sentences list={['The numbers could not be fetched.']} />;
  if (!stamp) return <Sentences list={['Not run: this copy of the lab was built without a test run.']} />;
  const trust = stamp.scenarios.find((one) => one.scenario === scenario.name);
  if (!trust) return <Sentences list={['Not run: this world was not among those that were tried.']} />;
  const said = [...triedTexts(trust), ...(trust.explored ? [exploredText(trust.explored)] : [])];
  return (
    <Sentences
      list={[
        ...(said.length > 0 ? said : ['Nothing was tried, since there is nothing to break.']),
        ...(changed === '' ? [] : [`Set otherwise here than in those runs: ${changed}.`]),
        ...(stamp.commit === null ? [] : [`What was tested: commit ${stamp.commit}.`]),
      ]}
    />
  );
}
