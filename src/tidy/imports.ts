/**
 * The imports of a TypeScript file: static, re-exported, for effect, dynamic.
 * Leaves out imports whose name is computed; nothing in the house has one.
 */
import { split } from './code';
import { lineAt } from './rule';

export type Import = {
  readonly specifier: string;
  /** Erased when compiled: `import type`, or every name marked `type`. */
  readonly typeOnly: boolean;
  readonly line: number;
};

const shapes = [
  /\bimport\s+(type\s+)?([\w$*{}\s,]+?)\s*from\s*(['"])([^'"\n]+)\3/g,
  /\bexport\s+(type\s+)?(\*(?:\s+as\s+[\w$]+)?|\{[\w$\s,]*\})\s*from\s*(['"])([^'"\n]+)\3/g,
  /\bimport()()\s*(['"])([^'"\n]+)\3/g,
  /\bimport()()\s*\(\s*(['"])([^'"\n]+)\3/g,
];

export function imports(text: string): Import[] {
  const { code, bare } = split(text);
  return shapes.flatMap((shape) =>
    [...code.matchAll(shape)]
      // What only looks like an import because a string quotes one.
      .filter((match) => bare.startsWith(match[0].slice(0, 6), match.index))
      .map((match) => ({
        specifier: match[4] ?? '',
        typeOnly: Boolean(match[1]) || allTypes(match[2] ?? ''),
        line: lineAt(text, match.index),
      })),
  );
}

function allTypes(clause: string): boolean {
  const names = /^\{([\s\S]*)\}$/.exec(clause.trim())?.[1]?.split(',');
  const given = names?.map((name) => name.trim()).filter(Boolean) ?? [];
  return given.length > 0 && given.every((name) => name.startsWith('type '));
}
