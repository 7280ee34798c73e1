/**
 * Registers the service worker and watches for a newer one. A new version waits until the reader takes it: it never
 * changes the engine under a run. Where there are no service workers the lab works online, and says nothing.
 */
import { useSyncExternalStore } from 'react';
import { wholeSoon } from '../later/whole';

/** `waiting`: a version can be taken here. `taken`: another tab took it, and this page is now the old one. */
export type Update = 'none' | 'waiting' | 'taken';

let update: Update = 'none';
let waiting: ServiceWorker | undefined;
let takingHere = false;
const listeners = new Set<() => void>();

function say(news: Update): void {
  update = news;
  for (const changed of listeners) changed();
}

/** Call once, after the page works. `base` is the lab's path on its server. */
export async function keepOffline(base: string): Promise<void> {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (container === undefined) return;
  // The first worker of all also takes control; that is no news.
  let controlled = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    if (takingHere) location.reload();
    else if (controlled) say('taken');
    controlled = true;
  });
  try {
    const registration = await container.register(`${base}sw.js`, { scope: base });
    watch(registration, container);
  } catch {
    // Forbidden here, or the server has no sw.js: the lab is then simply not offline.
  }
}

function watch(registration: ServiceWorkerRegistration, container: ServiceWorkerContainer): void {
  const offer = (worker: ServiceWorker | null): void => {
    if (worker === null || container.controller === null) return;
    waiting = worker;
    say('waiting');
  };
  offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') offer(worker);
    });
  });
  // A tab can stay open for days without a full load, which is when the browser would look.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => {});
  });
}

/** Lets the waiting version in and reloads into it; with none waiting (another tab took it) just reloads. */
export function takeUpdate(): void {
  if (update !== 'waiting' || waiting === undefined) {
    location.reload();
    return;
  }
  takingHere = true;
  const worker = waiting;
  // The press may be what makes this page fetch its figures, and a worker is not replaced under its fetches.
  void wholeSoon().then(() => worker.postMessage({ type: 'SKIP_WAITING' }));
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

export function useUpdate(): Update {
  return useSyncExternalStore(
    subscribe,
    () => update,
    () => 'none',
  );
}
