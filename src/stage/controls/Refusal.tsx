/** Why the last thing asked for had no effect. The region is always there, so that what appears in it is spoken. */

import { Notice } from '#/ui';
import { useRunState } from '../run';
import css from './Interventions.module.css';

export function Refusal() {
  const refused = useRunState((s) => s.refused);
  return (
    <div role="status" className={refused === null ? undefined : css.refusal}>
      {refused !== null && (
        <Notice tone="warning" title="Nothing was done">
          <p>{refused}</p>
        </Notice>
      )}
    </div>
  );
}
