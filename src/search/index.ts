/** Search: looks through the schedules of a world for one that reaches, or breaks, something. */

export {
  type Exploration,
  type ExploreOptions,
  explore,
  exploring,
  type Judge,
  type SoFar,
} from './explore';
export type { Goal, Reach } from './goals';
export type { Grounds } from './grounds';
export { type Caught, type Hunted, type HuntOptions, hunt, type Progress } from './hunt';
export type { Symmetry } from './orbits';
export type { CommandStep, Promised } from './ordeal';
export type { Trial } from './shrink';
export type { Ends } from './tally';
