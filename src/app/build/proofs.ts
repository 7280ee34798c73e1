/**
 * What the prover says of a lesson, stamped into its chunk when the lab is built. A lesson of which a claim does
 * not hold stops the build; while an author writes, nothing is stamped, and the page says "not run".
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Stamped {
  verdict: string;
  detail: string;
}

interface Verdict extends Stamped {
  lesson: string;
  kind: string;
  id: string;
}

/** The verdicts of a lesson's claims, by id. Throws what does not hold, in sentences, and where there is no verdict on it. */
export function stampedClaims(output: string, slug: string): Record<string, Stamped> {
  const verdicts = (JSON.parse(output) as Verdict[]).filter(({ lesson }) => lesson === slug);
  if (verdicts.length === 0) throw new Error(`The prover says nothing of ${slug}.`);
  const broken = verdicts.filter((v) => v.verdict !== 'held');
  if (broken.length > 0) {
    throw new Error(broken.map((v) => `${v.kind} ${v.id}: ${v.verdict}. ${v.detail}`).join('\n'));
  }
  const claims = verdicts.filter((v) => v.kind === 'claim');
  return Object.fromEntries(claims.map(({ id, verdict, detail }) => [id, { verdict, detail }]));
}

const proved = new Map<string, Record<string, Stamped>>();

/**
 * The verdicts on a lesson. The tests have run the prover on these very files a moment before they build, and say where
 * its answer is (`FAULTLINE_PROOFS`); else it is run here, once for a lesson.
 */
export function prove(root: string, slug: string): Record<string, Stamped> {
  const known = proved.get(slug);
  if (known) return known;
  const { FAULTLINE_PROOFS: answer } = process.env;
  const claims = stampedClaims(answer ? readFileSync(answer, 'utf8') : runProver(root, slug), slug);
  proved.set(slug, claims);
  return claims;
}

/** In a process of its own, as a person would at the prompt. */
function runProver(root: string, slug: string): string {
  const args = ['--import', 'tsx', 'src/cli/main.ts', 'prove', slug, '--json'];
  try {
    return execFileSync(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  } catch (error) {
    // A claim that does not hold is told by the verdicts; anything else has nothing to read.
    const output = String((error as { stdout?: string }).stdout ?? '');
    if (output === '') throw error;
    return output;
  }
}
