/** Where one part of the lesson stands. */

import { useSyncExternalStore } from 'react';
import { left, type Part, standing } from './flow';
import { useLesson } from './LessonContext';

export function useStanding(part: Part): string {
  const { flow } = useLesson();
  const read = () => standing(flow.getSnapshot().value, part);
  return useSyncExternalStore((hear) => subscribed(flow, hear), read, read);
}

/** The parts not yet gone through, joined by commas, so that a render compares words. */
export function useLeft(): readonly Part[] {
  const { flow } = useLesson();
  const read = () => left(flow.getSnapshot().value).join();
  const parts = useSyncExternalStore((hear) => subscribed(flow, hear), read, read);
  return parts === '' ? [] : (parts.split(',') as Part[]);
}

function subscribed(flow: ReturnType<typeof useLesson>['flow'], hear: () => void): () => void {
  const watching = flow.subscribe(hear);
  return () => watching.unsubscribe();
}
