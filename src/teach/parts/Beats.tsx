/**
 * The story of a run, told in steps: each plays on to an authored moment, pauses there, and says what has happened.
 * The learner sets the pace. All the captions together stand in the text, for whoever reads without playing.
 */

import { useEffect, useState } from 'react';
import type { FigurePart } from '#/stage';
import { Button, ButtonRow, cx, Disclosure } from '#/ui';
import { useLesson } from '../lesson/LessonContext';
import { RunFigure } from '../players/RunFigure';
import { usePlayerState } from '../players/use-player';
import styles from './Beats.module.css';
import part from './Part.module.css';
import { PrintedBeats } from './PrintedBeats';
import { STORY_ID } from './story-id';
import { stillPreferred, tell } from './telling';

/** What the story does without, so that picture, caption and time bar are in sight together. */
const aside: readonly FigurePart[] = ['actions', 'ledger'];
/** Where load is the point, the charts tell it, and the caption stands right under them. */
const asideOfLoad: readonly FigurePart[] = [...aside, 'tape'];

export function Beats() {
  const { story, data, lab } = useLesson();
  const { beats, variant } = data.story;
  const [marks] = useState(() =>
    lab.moments(
      variant,
      beats.map(({ until }) => until),
    ),
  );
  return (
    <div className={part.part} data-part="beats">
      <Disclosure summary="All the steps, in words" className={styles.inWords}>
        <ol className={styles.all}>
          {beats.map(({ caption }) => (
            <li key={caption}>{caption}</li>
          ))}
        </ol>
      </Disclosure>
      <div className={cx(part.figure, styles.played)} data-figure>
        <RunFigure
          player={story}
          label="The run, step by step"
          marks={marks}
          hide={data.scenario.charts ? asideOfLoad : aside}
        >
          <Telling />
        </RunFigure>
      </div>
      <PrintedBeats />
    </div>
  );
}

function Telling() {
  const { story, data, did } = useLesson();
  const { beats } = data.story;
  const beat = usePlayerState(story, (state) => state.beat ?? -1);
  const playing = usePlayerState(story, (state) => state.mode === 'playing');
  const last = beats.length - 1;

  useEffect(() => {
    if (beat < 0) return;
    const told = beat === last;
    did({ type: told ? 'LAST_BEAT' : 'BEAT' }, (kept) => {
      const reached = Math.max(kept.beats, beat + 1);
      if (reached === kept.beats && (kept.told || !told)) return kept;
      return { ...kept, beats: reached, told: kept.told || told };
    });
  }, [beat, last, did]);

  function forth(): void {
    if (beat >= last) tell(story, -1);
    // Pressed again while it plays, or with motion turned off, it jumps there.
    else story.nextBeat(playing || stillPreferred());
  }

  return (
    <section id={STORY_ID} tabIndex={-1} className={styles.story} aria-label="The run, step by step">
      <p className={styles.place}>
        {beat < 0 ? 'Before the first step' : `Step ${beat + 1} of ${beats.length}`}
      </p>
      <p className={styles.caption} aria-live="polite">
        {beats[beat]?.caption ?? 'The run stands at its very start. Go on when you are ready.'}
      </p>
      <ButtonRow className={part.controls}>
        <Button onClick={() => tell(story, beat - 1)} unavailable={beat < 0}>
          Previous step
        </Button>
        <Button variant="primary" onClick={forth}>
          {beat >= last ? 'From the start' : playing ? 'Jump to the next step' : 'Next step'}
        </Button>
      </ButtonRow>
    </section>
  );
}
