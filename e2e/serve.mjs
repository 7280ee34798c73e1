// @ts-check
// Serves dist/ the way the dumbest static host would, under a deep base path: no fallback to index.html,
// no knowledge of the app. If the build works here, it works anywhere.
// Leaves out: range requests, caching, HTTP/2.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

export const defaultBase = '/some/deep/base/';
export const defaultPort = 4179;

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};
const alreadyCompressed = new Set(['.png', '.webp', '.woff2', '.ico']);

/** The bytes sent for a file: every response of the server and every number of the size budget come from here. */
export function encode(/** @type {string} */ file) {
  const body = readFileSync(file);
  const plain = alreadyCompressed.has(extname(file));
  return plain ? { body, encoding: undefined } : { body: gzipSync(body, { level: 9 }), encoding: 'gzip' };
}

/**
 * @param {{ root: string, base?: string, port?: number }} options port 0 takes any free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `url` ends with the base path
 */
export async function serve({ root, base = defaultBase, port = defaultPort }) {
  const server = createServer((request, response) => {
    const refuse = (/** @type {number} */ status, /** @type {string} */ text) => {
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
    };
    let path = '';
    try {
      path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    } catch {
      return refuse(400, 'bad address');
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'only GET and HEAD');
    if (!path.startsWith(base)) return refuse(404, 'not found: outside the base path');
    const file = normalize(join(root, path.slice(base.length)));
    if (!file.startsWith(normalize(root)) || !existsSync(file)) return refuse(404, 'not found');
    if (statSync(file).isDirectory() && !path.endsWith('/')) {
      return response.writeHead(301, { location: `${path}/` }).end();
    }
    const target = statSync(file).isDirectory() ? join(file, 'index.html') : file;
    if (!existsSync(target)) return refuse(404, 'not found');
    const { body, encoding } = encode(target);
    const accepts = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    const sent = encoding && !accepts ? readFileSync(target) : body;
    response.writeHead(200, {
      'content-type': types[extname(target)] ?? 'application/octet-stream',
      'content-length': sent.length,
      'cache-control': 'no-cache',
      ...(encoding && accepts ? { 'content-encoding': encoding } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : sent);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${bound}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = fileURLToPath(new URL('../dist/', import.meta.url));
  if (!existsSync(join(root, 'index.html'))) {
    console.error('There is no build to serve: run `npm run build` first.');
    process.exit(1);
  }
  const { url } = await serve({ root, port: Number(process.env.FAULTLINE_PORT ?? defaultPort) });
  console.log(`Serving the build at ${url}`);
}
