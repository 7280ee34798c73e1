// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, describe, expect, test } from 'vitest';
import { Player } from '#/player';
import { loadProtocol, scenarioLoaders, scenario as schema } from '#/scenarios';
import { RunProvider } from '../run';
import { fetchTrust, LaterTrust, TrustStampProvider } from '.';
import type { TrustStamp } from './facts';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const still = { request: () => 0, cancel: () => {} };
const scenario = schema.parse(await scenarioLoaders['two-phase-commit']());
const module = await loadProtocol('two-phase-commit');
const bounds = { maxLost: 0, maxDuplicated: 0, maxCrashes: 0, redelivers: true };
const stamp: TrustStamp = {
  commit: '054c4c1',
  scenarios: [
    {
      scenario: 'two-phase-commit',
      tried: [
        {
          property: 'consistent',
          promised: true,
          schedules: 987,
          brokenBy: null,
          undecided: false,
          link: null,
        },
      ],
      events: 18_644,
      followedUs: null,
      explored: { ...bounds, states: 288, complete: true, properties: ['consistent'], broken: [] },
    },
  ],
};

let unmount = () => {};
afterEach(() => unmount());

async function mounted(load: () => Promise<TrustStamp | null>, player: Player, open = true) {
  const container = document.createElement('div');
  document.body.append(container);
  const root = createRoot(container);
  await act(async () => {
    await fetchTrust();
    root.render(
      <TrustStampProvider value={{ load, lab: '../lab/' }}>
        <RunProvider value={player}>
          <LaterTrust />
        </RunProvider>
      </TrustStampProvider>,
    );
  });
  unmount = () => {
    act(() => root.unmount());
    container.remove();
    unmount = () => {};
  };
  const details = container.querySelector('details') as HTMLDetailsElement;
  await act(async () => {
    details.open = open;
    details.dispatchEvent(new Event('toggle'));
    await player.trust();
  });
  await act(async () => {});
  return details;
}

const playerOf = (changes: Partial<ConstructorParameters<typeof Player>[0]> = {}) =>
  new Player({ scenario, module, ticker: still, ...changes });

describe('the panel', () => {
  test('says what is left out, what is promised, and the numbers of the test run', async () => {
    const text = (await mounted(async () => stamp, playerOf())).textContent ?? '';
    for (const sentence of module.leavesOut) expect(text).toContain(sentence);
    expect(text).toContain('No resource manager commits while another aborts. Kept at this moment.');
    expect(text).toContain('987 schedules of such faults');
    expect(text).toContain('all 288 states');
    expect(text).toContain('commit 054c4c1');
    expect(text).not.toContain('Set otherwise');
  });

  test('leads to a run that breaks what was asked', async () => {
    const [one] = stamp.scenarios;
    const broken = {
      property: 'everybody decides',
      promised: false,
      schedules: 4,
      brokenBy: 5,
      undecided: false,
    };
    const told = {
      ...stamp,
      scenarios: [{ ...one, tried: [{ ...broken, link: '#s=v1.abc' }] }],
    } as TrustStamp;
    const details = await mounted(async () => told, playerOf());
    expect(details.textContent).toContain('“everybody decides” was asked: schedule 5 broke it.');
    expect(details.querySelector('a')?.getAttribute('href')).toBe('../lab/#s=v1.abc');
  });

  test('asks for nothing while it is closed', async () => {
    let asked = 0;
    const details = await mounted(
      async () => {
        asked++;
        return stamp;
      },
      playerOf(),
      false,
    );
    expect(asked).toBe(0);
    expect(details.textContent).toBe('What this model is good for');
  });

  test('says "not run" without a stamp, and of a world that was not tried', async () => {
    expect((await mounted(async () => null, playerOf())).textContent).toMatch(/Not run: this copy/);
    unmount();
    const empty = { ...stamp, scenarios: [] };
    expect((await mounted(async () => empty, playerOf())).textContent).toMatch(/Not run: this world/);
  });

  test('takes a network that is away for what it is', async () => {
    const away = () => Promise.reject(new Error('away'));
    const text = (await mounted(away, playerOf())).textContent;
    expect(text).toMatch(/could not be fetched/);
    expect(text).not.toMatch(/Not run/);
  });

  test('says of a run with a wrong protocol that it is one', async () => {
    const player = playerOf({ variant: { params: { mutant: 'forgets' } } });
    const text = (await mounted(async () => stamp, player)).textContent ?? '';
    expect(text).toContain('got wrong on purpose');
    expect(text).toContain('Set otherwise here than in those runs: ');
  });

  test('has the sentences of the scenario, too, and asks what is about the end at the end', async () => {
    const own = { ...scenario, checks: ['everybody decides'], leavesOut: ['Nobody pays for it.'] };
    const player = playerOf({ scenario: own });
    player.start();
    const details = await mounted(async () => stamp, player);
    const ends = 'Every resource manager that takes part commits or aborts in the end.';
    expect(details.textContent).toContain('Nobody pays for it.');
    expect(details.textContent).toContain(`${ends} Asked at the end of a run.`);
    await act(async () => player.runUntil('end'));
    expect(details.textContent).toContain(`${ends} Kept in this run.`);
    // Without the manager whoever is prepared waits.
    await act(async () => {
      player.start();
      player.act({ verb: 'crash', node: 'tm', disk: 'kept' } as never);
      player.runUntil('end');
    });
    expect(details.textContent).toContain(`${ends} Broken in this run.`);
  });
});
