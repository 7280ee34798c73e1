/** The way into the lab, with the run of the opening figure as it stands. */

import { useEffect, useState } from 'react';
import { ButtonLink } from '#/ui';
import { useLesson } from '../lesson/LessonContext';
import { linkHash } from '../players/share';

export function Sandbox() {
  const { main, base } = useLesson();
  const [hash, setHash] = useState('');
  useEffect(() => {
    const follow = () => {
      if (main.store.getState().mode !== 'playing') setHash(linkHash(main) ?? '');
    };
    follow();
    return main.store.subscribe(follow);
  }, [main]);
  return (
    <p data-part="sandbox">
      <ButtonLink variant="primary" href={`${base}lab/${hash}`}>
        Take this run into the lab
      </ButtonLink>
    </p>
  );
}
