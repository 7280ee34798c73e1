/** What the gallery shows of questions: by itself, so that no lesson brings it. */
export { prepareLesson, sampleLesson } from '#/teach';
