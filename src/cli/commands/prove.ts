/** `lab prove [lesson]`: every sentence the lab can decide. Exit 1 if one failed, 3 if a budget ran out before. */

import { loadStages, proveLesson, type Verdict } from '#/scenarios';
import { type Answer, BadInput, columns } from '../answer';
import type { Asked } from '../asked';
import { type House, protocolOf } from '../house';

export async function prove({ found }: House, asked: Asked): Promise<Answer> {
  const [, wanted] = asked.words;
  const lessons = found.lessons.filter(({ slug }) => wanted === undefined || slug === wanted);
  if (wanted !== undefined && lessons.length === 0) {
    const all = found.lessons.map((l) => l.slug).join(', ') || 'none';
    throw new BadInput(`There is no lesson called ${wanted}. There are: ${all}.`);
  }
  const verdicts: Verdict[] = [];
  for (const { slug, data } of lessons) verdicts.push(...(await verdictsOn(slug, data)));
  const failed = verdicts.some((v) => v.verdict === 'failed');
  const open = verdicts.some((v) => v.verdict === 'unknown');
  return { json: verdicts, lines: lines(verdicts), exit: failed ? 1 : open ? 3 : 0 };
}

async function verdictsOn(slug: string, data: unknown): Promise<readonly Verdict[]> {
  const { scenario, stages } = (data ?? {}) as { scenario?: { protocol?: unknown }; stages?: unknown };
  const named = Array.isArray(stages) ? stages.map(String) : [];
  try {
    const module = await protocolOf(String(scenario?.protocol ?? 'rpc'));
    return proveLesson(slug, data, module, await loadStages(named));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return [{ lesson: slug, kind: 'schema', id: 'lesson', verdict: 'failed', detail }];
  }
}

function lines(verdicts: readonly Verdict[]): readonly string[] {
  const count = (word: Verdict['verdict']) => verdicts.filter((v) => v.verdict === word).length;
  const rows = verdicts.map((v) => [
    v.verdict === 'failed' ? 'FAILED' : v.verdict,
    v.lesson,
    `${v.kind} ${v.id}`,
    v.detail,
  ]);
  return [...columns(rows), `${count('held')} held, ${count('failed')} failed, ${count('unknown')} unknown.`];
}
