/**
 * When a part of a page is worth fetching: somebody is there, or the address asks for a place in it, or they have
 * begun it on an earlier visit. Who only passes by fetches no more than the text and what surrounds it.
 */
import { learnersProgress } from '#/teach';
import type { Route } from '../router';

/** The first of them to come; never, as long as nobody does. */
export function somebody(route: Route): Promise<unknown> {
  if (location.hash !== '' || 'somebody' in document.documentElement.dataset) return Promise.resolve();
  const here = new Promise((come) => addEventListener('faultline:somebody', come, { once: true }));
  return route.page === 'lesson' ? Promise.race([here, begun(route.slug)]) : here;
}

function begun(slug: string): Promise<void> {
  return new Promise((yes) => {
    const kept = learnersProgress();
    void kept.ready.then(() => {
      if (slug in kept.store.getState().progress.lessons) yes();
    });
  });
}

/**
 * Loads, and where that fails (a network that is away) tries again when somebody presses, or the network is back.
 * Some browsers do not ask twice for a script, and a newer version may have replaced it: then the page is loaded
 * anew, if it can be.
 */
export async function patiently<T>(load: () => Promise<T>): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await load();
    } catch {
      if (failures > 0 && (await reachable())) location.reload();
      await new Promise((again) => {
        for (const type of ['pointerdown', 'keydown', 'online'])
          addEventListener(type, again, { once: true });
      });
    }
  }
}

const reachable = (): Promise<boolean> =>
  fetch(location.href).then(
    ({ ok }) => ok,
    () => false,
  );
