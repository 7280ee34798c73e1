/** `lab schema <command>`: the JSON schema of what a command prints with `--json`. */

import { z } from 'zod';
import { type Answer, BadInput } from '../answer';
import type { Asked } from '../asked';
import { outputs } from '../output';

export function schema(asked: Asked): Answer {
  const [, name] = asked.words;
  const known = Object.keys(outputs).join(', ');
  if (name === undefined || !Object.hasOwn(outputs, name)) {
    throw new BadInput(`The schema of which command? There are: ${known}.`);
  }
  const json = z.toJSONSchema(outputs[name as keyof typeof outputs]);
  return { json, lines: JSON.stringify(json, null, 2).split('\n'), exit: 0 };
}
