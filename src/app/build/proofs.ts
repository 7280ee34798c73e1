/**
 * What the prover says of a lesson, stamped into its chunk when the lab is built. A lesson of which a claim does
 * not hold stops the build; while an author writes, nothing is stamped, and the page says "not run".
 */
import { execFileSync } from 'node:child_process';

export interface Stamped {
  verdict: string;
  detail: string;
}

interface Verdict extends Stamped {
  kind: string;
  id: string;
}

/** The verdicts of the claims, by id. Throws what does not hold, in sentences. */
export function stampedClaims(output: string): Record<string, Stamped> {
  const verdicts = JSON.parse(output) as Verdict[];
  const broken = verdicts.filter((v) => v.verdict !== 'held');
  if (broken.length > 0) {
    throw new Error(broken.map((v) => `${v.kind} ${v.id}: ${v.verdict}. ${v.detail}`).join('\n'));
  }
  const claims = verdicts.filter((v) => v.kind === 'claim');
  return Object.fromEntries(claims.map(({ id, verdict, detail }) => [id, { verdict, detail }]));
}

const proved = new Map<string, Record<string, Stamped>>();

/** Runs the prover once for a lesson, in a process of its own, as a person would at the prompt. */
export function prove(root: string, slug: string): Record<string, Stamped> {
  const known = proved.get(slug);
  if (known) return known;
  const args = ['--import', 'tsx', 'src/cli/main.ts', 'prove', slug, '--json'];
  let output: string;
  try {
    output = execFileSync(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  } catch (error) {
    // A claim that does not hold is told by the verdicts; anything else has nothing to read.
    output = String((error as { stdout?: string }).stdout ?? '');
    if (output === '') throw error;
  }
  const claims = stampedClaims(output);
  proved.set(slug, claims);
  return claims;
}
