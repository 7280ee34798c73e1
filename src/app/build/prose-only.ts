/**
 * A lesson's page places things and imports nothing: its words come from the author, its components from the
 * vocabulary, its data from the files beside it. This turns an `import` or `export` in the prose into a sentence.
 */
interface Node {
  type: string;
  position?: { start: { line: number } };
  children?: Node[];
}

interface File {
  path?: string;
}

export function proseOnly() {
  return (tree: Node, file: File): void => {
    const code = tree.children?.find((node) => node.type === 'mdxjsEsm');
    if (code === undefined) return;
    const where = `${file.path ?? 'A lesson'}, line ${code.position?.start.line ?? '?'}`;
    throw new Error(
      `${where}: a lesson's page imports and exports nothing. Put data in scenario.ts, quiz.ts or challenge.ts.`,
    );
  };
}
