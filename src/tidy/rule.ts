/**
 * What a house rule is: a pure check over the files of the house, with examples it must reject and accept.
 * A rule without a canary proves nothing, so the type asks for at least one.
 * Leaves out reading the disk (read-house.ts) and running (house.test.ts).
 */

export type SourceFile = {
  /** From the top of the project, with forward slashes: `src/kernel/world.ts`. */
  readonly path: string;
  /** The text; empty for files that are not text. */
  readonly text: string;
};

export type Violation = {
  readonly path: string;
  /** Counted from 1; left out when the file as a whole is at fault. */
  readonly line?: number;
  readonly message: string;
};

/** One small house, and why it is an example. */
export type Example = { readonly title: string; readonly files: readonly SourceFile[] };

export type Rule = {
  readonly name: string;
  /** What to do instead, in words that finish the sentence "Instead: …". */
  readonly instead: string;
  readonly check: (files: readonly SourceFile[]) => Violation[];
  readonly rejects: readonly [Example, ...Example[]];
  readonly accepts: readonly [Example, ...Example[]];
};

/** An example of one file. */
export function example(title: string, path: string, text: string): Example {
  return { title, files: [{ path, text }] };
}

export function tell(rule: Rule, { path, line, message }: Violation): string {
  return `${path}${line ? `:${line}` : ''}: ${message} Instead: ${rule.instead}.`;
}

/** The line, counted from 1, on which the character at `index` stands. */
export function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

export const isScript = (path: string) => /\.(ts|tsx|mjs)$/.test(path);
export const isTest = (path: string) => /\.(test|spec)\.tsx?$/.test(path);
/** What only tests reach. */
export const isFixture = (path: string) => /\.fixture\.tsx?$/.test(path);

/** The rules themselves quote what they ban. */
export const isTidy = (path: string) => path.startsWith('src/tidy/');
