/**
 * A question whose kind may still be on its way. The server has drawn it; React leaves it alone until its code is
 * there, which is fetched when the reader comes near. What is pressed or filled in meanwhile is done again then.
 */

import { Suspense, use, useEffect, useRef, useState } from 'react';
import type { Question } from '#/scenarios';
import { holdUntil } from './hold-until';
import type { LateKind } from './kinds/load';

interface LateQuestionProps {
  question: Question;
  kind: LateKind;
}

export function LateQuestion({ question, kind }: LateQuestionProps) {
  const place = useRef<HTMLDivElement>(null);
  const answers = useRef<(() => Promise<void>) | null>(null);
  useEffect(() => {
    const element = place.current;
    if (!element || kind.now) return;
    answers.current = holdUntil(element, () => kind.fetch());
    const near = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && kind.fetch(), {
      rootMargin: '150% 0px',
    });
    near.observe(element);
    return () => {
      near.disconnect();
      void answers.current?.();
    };
  }, [kind]);
  // Always the same: what is drawn and not yet taken over must get no other properties, or it is drawn anew.
  const [content] = useState(() => {
    const Kind = kind.now;
    const late = <Content question={question} kind={kind} onThere={() => void answers.current?.()} />;
    return <Suspense>{Kind ? <Kind question={question as never} /> : late}</Suspense>;
  });
  return (
    <div ref={place} data-late={question.kind}>
      {content}
    </div>
  );
}

function Content({ question, kind, onThere }: LateQuestionProps & { onThere: () => void }) {
  // Asked at every render, there or not: React goes over a render that had to wait step by step.
  const Kind = use(kind.soon);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it answers for the first time.
  useEffect(onThere, []);
  return <Kind question={question as never} />;
}
