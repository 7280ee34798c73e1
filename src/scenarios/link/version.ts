/** What a link says about who made it. */

/** Counts up whenever the same scenario, seed and steps no longer give the same trace: the golden runs say when. */
export const ENGINE_VERSION = 1;

/** The form of the link itself. */
export const LINK_VERSION = 1;
