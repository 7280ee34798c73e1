/**
 * Builds the app twice, for browsers and for Node, and lets the second write every page of the first as a file.
 * So a lesson's text is there before and without JavaScript, and a deep link works on a server that knows nothing.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin, Rolldown } from 'vite';
import { bootScript, missingDocument, type Parts, pageDocument } from './document';

type App = typeof import('../prerender');

export function prerender(): Plugin[] {
  return [bootWhileDeveloping(), writePages()];
}

/** In development no page is drawn ahead, and there is no policy; only the theme must be right from the start. */
function bootWhileDeveloping(): Plugin {
  return {
    name: 'faultline:boot',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace('<!--boot-->', () => `<script>${bootScript()}</script>`),
  };
}

function writePages(): Plugin {
  let chunks: Rolldown.OutputChunk[] = [];
  return {
    name: 'faultline:prerender',
    apply: 'build',
    sharedDuringBuild: true,
    config: () => ({
      builder: {},
      build: { modulePreload: { polyfill: false } },
      environments: {
        client: { build: { outDir: 'dist' } },
        ssr: {
          build: {
            outDir: '.cache/prerender',
            emptyOutDir: true,
            copyPublicDir: false,
            emitAssets: false,
            rolldownOptions: { input: 'src/app/prerender.tsx' },
          },
        },
      },
    }),
    generateBundle(_options, bundle) {
      if (this.environment.name !== 'client') return;
      chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    },
    buildApp: {
      order: 'post',
      async handler(builder) {
        const { client, ssr } = builder.environments;
        if (client === undefined || ssr === undefined)
          throw new Error('The build needs the environments client and ssr.');
        await builder.build(client);
        await builder.build(ssr);
        const root = builder.config.root;
        const app: App = await import(pathToFileURL(join(root, '.cache/prerender/prerender.js')).href);
        const count = await writeAll(app, chunks, join(root, 'dist'));
        builder.config.logger.info(`${count} pages written.`);
      },
    },
  };
}

async function writeAll(app: App, chunks: Rolldown.OutputChunk[], dist: string): Promise<number> {
  const template = await readFile(join(dist, 'index.html'), 'utf8');
  const files = new ChunkFiles(chunks);
  const fonts = app.preloadedFonts.map((address) => `assets/${basename(address)}`);
  const site = process.env.FAULTLINE_URL?.replace(/\/*$/, '/');
  const parts = async (path: string): Promise<Parts> => {
    const { modules, later, ...drawn } = await app.draw(path);
    return { path, ...drawn, ...files.needed(modules, later), fonts, site };
  };
  const paths = await app.paths();
  for (const path of paths)
    await write(join(dist, path, 'index.html'), pageDocument(template, await parts(path)));
  await write(join(dist, '404.html'), missingDocument(template, await parts('404.html')));
  return paths.length + 1;
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Knows which files of the bundle a page needs. */
class ChunkFiles {
  readonly #byFile: Map<string, Rolldown.OutputChunk>;
  readonly #entry: Rolldown.OutputChunk;

  constructor(chunks: Rolldown.OutputChunk[]) {
    this.#byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
    const entry = chunks.find((chunk) => chunk.isEntry);
    if (entry === undefined) throw new Error('The bundle has no entry.');
    this.#entry = entry;
  }

  /** What is loaded later is there in its looks from the start, so that nothing moves when it comes. */
  needed(modules: string[], later: string[]): { entry: string; chunks: string[]; styles: string[] } {
    const first = this.#withAll([this.#entry, ...modules.map((module) => this.#of(module))]);
    const all = this.#withAll([...first, ...later.map((module) => this.#of(module))]);
    return {
      entry: this.#entry.fileName,
      chunks: first.filter((chunk) => chunk !== this.#entry).map((chunk) => chunk.fileName),
      styles: [...new Set(all.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]))],
    };
  }

  #of(module: string): Rolldown.OutputChunk {
    const chunk = [...this.#byFile.values()].find(({ facadeModuleId }) => facadeModuleId?.endsWith(module));
    if (chunk === undefined) throw new Error(`No chunk was built for ${module}.`);
    return chunk;
  }

  #withAll(chunks: Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
    return [...new Set(chunks.flatMap((chunk) => this.#withImports(chunk)))];
  }

  #withImports(chunk: Rolldown.OutputChunk, seen = new Set<Rolldown.OutputChunk>()): Rolldown.OutputChunk[] {
    if (seen.has(chunk)) return [];
    seen.add(chunk);
    for (const file of chunk.imports) {
      const next = this.#byFile.get(file);
      if (next) this.#withImports(next, seen);
    }
    // Imports first: what is asked for first in the document is what the others stand on.
    return [...seen].reverse();
  }
}
