/**
 * The handout: on paper a run cannot be played, so the figure is printed once for each beat, frozen there. The
 * figures are made when printing begins and go when it has ended.
 */

import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLesson } from '../lesson/LessonContext';
import { RunFigure } from '../players/RunFigure';
import { usePlayer } from '../players/use-player';
import styles from './Beats.module.css';
import { tell } from './telling';

export function PrintedBeats() {
  const { data } = useLesson();
  const printing = usePrinting();
  if (!printing) return null;
  return (
    <ol className={styles.printed}>
      {data.story.beats.map(({ caption }, beat) => (
        <li key={caption}>
          <p>{caption}</p>
          <FrozenBeat beat={beat} />
        </li>
      ))}
    </ol>
  );
}

function FrozenBeat({ beat }: { beat: number }) {
  const { lab, data } = useLesson();
  const { scenario, module } = lab;
  const player = usePlayer({
    scenario,
    module,
    variant: data.story.variant,
    beats: data.story.beats,
    opening: { atUs: 0 },
  });
  useState(() => tell(player, beat));
  return <RunFigure player={player} frozen />;
}

function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // At once: the browser takes its picture of the page as soon as the event has been heard.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}
