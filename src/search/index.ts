/** Search: looks through the schedules of a world for one that reaches, or breaks, something. */

export { type Ends, type Exploration, type ExploreOptions, explore, type Judge } from './explore';
