/**
 * The catalogue: which lessons and scenarios there are. Whoever has a disk or a bundler finds them and hands them
 * in as they are; here they are read by their schemas, and what does not fit is said in sentences.
 */

import { type LessonData, lessonData } from '../schema/lesson';
import { problems } from '../schema/problems';
import { type Scenario, scenario as scenarioSchema } from '../schema/scenario';

export interface Catalogue {
  /** In the order of the course. */
  readonly lessons: readonly { readonly slug: string; readonly data: LessonData }[];
  /** Those of lessons and those that belong to none, by name. */
  readonly scenarios: Readonly<Record<string, Scenario>>;
}

/** What was found, before anybody looked at it. */
export interface Found {
  readonly lessons: readonly { readonly slug: string; readonly data: unknown }[];
  /** `from`: where it was found, for messages. */
  readonly scenarios: readonly { readonly from: string; readonly data: unknown }[];
}

export interface Read {
  readonly catalogue: Catalogue;
  /** One sentence for each thing that was left out, and why. */
  readonly wrong: readonly string[];
}

/** The modules of a lesson's folder, each a namespace of its exports, put together as one lesson. */
export function assembleLesson(
  modules: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>,
): unknown {
  const { scenario, claims, quiz, challenge, story, faded } = modules;
  return {
    scenario: scenario?.default,
    claims: claims?.default,
    quiz: quiz?.default,
    bet: quiz?.bet,
    challenge: challenge?.default,
    story: story?.default,
    ...(story && 'twins' in story ? { twins: story.twins } : {}),
    ...(faded ? { faded: faded.default } : {}),
    ...(scenario && 'stages' in scenario ? { stages: scenario.stages } : {}),
  };
}

export function readCatalogue(found: Found): Read {
  const lessons: { slug: string; data: LessonData }[] = [];
  const scenarios: Record<string, Scenario> = Object.create(null);
  const wrong: string[] = [];
  const add = (scenario: Scenario, from: string) => {
    if (Object.hasOwn(scenarios, scenario.name)) {
      wrong.push(`${from}: another scenario is called ${scenario.name} already.`);
    } else scenarios[scenario.name] = scenario;
  };
  for (const { slug, data } of found.lessons) {
    const read = lessonData.safeParse(data);
    if (read.success) {
      lessons.push({ slug, data: read.data });
      add(read.data.scenario, `lesson ${slug}`);
    } else wrong.push(`lesson ${slug}: ${problems(read.error).join('; ')}.`);
  }
  for (const { from, data } of found.scenarios) {
    const read = scenarioSchema.safeParse(data);
    if (read.success) add(read.data, from);
    else wrong.push(`${from}: ${problems(read.error).join('; ')}.`);
  }
  return { catalogue: { lessons, scenarios }, wrong };
}

export const scenarioNamed = (catalogue: Catalogue, name: string): Scenario | null =>
  Object.hasOwn(catalogue.scenarios, name) ? (catalogue.scenarios[name] ?? null) : null;
