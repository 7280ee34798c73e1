/** One question about a history of reads and writes: the verdict, as few operations to blame as suffice, and why. */

import type { Judgement, JudgeOptions } from '../judgement';
import { fewest } from './blame';
import { type Definition, type Explained, toHistory } from './definition';
import { at, type Memory, restrict } from './memory';
import { findSources, type Sources } from './sources';
import { Spending, Spent, whySpent } from './spending';
import { particulars } from './words';

/** How much may be spent on making a blame small, as a share of the budget. */
const blameShare = 4;

type Verdict =
  | { readonly ok: true; readonly explained: readonly Explained[] }
  | { readonly ok: false; readonly part: Memory; readonly sources: Extract<Sources, { found: false }> };

function decide(definition: Definition, memory: Memory, spending: Spending): Verdict {
  const explained: Explained[] = [];
  for (const part of definition.parts(memory)) {
    // The clocks of one order, and of one that is made from it.
    const bytes = 8 * part.ops.length * part.chains.length;
    spending.take(bytes);
    const sources = findSources(part, definition.check, spending);
    spending.take(-bytes);
    if (!sources.found) return { ok: false, part, sources };
    explained.push({ part, readsFrom: sources.readsFrom });
  }
  return { ok: true, explained };
}

/** Whether a part is guilty by itself; null when the budget for that is spent. */
function guilty(definition: Definition, part: Memory, spending: Spending): boolean | null {
  try {
    return !findSources(part, definition.check, spending).found;
  } catch (error) {
    if (error instanceof Spent) return null;
    throw error;
  }
}

function suspects(part: Memory, { proof }: Extract<Sources, { found: false }>): number[] {
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
  const rest = new Spending({ budget: { ...budget, steps: Math.ceil(budget.steps / blameShare) } });
  const without = (kept: readonly number[]): Memory => {
    const set = new Set(kept);
    return restrict(part, (op) => set.has(op));
  };
  const ask = (kept: readonly number[]) => guilty(definition, without(kept), rest);
  const proof = suspects(part, sources);
  const all = part.ops.map((_, op) => op);
  const core = without(fewest(ask(proof) === true ? proof : all, ask));
  const again = guiltySources(definition, core, spending) ?? sources;
  const told = particulars(again === sources ? part : core, again.conflict);
  const equal = core.reads.some((read) => at(core.candidates, read).length > 1);
  return {
    verdict: 'violated',
    reason: `${definition.broken(core)}: ${equal ? 'equal values were written more than once, and whichever was read, it fails; the last way tried: ' : ''}${told}.`,
    operations: toHistory(
      core,
      core.ops.map((_, op) => op),
    ).sort((x, y) => x - y),
    steps: spending.steps + rest.steps,
  };
}

function guiltySources(definition: Definition, core: Memory, spending: Spending) {
  try {
    const sources = findSources(core, definition.check, spending);
    return sources.found ? null : sources;
  } catch (error) {
    if (error instanceof Spent) return null;
    throw error;
  }
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
