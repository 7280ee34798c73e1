/** Gives every heading of a lesson an id made from its words, so that a sentence can be linked to. */
interface Node {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

export function headingIds() {
  return (tree: Node): void => {
    const taken = new Map<string, number>();
    walk(tree, (node) => {
      if (!/^h[2-6]$/.test(node.tagName ?? '') || node.properties?.id) return;
      const base = slug(text(node)) || 'section';
      const times = taken.get(base) ?? 0;
      taken.set(base, times + 1);
      node.properties = { ...node.properties, id: times === 0 ? base : `${base}-${times + 1}` };
    });
  };
}

/** The part of an address that stands for a heading: "What B knows" becomes "what-b-knows". */
export function slug(words: string): string {
  return words
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{Letter}\p{Number}\s-]/gu, '')
    .trim()
    .replace(/[\s-]+/g, '-');
}

function text(node: Node): string {
  return (node.value ?? '') + (node.children ?? []).map(text).join('');
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of node.children ?? []) walk(child, visit);
}
