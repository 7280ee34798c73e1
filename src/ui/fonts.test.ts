/** The fonts named in fonts.css exist and stay within their budget. */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

const named = (source: string): string[] =>
  [...source.matchAll(/["'](@fontsource-variable\/[^"'?]+\.woff2)/g)].map(([, path = '']) => path);

/** Bytes of all the files together. Throws if one is missing. */
const weigh = (paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + statSync(require.resolve(path)).size, 0);

describe('fonts', () => {
  const all = named(read('./fonts.css'));
  const preloaded = named(read('./preload.ts'));

  test('four files, at most 180 kB', () => {
    expect(all).toHaveLength(4);
    expect(weigh(all)).toBeLessThanOrEqual(180_000);
  });

  test('the two preloaded ones are among them, at most 90 kB', () => {
    expect(preloaded).toHaveLength(2);
    expect(all).toEqual(expect.arrayContaining(preloaded));
    expect(weigh(preloaded)).toBeLessThanOrEqual(90_000);
  });

  test('a heavier cut would be noticed, and so would a missing file', () => {
    const optical = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2';
    expect(weigh([...all.slice(1), optical])).toBeGreaterThan(180_000);
    expect(() => weigh(['@fontsource-variable/source-serif-4/files/none.woff2'])).toThrow();
  });
});
