/**
 * A look inside whatever is selected. In a wide window it stands open beside or below the picture; in a narrow
 * one it is a line with a button, and the rest rises from the lower edge.
 */

import { useState } from 'react';
import type { Scenario, View } from '#/scenarios';
import { BottomSheet, Button, cx } from '#/ui';
import { useView } from '../controls/use-view';
import { useRun, useRunState } from '../run';
import { EntryPanel } from './EntryPanel';
import css from './Inspector.module.css';
import { LinkPanel } from './LinkPanel';
import { MessagePanel } from './MessagePanel';
import { NodePanel } from './NodePanel';
import { type Subject, subjectName, subjectOf, subjectWords } from './subject';

export interface InspectorProps {
  className?: string | undefined;
}

function Panel({ subject, view }: { subject: Subject; view: View }) {
  switch (subject.on) {
    case 'node':
      return <NodePanel key={subject.node.id} node={subject.node} view={view} />;
    case 'link':
      return <LinkPanel a={subject.a} b={subject.b} view={view} />;
    case 'message':
      return <MessagePanel message={subject.message} />;
    case 'entry':
      return <EntryPanel entry={subject.entry} />;
  }
}

function Summary({ subject, scenario, open }: { subject: Subject; scenario: Scenario; open: () => void }) {
  const words = subjectWords(subject);
  return (
    <div className={css.summary}>
      <p>
        <b>{subjectName(subject, scenario)}</b>
        {words && `: ${words}`}
      </p>
      <Button aria-haspopup="dialog" onClick={open}>
        Look inside
      </Button>
    </div>
  );
}

export function Inspector({ className }: InspectorProps) {
  const run = useRun();
  const view = useView();
  const selection = useRunState((s) => s.selection);
  const [sheet, setSheet] = useState(false);
  const subject = subjectOf(selection, view, run.trace());
  const { scenario } = run;
  if (!subject) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a page with several figures would have as many landmarks of one name.
      <section role="group" className={cx(css.inspector, className)} aria-label="Inspector">
        <p className={css.hint}>Choose a node, a link or a message to look inside it.</p>
      </section>
    );
  }
  const name = subjectName(subject, scenario);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a page with several figures would have as many landmarks of one name.
    <section role="group" className={cx(css.inspector, className)} aria-label={`Inspector: ${name}`}>
      <div className={css.wide}>
        <p className={css.title}>{name}</p>
        <Panel subject={subject} view={view} />
      </div>
      <Summary subject={subject} scenario={scenario} open={() => setSheet(true)} />
      <BottomSheet open={sheet} onClose={() => setSheet(false)} title={name}>
        <div className={css.panel}>
          <Panel subject={subject} view={view} />
        </div>
      </BottomSheet>
    </section>
  );
}
