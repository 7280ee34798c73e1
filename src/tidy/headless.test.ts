/** The compiler itself keeps the page out of the headless rooms: `window` must be a type error there. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from './read-house';

let folder = '';
beforeAll(() => {
  mkdirSync(`${projectRoot}.cache`, { recursive: true });
  folder = mkdtempSync(`${projectRoot}.cache/headless-`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the compiler says about one file under one of the house's configurations. */
function compile(config: string, text: string): string {
  writeFileSync(`${folder}/canary.ts`, text);
  writeFileSync(
    `${folder}/tsconfig.json`,
    JSON.stringify({ extends: `../../.config/${config}`, include: ['canary.ts'], exclude: [] }),
  );
  const tsc = `${projectRoot}node_modules/typescript/bin/tsc`;
  return spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' }).stdout;
}

it('accepts a file that needs neither page nor Node', () => {
  expect(
    compile('tsconfig.headless.json', 'export const all = (list: readonly number[]) => list.at(-1);'),
  ).toBe('');
});

it.each(['window', 'document', 'localStorage', 'process', 'setTimeout', 'console'])(
  'rejects %s in the headless rooms',
  (name) => {
    expect(compile('tsconfig.headless.json', `export const found = ${name};`)).toContain(name);
  },
);

it('rejects window at the prompt, where process is fine', () => {
  expect(compile('tsconfig.prompt.json', 'export const found = window;')).toContain('window');
  expect(compile('tsconfig.prompt.json', 'export const found = process.argv;')).toBe('');
});
