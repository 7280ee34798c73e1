/** The way into the lab, with the run of the opening figure as it stands. */

import { type MouseEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ButtonLink } from '#/ui';
import { useLesson } from '../lesson/LessonContext';
import { linkHash } from '../players/share';

export function Sandbox() {
  const { main, base } = useLesson();
  const link = useRef<HTMLParagraphElement>(null);
  const [hash, setHash] = useState('');

  /** The link is made when somebody is about to follow it: runs change, and packing one takes a moment. */
  async function prepare(): Promise<string> {
    const next = (await linkHash(main)) ?? '';
    // At once, so that a click that waited for it finds it.
    flushSync(() => setHash(next));
    return next;
  }

  function follow(event: MouseEvent<HTMLAnchorElement>): void {
    if (hash !== '') return;
    event.preventDefault();
    void prepare().then((next) => {
      // Followed only once there is something to follow; a run that no link can hold opens the lab alone.
      const anchor = link.current?.querySelector('a');
      if (next === '') anchor?.ownerDocument.location.assign(anchor.href);
      else anchor?.click();
    });
  }

  return (
    <p ref={link} data-part="sandbox">
      <ButtonLink
        variant="primary"
        href={`${base}lab/${hash}`}
        onPointerEnter={() => void prepare()}
        onFocus={() => void prepare()}
        onClick={follow}
      >
        Take this run into the lab
      </ButtonLink>
    </p>
  );
}
