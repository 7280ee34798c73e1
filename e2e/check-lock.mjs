// @ts-check
// Reads package-lock.json the way another machine will: would `npm ci` work there?
// npm leaves platform packages out of the lock, without a word, when the registry it asked lacks them
// (npm/cli#9846); everyone on that platform then fails. Leaves out what `npm ci` itself checks here.
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * @typedef {{ version?: string, resolved?: string, link?: boolean, extraneous?: boolean, integrity?: string,
 *   dependencies?: Record<string, string>, devDependencies?: Record<string, string>,
 *   optionalDependencies?: Record<string, string> }} Entry
 * @typedef {{ packages: Record<string, Entry> }} Lock
 */

/** The places where Node would look for `name` from the package at `from`, nearest first. */
function candidates(/** @type {string} */ from, /** @type {string} */ name) {
  const places = [];
  let at = from;
  while (at) {
    places.push(`${at}/node_modules/${name}`);
    at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1));
  }
  return [...places, `node_modules/${name}`];
}

/**
 * @param {Lock} lock a parsed package-lock.json, version 3
 * @param {{ overrides?: Record<string, unknown>, dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} manifest
 * @returns {string[]} one sentence for each fault; empty when the lock is good everywhere
 */
export function lockFaults(lock, manifest = {}) {
  /** @type {string[]} */
  const faults = [];
  const overridden = manifest.overrides ?? {};
  for (const [path, entry] of Object.entries(lock.packages)) {
    const self = path || 'the project';
    if (entry.resolved && !entry.link) {
      faults.push(
        `${self} names the host it was fetched from; keep omit-lockfile-registry-resolved in .npmrc`,
      );
    }
    if (entry.extraneous) faults.push(`${self} is in the lock though nothing depends on it`);
    if (path && !entry.link && !entry.integrity) faults.push(`${self} has no integrity hash`);

    for (const [name, spec] of Object.entries(entry.optionalDependencies ?? {})) {
      const found = candidates(path, name)
        .map((place) => lock.packages[place])
        .find((other) => other !== undefined);
      if (!found) {
        faults.push(`${self} may need ${name}@${spec} on another platform, and the lock lacks it`);
      } else if (/^\d+\.\d+\.\d+/.test(spec) && found.version !== spec) {
        faults.push(`${self} needs exactly ${name}@${spec}, and the lock has ${found.version}`);
      }
    }
    for (const [name, spec] of Object.entries(entry.dependencies ?? {})) {
      // A tag moves with every release, and `npm ci` refuses a lock that is no longer the newest.
      if (/^[a-z]+$/.test(spec) && !(name in overridden)) {
        faults.push(`${self} asks for ${name}@${spec}, which moves; pin it under overrides in package.json`);
      }
    }
  }
  const top = lock.packages[''] ?? {};
  for (const group of /** @type {const} */ (['dependencies', 'devDependencies'])) {
    for (const [name, spec] of Object.entries(manifest[group] ?? {})) {
      if (top[group]?.[name] !== spec)
        faults.push(`package.json asks for ${name}@${spec}, the lock does not`);
      if (!/^\d+\.\d+\.\d+$/.test(spec)) faults.push(`package.json does not pin ${name} (${spec})`);
    }
  }
  return faults;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = fileURLToPath(new URL('../', import.meta.url));
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(root + file, 'utf8'));
  const faults = lockFaults(read('package-lock.json'), read('package.json'));
  for (const fault of faults) console.error(`package-lock.json: ${fault}`);
  if (faults.length) {
    console.error('Remove node_modules and package-lock.json, run npm install, then this check again.');
    process.exit(1);
  }
  console.log('The lock file installs on every platform it names.');
}
