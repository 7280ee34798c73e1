// A page that has `cascading` computed by the worker that any page uses, and takes the time; and the bare loop beside it.
import { computeWholeRun } from '#/player';
import { scenarioLoaders, scenario as schema } from '#/scenarios';
import { bareLoop } from './bare-loop';

export interface Computed {
  readonly seconds: number;
  readonly events: number;
  readonly progress: number;
  readonly digest: number;
}

declare global {
  interface Window {
    load: { compute(): Promise<Computed>; bare(events: number): number };
  }
}

window.load = {
  async compute() {
    const scenario = schema.parse(await scenarioLoaders.cascading());
    let progress = 0;
    const began = performance.now();
    const { view } = await computeWholeRun({ scenario, onProgress: () => progress++ });
    const seconds = (performance.now() - began) / 1000;
    return { seconds, events: view.index, progress, digest: view.digest };
  },
  bare(events) {
    const began = performance.now();
    const { length } = bareLoop(events, 200);
    return length > 0 ? (performance.now() - began) / 1000 : Number.NaN;
  },
};
