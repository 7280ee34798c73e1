/**
 * The drawing once more, for a narrow screen: a server does not know how wide the picture will be, so it writes both,
 * and the style sheet shows the one that fits. Once script has measured, this one goes.
 */

import type { Scenario } from '#/scenarios';
import { layoutOf, SLIM_WIDTH } from './layout';
import css from './Network.module.css';
import { Picture, type PictureProps } from './Picture';
import { spotPlaces } from './spot-places';

export interface SlimPictureProps extends Omit<PictureProps, 'layout' | 'handles'> {
  scenario: Scenario;
  /** Whether links can be taken hold of. */
  handled: boolean;
}

export function SlimPicture({ scenario, handled, ...rest }: SlimPictureProps) {
  const layout = layoutOf(scenario, SLIM_WIDTH);
  const handles = handled ? spotPlaces(layout, []).links : [];
  return <Picture {...rest} layout={layout} handles={handles} className={css.slim} />;
}
