export { curriculum, type Part, type PlannedLesson } from './curriculum';
