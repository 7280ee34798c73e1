/** A history as the lab's own JSON, which the page, the prompt and the learner's friends can open again. */

import type { History, ObjectName } from '#/scenarios';

export function historyFile({ name, initial, operations, replicas }: History, object: ObjectName): string {
  const ops = operations.map(({ line: _, ...op }) => JSON.stringify(op));
  const lines = [
    `  "name": ${JSON.stringify(name)}`,
    `  "model": ${JSON.stringify(object)}`,
    `  "initial": ${JSON.stringify(initial)}`,
    ...(replicas ? [`  "replicas": ${JSON.stringify(replicas)}`] : []),
    `  "ops": [\n${ops.map((op) => `    ${op}`).join(',\n')}\n  ]`,
  ];
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** A name any file system takes. */
export const fileName = (name: string): string =>
  `${
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'history'
  }.json`;
