/** A history as the lab's own JSON, one operation a line. `readHistories` reads it back as it was. */

import type { History, HistoryOperation, ObjectName } from '#/checkers';

function operation(op: HistoryOperation): string {
  const { line: _, outcome, ...members } = op;
  return JSON.stringify(outcome === 'ok' ? members : { ...members, outcome });
}

/** With the object, so that nobody needs to guess it. */
export function historyText(history: History, object?: ObjectName): string {
  const { name, initial, operations, replicas } = history;
  const head = [
    `"name": ${JSON.stringify(name)}`,
    ...(object === undefined ? [] : [`"model": ${JSON.stringify(object)}`]),
    `"initial": ${JSON.stringify(initial)}`,
    ...(replicas === undefined ? [] : [`"replicas": ${JSON.stringify(replicas)}`]),
  ];
  const ops = operations.map((op) => `    ${operation(op)}`);
  const list = ops.length === 0 ? '[]' : `[\n${ops.join(',\n')}\n  ]`;
  return `{\n  ${[...head, `"ops": ${list}`].join(',\n  ')}\n}\n`;
}
