// The pages that benchmarks look at, built as the lab is, into a folder that is thrown away.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

/** Where the built page is; `page` is a file beside this one. */
export async function pageFiles(page: string): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), 'faultline-bench-'));
  const here = fileURLToPath(new URL('.', import.meta.url));
  await build({
    configFile: false,
    root: here,
    base: './',
    logLevel: 'error',
    resolve: {
      alias: [{ find: /^#\//, replacement: fileURLToPath(new URL('../../src/', import.meta.url)) }],
    },
    plugins: [react()],
    build: { outDir: out, rolldownOptions: { input: join(here, page) } },
  });
  return out;
}
