/** What the gallery shows of questions: by itself, so that no lesson brings it. */
export { logLesson, prepareLesson, sampleLesson } from '#/teach';
