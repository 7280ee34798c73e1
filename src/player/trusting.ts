/**
 * What a run's model leaves out and is held to, for whoever wants to know how far to trust it. Fetched when the first
 * figure is asked. A property that is about the end is asked when the run is over; models of consistency have judges of
 * their own, and are not asked here.
 */

import type { Verb } from '#/kernel';
import { heldTo, knobValue, type Scalar, worldConfig, wrongOnPurpose } from '#/scenarios';
import type { Viewer } from './viewer';

export interface Held {
  readonly name: string;
  /** What it promises, in a sentence. */
  readonly words: string;
  /** At every moment; otherwise at the end. */
  readonly always: boolean;
  /** Whether it holds at the cursor; null where nobody can say, or it is too early to ask. */
  readonly now: boolean | null;
}

type Seen = Pick<Viewer, 'scenario' | 'module' | 'view' | 'operations' | 'store' | 'options'>;

export class Trusting {
  readonly leavesOut: readonly string[];
  readonly assumes: readonly Verb[];

  constructor(private readonly viewer: Seen) {
    const { module, scenario } = viewer;
    this.leavesOut = [...module.leavesOut, ...(scenario.leavesOut ?? [])];
    this.assumes = module.protocol.assumes;
  }

  /** What the scenario promises, also while its protocol is got wrong on purpose. */
  held(): readonly Held[] {
    const { module, options, store } = this.viewer;
    const view = this.viewer.view();
    const { over, index, frontier } = store.getState();
    const atTheEnd = over && index === frontier;
    return heldTo(options.scenario, module).promised.flatMap((name) => {
      const property = module.properties[name];
      if (!property) return [];
      const { words, always = false } = property;
      const ask = name !== 'linearizable' && (always || atTheEnd);
      const now = ask ? answer(() => property.holds(view, always ? [] : this.viewer.operations())) : null;
      return [{ name, words, always, now }];
    });
  }

  /** Whether its protocol is got wrong on purpose at the cursor. */
  wrong(): boolean {
    return wrongOnPurpose(this.viewer.view().params as Readonly<Record<string, Scalar>>);
  }

  /** What is set otherwise at the cursor than the scenario has it at its start: by its knobs, and what has none. */
  changed(): readonly string[] {
    const { module, options } = this.viewer;
    const { scenario } = options;
    const view = this.viewer.view();
    const turned = scenario.knobs.filter((knob) => knobValue(knob, view) !== knob.default);
    const bound = new Set(scenario.knobs.flatMap(({ bind }) => ('param' in bind ? [bind.param] : [])));
    const own: Readonly<Record<string, unknown>> = {
      ...module.protocol.params,
      ...worldConfig(scenario, module).params,
    };
    const others = Object.keys(own).filter((name) => !bound.has(name) && own[name] !== view.params[name]);
    return [...turned.map(({ label }) => label), ...others];
  }
}

/** Null when nobody can say. */
function answer(ask: () => boolean): boolean | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
