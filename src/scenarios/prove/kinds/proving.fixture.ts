/** Questions given to the prover, whole or broken. */

import { clonePlain } from '#/kernel';
import { loadProtocol } from '#/protocols';
import { problems } from '../../schema/problems';
import { type Question, question } from '../../schema/quiz';
import { type Scenario, scenario } from '../../schema/scenario';
import { Lab } from '../lab';
import { proveQuestion } from '../quiz';
import { threeNodes } from './kinds.fixture';

export const rpc = await loadProtocol('rpc');
export const world = scenario.parse(threeNodes) as Scenario;
export const lab = new Lab(world, rpc);

// biome-ignore lint/suspicious/noExplicitAny: a broken question is not of a question's type, which is the point.
export type Broken = any;

export function prove(given: unknown, change: (q: Broken) => void = () => {}) {
  const copy = clonePlain(given) as Broken;
  change(copy);
  const read = question.safeParse(copy);
  if (!read.success) throw new Error(problems(read.error).join('; '));
  try {
    return proveQuestion(lab, read.data as Question);
  } catch (error) {
    return { verdict: 'failed', detail: (error as Error).message };
  }
}
