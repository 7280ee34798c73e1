// The golden runs of the kernel end in the same digests in every browser as in Node. They are bundled into an
// empty page, so that nothing but the engine's own arithmetic and text can make the difference.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { GOLDEN } from '../src/kernel/testing/golden';
import { expect, type Page, test } from './fixtures';

/** The golden runs as one classic script that leaves `golden` on the window. */
async function bundled(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('../src/kernel/testing/golden.ts', import.meta.url)),
        formats: ['iife'],
        name: 'golden',
      },
    },
  });
  const [result] = Array.isArray(output) ? output : [output];
  if (!result || !('output' in result)) throw new Error('The golden runs were not bundled.');
  return result.output[0].code;
}

async function digestsIn(page: Page, code: string): Promise<Record<string, string>> {
  await page.goto('about:blank');
  await page.addScriptTag({ content: code });
  return page.evaluate('golden.goldenDigests()');
}

test('the golden runs end here as they do in Node', async ({ page }) => {
  expect(await digestsIn(page, await bundled())).toEqual(GOLDEN);
});

test('an engine that rounds one multiplication otherwise is caught', async ({ page }) => {
  const code = await bundled();
  const odd = 'const { imul } = Math; let n = 0; Math.imul = (a, b) => imul(a, b) ^ (++n === 5000 ? 1 : 0);';
  expect(await digestsIn(page, `{ ${odd} }\n${code}`)).not.toEqual(GOLDEN);
});
