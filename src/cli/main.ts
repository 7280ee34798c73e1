/** `npm run -s lab -- …`: the lab at a prompt. */

import process from 'node:process';
import { findOnDisk } from './disk';
import { prompt } from './prompt';

const { out, err, exit } = await prompt(process.argv.slice(2), () => findOnDisk());
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = exit;
