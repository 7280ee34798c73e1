/**
 * What the parts of a lesson share: its data, its lab, its two lasting players, where the learner stands, and the
 * figures that are on the page.
 */

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { type Actor, createActor } from 'xstate';
import type { Player } from '#/player';
import type { LessonData } from '#/scenarios';
import { Figures } from '../players/figures';
import { createPlayer } from '../players/use-player';
import type { LessonProgress } from '../progress/progress';
import { learnersProgress, useLessonProgress } from '../progress/use-progress';
import type { LoadedKinds } from '../questions/kinds/load';
import { type FlowEvent, flow } from './flow';
import { createLab, type Lab } from './lab';
import type { PreparedLesson } from './prepare';
import { reachedIn } from './reached';

/** What the prover found out about one claim, as its stamp says. */
export interface Proof {
  readonly verdict: string;
  readonly detail: string;
}

export interface Lesson {
  readonly slug: string;
  readonly data: LessonData;
  readonly lab: Lab;
  /** The lab of a stage; the lesson's own where none is named. */
  labOn(stage: string | undefined): Lab;
  /** The kinds of questions that were loaded for this lesson. */
  readonly kinds: LoadedKinds;
  /** The run of the opening figure: the learner's own. */
  readonly main: Player;
  /** The run that the beats tell. */
  readonly story: Player;
  readonly flow: Actor<typeof flow>;
  /** The players whose figures are on the page; the prose points at them. */
  readonly figures: Figures;
  /** By claim; empty where nothing was stamped. */
  readonly proofs: Readonly<Record<string, Proof>>;
  /** From this page to the top of the lab: `../../`. */
  readonly base: string;
  /** Something was done: the flow goes on, and what it left behind is kept. */
  did(event: FlowEvent, change?: (lesson: LessonProgress) => LessonProgress): void;
  keep(change: (lesson: LessonProgress) => LessonProgress): void;
  /** What has been kept of this lesson, now. */
  keptLesson(): LessonProgress;
}

const LessonContext = createContext<Lesson | null>(null);

export function useLesson(): Lesson {
  const lesson = useContext(LessonContext);
  if (!lesson) throw new Error('This part stands outside a lesson: wrap the page in a LessonProvider.');
  return lesson;
}

export interface LessonProviderProps {
  lesson: PreparedLesson;
  slug: string;
  proofs?: Readonly<Record<string, Proof>> | undefined;
  /** From this page to the top of the lab. A lesson lies two folders deep. */
  base?: string | undefined;
  children: ReactNode;
}

export function LessonProvider({
  lesson,
  slug,
  proofs = {},
  base = '../../',
  children,
}: LessonProviderProps) {
  const [shared] = useState(() => createLesson(lesson, slug, proofs, base));
  const progress = useLessonProgress(slug);
  const { flow: actor, data } = shared;

  useEffect(() => {
    actor.send({ type: 'RESTORE', reached: reachedIn(progress, data) });
  }, [actor, data, progress]);

  useEffect(() => {
    const watching = actor.subscribe(({ value }) => {
      if (value === 'done') shared.keep((kept) => (kept.done ? kept : { ...kept, done: true }));
    });
    return () => {
      watching.unsubscribe();
      shared.main.pause();
      shared.story.pause();
    };
  }, [actor, shared]);

  return <LessonContext value={shared}>{children}</LessonContext>;
}

function createLesson(
  { data, module, stages, kinds }: PreparedLesson,
  slug: string,
  proofs: Readonly<Record<string, Proof>>,
  base: string,
): Lesson {
  const { scenario, story } = data;
  const actor = createActor(flow).start();
  const keep: Lesson['keep'] = (change) => learnersProgress().update(slug, change);
  const lab = createLab(scenario, module);
  const labs = new Map<string, Lab>();
  let main: Player | undefined;
  let told: Player | undefined;
  return {
    slug,
    data,
    lab,
    labOn(stage) {
      if (stage === undefined) return lab;
      const known = labs.get(stage);
      if (known) return known;
      const there = stages[stage];
      if (!there) throw new Error(`This lesson has no stage called ${stage}.`);
      const made = createLab(there, module);
      labs.set(stage, made);
      return made;
    },
    kinds,
    get main() {
      main ??= createPlayer({ scenario, module });
      return main;
    },
    get story() {
      told ??= createPlayer({
        scenario,
        module,
        variant: story.variant,
        beats: story.beats,
        opening: { atUs: 0 },
      });
      return told;
    },
    flow: actor,
    figures: new Figures(),
    proofs,
    base,
    did(event, change) {
      actor.send(event);
      if (change) keep(change);
    },
    keep,
    keptLesson: () => learnersProgress().lesson(slug),
  };
}
