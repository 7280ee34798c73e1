/** The kinds of questions that few lessons ask, one after the other, for the gallery. Answers are kept as those of a lesson of that name. */

import { LessonProvider } from '../lesson/LessonContext';
import type { PreparedLesson } from '../lesson/prepare';
import { Asked } from '../parts/Quiz';

export function QuestionSamples({ lesson }: { lesson: PreparedLesson }) {
  return (
    <LessonProvider lesson={lesson} slug="gallery" base="../">
      {lesson.data.quiz.map((question) => (
        <Asked key={question.id} question={question} />
      ))}
    </LessonProvider>
  );
}
