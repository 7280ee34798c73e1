/** A protocol as everyone above wants it: with what can be said of its clients' history among its properties. */

import { loadProtocol as load, type ProtocolModule } from '#/protocols';

const loaded = new Map<string, Promise<ProtocolModule>>();

/** The judges are fetched only for a protocol that has something to judge. Throws a sentence when there is none. */
export function loadProtocol(name: string): Promise<ProtocolModule> {
  const known = loaded.get(name);
  if (known) return known;
  const made = load(name).then(async (module) =>
    module.history ? (await import('./models')).withModels(module) : module,
  );
  loaded.set(name, made);
  // One that failed to load may load the next time.
  made.catch(() => loaded.delete(name));
  return made;
}
