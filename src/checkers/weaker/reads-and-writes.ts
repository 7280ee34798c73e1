/** One question about a history of reads and writes: the verdict, as few operations to blame as suffice, and why. */

import type { Judgement, JudgeOptions } from '../judgement';
import { fewest } from './blame';
import { type Definition, type Explained, toHistory } from './definition';
import { at, type Memory, restrict } from './memory';
import { findSources, type Refuted, type Sources, unwritten } from './sources';
import { Spending, Spent, whySpent } from './spending';
import { because } from './words';

/** How much may be spent on making a blame small, as a share of the budget. */
const BLAME_SHARE = 4;

type Verdict =
  | { readonly ok: true; readonly explained: readonly Explained[] }
  | { readonly ok: false; readonly part: Memory; readonly sources: Refuted };

/** The sources of one part's reads. Throws `Spent`. */
function explain(definition: Definition, part: Memory, spending: Spending): Sources {
  // The clocks of one order, and of one that is made from it.
  const bytes = 8 * part.ops.length * part.chains.length;
  spending.take(bytes);
  const sources = findSources(part, definition.check, spending);
  spending.take(-bytes);
  return sources;
}

/** Parts are judged one by one; one that is hard waits for the others, which may be violated and easy to see. */
function decide(definition: Definition, memory: Memory, spending: Spending): Verdict {
  const invented = unwritten(memory);
  if (invented) return { ok: false, part: memory, sources: invented };
  const parts = definition.parts(memory);
  const explained = new Map<Memory, Sources>();
  for (const part of parts) {
    const sources = spending.attempt(1 / (8 * parts.length), (share) => explain(definition, part, share));
    if (sources?.found === false) return { ok: false, part, sources };
    if (sources) explained.set(part, sources);
  }
  for (const part of parts) {
    if (explained.has(part)) continue;
    const sources = explain(definition, part, spending);
    if (!sources.found) return { ok: false, part, sources };
    explained.set(part, sources);
  }
  return {
    ok: true,
    explained: parts.flatMap((part) => {
      const sources = explained.get(part);
      return sources?.found ? [{ part, readsFrom: sources.readsFrom }] : [];
    }),
  };
}

/** The answer for a part by itself; null when the budget for that is spent. */
function ask(definition: Definition, part: Memory, spending: Spending): Sources | null {
  try {
    return findSources(part, definition.check, spending);
  } catch (error) {
    if (error instanceof Spent) return null;
    throw error;
  }
}

function suspects(part: Memory, { proof }: Refuted): number[] {
  const all = new Set(proof);
  for (const op of proof) for (const write of at(part.candidates, op)) if (write >= 0) all.add(write);
  return [...all].sort((x, y) => x - y);
}

function accuse(
  definition: Definition,
  { part, sources }: Extract<Verdict, { ok: false }>,
  spending: Spending,
): Judgement {
  const { budget } = spending;
  const rest = new Spending({ budget: { ...budget, steps: Math.ceil(budget.steps / BLAME_SHARE) } });
  const without = (kept: readonly number[]): Memory => {
    const set = new Set(kept);
    return restrict(part, (op) => set.has(op));
  };
  const guilty = (kept: readonly number[]): boolean | null => {
    const answer = ask(definition, without(kept), rest);
    return answer && !answer.found;
  };
  const proof = suspects(part, sources);
  const all = part.ops.map((_, op) => op);
  const core = without(fewest(guilty(proof) === true ? proof : all, guilty));
  const again = ask(definition, core, rest);
  const equal = core.reads.some((read) => at(core.candidates, read).length > 1)
    ? '. Equal values were written more than once, and whichever was read, it fails; the last way tried'
    : '';
  const broken = `${definition.broken(core)}${equal}`;
  return {
    verdict: 'violated',
    reason:
      again && !again.found ? because(broken, core, again.conflict) : because(broken, part, sources.conflict),
    operations: toHistory(
      core,
      core.ops.map((_, op) => op),
    ).sort((x, y) => x - y),
    steps: spending.steps + rest.steps,
  };
}

/** The verdict alone; `unknown` when the budget is spent. */
export function verdictOf(
  definition: Definition,
  memory: Memory,
  options: JudgeOptions,
): Judgement['verdict'] {
  try {
    return decide(definition, memory, new Spending(options)).ok ? 'ok' : 'violated';
  } catch (error) {
    if (error instanceof Spent) return 'unknown';
    throw error;
  }
}

export function judgeMemory(definition: Definition, memory: Memory, options: JudgeOptions): Judgement {
  const spending = new Spending(options);
  try {
    const verdict = decide(definition, memory, spending);
    if (!verdict.ok) return accuse(definition, verdict, spending);
    return {
      verdict: 'ok',
      reason: definition.kept,
      operations: [],
      witness: definition.witness(memory, verdict.explained),
      steps: spending.steps,
    };
  } catch (error) {
    if (!(error instanceof Spent)) throw error;
    return {
      verdict: 'unknown',
      reason: whySpent(error.what, spending.budget),
      operations: [],
      steps: Math.min(spending.steps, spending.budget.steps),
    };
  }
}
