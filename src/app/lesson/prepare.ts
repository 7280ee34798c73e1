/** The one thing of the visual half that is needed before a lesson's page is drawn: by itself, or all would come. */
export { prepareLesson } from '#/teach';
