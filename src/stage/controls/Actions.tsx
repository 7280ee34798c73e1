/** What a scenario offers with one press. The obvious action comes first and looks it. */

import type { Action } from '#/scenarios';
import { Button, ButtonRow } from '#/ui';
import { useRun } from '../run';

export interface ActionsProps {
  /** Those of the scenario unless told. */
  actions?: readonly Action[] | undefined;
}

export function Actions({ actions }: ActionsProps) {
  const run = useRun();
  const given = actions ?? run.scenario.actions;
  const sorted = [...given.filter((a) => a.primary), ...given.filter((a) => !a.primary)];
  if (sorted.length === 0) return null;
  return (
    <ButtonRow label="Things to do">
      {sorted.map((action, i) => (
        <Button
          key={action.id}
          variant={action.primary && i === 0 ? 'primary' : 'plain'}
          onClick={() => run.act(action.command as Parameters<typeof run.act>[0])}
        >
          {action.label}
        </Button>
      ))}
    </ButtonRow>
  );
}
