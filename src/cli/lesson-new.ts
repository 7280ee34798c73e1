/** `npm run lesson:new -- <slug> "<title>"`: makes a lesson that passes, to be changed piece by piece. */

import process from 'node:process';
import { BadInput } from './answer';
import { projectRoot } from './disk';
import { newLesson } from './new-lesson';

try {
  const folder = newLesson(projectRoot, process.argv.slice(2));
  process.stdout.write(`${folder} is written, and proved as it stands: npm run -s lab -- prove\n`);
} catch (error) {
  if (!(error instanceof BadInput)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
