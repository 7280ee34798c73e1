// Sixty simulated seconds of `cascading`, computed in a worker thread as the page's worker computes them, in a process of
// its own: how long the thread was at it, and what the process came to need above what it needed before. Beside it, in
// the same thread, the bare loop takes as many events. Run by itself, it prints a line.
import { fileURLToPath } from 'node:url';
import { getHeapStatistics } from 'node:v8';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { loadProtocol, scenarioLoaders, scenario as schema } from '#/scenarios';
import type { Told } from '../../src/player/whole-run/asked';
import { serve } from '../../src/player/whole-run/serve';
import { bareLoop } from './bare-loop';

const ROUNDS = 3;

export interface LoadRun {
  /** Of each round, in seconds: on the wall, and those in which a core was at it, its collector's among them. */
  readonly seconds: readonly number[];
  readonly busy: readonly number[];
  readonly bare: readonly number[];
  readonly events: number;
  readonly calls: number;
  /** Megabytes of heap that were alive after collections, at most, above those before the run. */
  readonly heapMb: number;
  /** Megabytes by which the process grew during the first run. */
  readonly grownMb: number;
}

const megabytes = (bytes: number): number => bytes / 2 ** 20;
const mostResident = (): number => process.resourceUsage().maxRSS / 1024;

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function measure(): Promise<LoadRun> {
  const scenario = schema.parse(await scenarioLoaders.cascading());
  await loadProtocol(scenario.protocol);
  const [seconds, busy, bare]: [number[], number[], number[]] = [[], [], []];
  let [events, calls, heapMb, grownMb] = [0, 0, 0, 0];
  const alive = (): number => {
    globalThis.gc?.();
    return megabytes(getHeapStatistics().used_heap_size);
  };
  const hear = (told: Told): void => {
    if (told.is === 'failed') throw new Error(told.why);
    if (told.is !== 'done') return;
    events = told.run.view.index;
    calls = told.run.metrics?.stretches.reduce((sum, { nodes }) => sum + sumOf(nodes), 0) ?? 0;
  };
  const once = async (): Promise<void> => {
    const began = process.cpuUsage();
    seconds.push(await timed(() => serve({ scenario }, hear)));
    const { user, system } = process.cpuUsage(began);
    busy.push((user + system) / 1_000_000);
  };
  const before = alive();
  const resident = process.memoryUsage().rss / 2 ** 20;
  await once();
  grownMb = mostResident() - resident;
  // Once more, collecting as it goes: what is left after a collection is what the run needs.
  await serve({ scenario }, (told) => {
    hear(told);
    heapMb = Math.max(heapMb, alive() - before);
  });
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await timed(() => bareLoop(events, 200)));
    if (round > 0) await once();
  }
  return { seconds, busy, bare, events, calls, heapMb, grownMb };
}

const sumOf = (nodes: Readonly<Record<string, { readonly called: number }>>): number =>
  Object.values(nodes).reduce((sum, { called }) => sum + called, 0);

if (!isMainThread) parentPort?.postMessage(await measure());
else if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // A thread does not take over from its process how TypeScript is read.
  const program = `require('tsx/esm/api').register(); import(${JSON.stringify(import.meta.url)});`;
  const worker = new Worker(program, { eval: true });
  worker.on('message', (run: LoadRun) => {
    process.stdout.write(JSON.stringify(run));
    void worker.terminate();
  });
  worker.on('error', (error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
