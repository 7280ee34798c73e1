// Histories with twenty clients and many lost replies, each judged in a process of its own, whose memory at its peak
// is what the operating system says. Run by itself with an object and a seed, it judges one and prints a line.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { judge, type ObjectName, objectNames } from '#/checkers';
import { hard } from '../../src/checkers/random-histories.fixture';
import type { Row } from './measure';

const PEAK_MB_MAX = 256;
const SEEDS = 3;

interface Judged {
  readonly verdict: string;
  readonly ms: number;
  readonly peakMb: number;
}

function one(name: ObjectName, seed: number): Judged {
  const began = performance.now();
  const { verdict } = judge(hard(name, seed), name, 'linearizable');
  return { verdict, ms: performance.now() - began, peakMb: process.resourceUsage().maxRSS / 1024 };
}

function apart(name: ObjectName, seed: number): Judged {
  const me = fileURLToPath(import.meta.url);
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', me, name, `${seed}`], {
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(`A hard ${name} ended without a verdict: ${stderr}`);
  return JSON.parse(stdout) as Judged;
}

export function hardest(): Row[] {
  return objectNames.map((name): Row => {
    const judged = Array.from({ length: SEEDS }, (_, seed) => apart(name, seed));
    const peak = Math.max(...judged.map(({ peakMb }) => peakMb));
    const verdicts = judged.map(({ verdict, ms }) => `${verdict} ${(ms / 1000).toFixed(2)} s`).join(', ');
    return {
      what: `hard: 200 operations on a ${name}, 20 clients`,
      measured: `${verdicts}; peak ${peak.toFixed(0)} MB`,
      goal: `under ${PEAK_MB_MAX} MB`,
      met: peak < PEAK_MB_MAX,
    };
  });
}

const [name, seed] = process.argv.slice(2);
if (process.argv[1] === fileURLToPath(import.meta.url) && name !== undefined) {
  process.stdout.write(JSON.stringify(one(name as ObjectName, Number(seed))));
}
