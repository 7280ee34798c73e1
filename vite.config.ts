import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import mdx from '@mdx-js/rollup';
import react from '@vitejs/plugin-react';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { defineConfig } from 'vitest/config';
import { headingIds } from './src/app/build/heading-ids';
import { lessonIndex } from './src/app/build/lesson-index';
import { prerender } from './src/app/build/prerender';
import { proseOnly } from './src/app/build/prose-only';
import { serviceWorker } from './src/app/build/service-worker';
import { trustStamp } from './src/app/build/trust';

export default defineConfig(({ mode }) => ({
  // One build serves every base path: all links are relative, and the base is found at run time.
  base: './',
  resolve: { alias: [{ find: /^#\//, replacement: fileURLToPath(new URL('./src/', import.meta.url)) }] },
  plugins: [
    lessonIndex(),
    trustStamp(),
    // MDX must come before React, or React sees a language it does not know.
    {
      enforce: 'pre',
      ...mdx({ remarkPlugins: [remarkFrontmatter, remarkGfm, proseOnly], rehypePlugins: [headingIds] }),
    },
    react({ include: /\.(mdx|tsx|ts)$/ }),
    prerender(),
    serviceWorker(),
  ],
  // Workers fetch the protocol of the run they are asked for, which only modules can.
  worker: { format: 'es' },
  server: { port: 5173 },
  test: {
    environment: 'node',
    // A machine that does other things at the same time is slow, not wrong.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // All cores, and one world of modules for all the files of a worker: tests of the house leave nothing behind.
    maxWorkers: availableParallelism(),
    isolate: false,
    include: ['src/**/*.test.{ts,tsx}', 'lessons/**/*.test.ts'],
    exclude: ['**/node_modules/**', ...(mode === 'long' ? [] : ['**/*.long.test.*'])],
  },
}));
