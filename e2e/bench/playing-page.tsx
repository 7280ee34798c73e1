// The page of the benchmark of playing: four tiers under two thousand calls a second, in the figure of a lesson with
// all it has; with `?idle`, a loop that does nothing at all. `?from=` is where it opens, in seconds. No part of the lab.
import { createRoot } from 'react-dom/client';
import { frames, knobsOf, Player } from '#/player';
import { loadProtocol, type Scenario, scenarioLoaders, scenario as schema } from '#/scenarios';
import { Figure } from '#/stage';
import '#/ui/global.css';

declare global {
  interface Window {
    playing: {
      play(): void;
      pause(): void;
      seek(seconds: number): void;
      /** Whether it is still on its way to where it was sent. */
      onItsWay(): boolean;
      at(): number;
      events(): number;
      /** Asks for every frame from now on, so that all of them are noted. */
      askForFrames(): void;
    };
  }
}

const asked = new URLSearchParams(location.search);
const root = document.getElementById('root') as HTMLElement;

async function cascade(): Promise<void> {
  const load = scenarioLoaders.cascading as () => Promise<unknown>;
  const scenario = schema.parse(await load()) as Scenario;
  const module = await loadProtocol(scenario.protocol);
  const opening = { atUs: Number(asked.get('from') ?? 0) * 1_000_000 };
  const player = new Player({ scenario, module, opening, ticker: frames });
  await player.measuring();
  createRoot(root).render(<Figure run={player} knobs={() => knobsOf(player)} size="lesson" />);
  window.playing = {
    play: () => player.play(),
    pause: () => player.pause(),
    seek: (seconds) => player.seek(seconds * 1_000_000),
    onItsWay: () => player.store.getState().towards !== null,
    at: () => player.now() / 1_000_000,
    events: () => player.store.getState().index,
    askForFrames: idle,
  };
}

function idle(): void {
  requestAnimationFrame(idle);
}

function nothing(): void {
  window.playing = {
    play: idle,
    pause: () => {},
    seek: () => {},
    onItsWay: () => false,
    at: () => 0,
    events: () => 0,
    askForFrames: idle,
  };
}

if (asked.has('idle')) nothing();
else void cascade();
