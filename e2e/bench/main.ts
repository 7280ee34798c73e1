// `npm run bench [name …]`: how fast the lab is, as ratios against references measured in the same run, since
// absolute times say more about the machine than about the code. It prints a table and judges nothing else.
// A benchmark is a file here that exports `run`; add it to the list below, and it runs only when asked for or
// when all do.
import type { Row } from './measure';

const benches: Readonly<Record<string, () => Promise<{ run: () => Row[] | Promise<Row[]> }>>> = {
  kernel: () => import('./kernel'),
  explore: () => import('./explore'),
  storms: () => import('./storms'),
  checkers: () => import('./checkers'),
  seek: () => import('./seek'),
  figure: () => import('./figure'),
  playing: () => import('./playing'),
  page: () => import('./page'),
  verdict: () => import('./verdict'),
  load: () => import('./load'),
  raft: () => import('./raft'),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(
    `No benchmark is called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`,
  );
  process.exit(2);
}
if (!globalThis.gc) {
  console.error('Benchmarks need the collector in hand: node --expose-gc --import tsx e2e/bench/main.ts');
  process.exit(2);
}

for (const [name, load] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const rows = await (await load()).run();
  const width = Math.max(...rows.map((row) => row.what.length));
  console.log(`\n${name}`);
  for (const { what, measured, goal, met } of rows) {
    const verdict = goal === undefined ? '' : `  goal ${goal}: ${met ? 'met' : 'MISSED'}`;
    console.log(`  ${what.padEnd(width)}  ${measured}${verdict}`);
  }
}
