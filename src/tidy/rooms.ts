/**
 * The rooms of the house, ground floor first, and what each may import.
 * `rooms` are other rooms, through their index only; `types` are rooms whose types alone may be named.
 * `packages` are npm packages by name, `prefix*` for a family; `any` lifts that wall.
 */

export type Room = {
  readonly rooms: readonly string[];
  readonly types?: readonly string[];
  readonly packages: readonly string[] | 'any';
};

const headless = ['kernel', 'protocols', 'checkers', 'search', 'scenarios'];

export const rooms: Readonly<Record<string, Room>> = {
  kernel: { rooms: [], packages: [] },
  protocols: { rooms: ['kernel'], packages: ['xstate'] },
  checkers: { rooms: [], types: ['kernel'], packages: [] },
  search: { rooms: ['kernel', 'checkers'], packages: [] },
  scenarios: {
    rooms: ['kernel', 'protocols', 'checkers', 'search'],
    packages: ['zod', 'fflate', 'edn-data'],
  },
  cli: { rooms: headless, packages: ['node:*', 'zod', 'yaml'] },
  player: { rooms: headless, packages: ['xstate', 'zustand'] },
  ui: { rooms: [], packages: ['react', 'react-dom', '@fontsource-variable/*'] },
  stage: {
    rooms: ['ui'],
    types: ['kernel', 'scenarios'],
    packages: ['react', 'react-dom', 'd3-*', '@dagrejs/dagre'],
  },
  teach: {
    rooms: ['scenarios', 'player', 'stage', 'ui'],
    packages: ['react', 'react-dom', 'xstate', '@xstate/react', 'zustand', 'zod'],
  },
  tools: {
    rooms: ['scenarios', 'player', 'stage', 'ui'],
    packages: ['react', 'react-dom', 'xstate', '@xstate/react', 'zustand', 'd3-*'],
  },
  app: { rooms: [...headless, 'player', 'ui', 'stage', 'teach', 'tools'], packages: 'any' },
  tidy: { rooms: [], packages: ['node:*'] },
};

/** The rooms that run unchanged in Node and every browser, and decide what a run is. */
export const isHeadless = (path: string) => headless.some((room) => path.startsWith(`src/${room}/`));
