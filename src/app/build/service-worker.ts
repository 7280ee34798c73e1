/**
 * Writes `sw.js`, which keeps every file of the build in the browser: after the first visit the lab is complete
 * without a network. A new version is fetched in the background and waits (no skipWaiting) until the reader takes it.
 */
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { generateSW } from 'workbox-build';

export function serviceWorker(): Plugin {
  return {
    name: 'faultline:service-worker',
    apply: 'build',
    sharedDuringBuild: true,
    buildApp: {
      order: 'post',
      async handler(builder) {
        const { count, size, warnings } = await write(join(builder.config.root, 'dist'));
        for (const warning of warnings) throw new Error(`The service worker would be incomplete: ${warning}`);
        builder.config.logger.info(`${count} files kept offline, ${Math.round(size / 1024)} kB.`);
      },
    },
  };
}

function write(dist: string) {
  return generateSW({
    globDirectory: dist,
    globPatterns: ['**/*.{html,js,css,woff2,svg,png,webmanifest,json,wasm}'],
    // Only other apps fetch the preview, and the worker is not its own to keep.
    globIgnores: ['preview.png', 'sw.js'],
    swDest: join(dist, 'sw.js'),
    inlineWorkboxRuntime: true,
    sourcemap: false,
    maximumFileSizeToCacheInBytes: 4 << 20,
    // A name with a hash never changes its content.
    dontCacheBustURLsMatching: /^assets\//,
    // The first visit too can go on offline, without a reload.
    clientsClaim: true,
    skipWaiting: false,
    cleanupOutdatedCaches: true,
    // `?…` is read by the page, not by the server.
    ignoreURLParametersMatching: [/./],
    // An address that is not kept: ask the network (the page may be newer than this version), else say it is missing.
    runtimeCaching: [
      {
        urlPattern: ({ request }) => request.mode === 'navigate',
        handler: 'NetworkOnly',
        options: { precacheFallback: { fallbackURL: '404.html' } },
      },
    ],
  });
}
