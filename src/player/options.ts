/** What a player is made of. */

import type { Step } from '#/kernel';
import type { Beat, Micros, ProtocolModule, Scenario, Variant } from '#/scenarios';
import type { Ticker } from './drive';

export interface PlayerOptions {
  readonly scenario: Scenario;
  /** The scenario as the figure offers it, where that is more than the world is made from. */
  readonly offered?: Scenario;
  readonly module: ProtocolModule;
  readonly variant?: Variant;
  readonly steps?: readonly Step[];
  readonly beats?: readonly Beat[];
  /** Where the figure opens; absent: the scenario's opening. */
  readonly opening?: { readonly atUs: Micros } | { readonly index: number; readonly at?: Micros };
  readonly ticker: Ticker;
  /** How many trace entries are kept at least, once there are more; at most twice as many. */
  readonly keep?: number;
}
