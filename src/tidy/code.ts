/**
 * Tells code, strings and comments of a TypeScript file apart without parsing it, position by position.
 * Knows: both comments, three quotes, nested template expressions, regular expressions.
 * Leaves out JSX text: there an apostrophe opens a "string", which is why strings end with their line.
 */

export type Split = {
  /** The file with comments blanked; every other character keeps its place. */
  readonly code: string;
  /** The same with what is inside strings, templates and regular expressions blanked as well. */
  readonly bare: string;
};

/** After these a slash begins a regular expression; after anything else it divides. */
const beforeRegex = /(^|[(,=:[!&|?{};<>+*%~^-]|\b(?:return|typeof|case|in|of|do|else|void|yield|await))$/;

export function split(text: string): Split {
  const code = [...text.split('')];
  const bare = [...code];
  const blank = (list: string[], from: number, to: number) => {
    for (let i = from; i < to; i++) if (list[i] !== '\n') list[i] = ' ';
  };
  const comment = (from: number, to: number) => {
    blank(code, from, to);
    blank(bare, from, to);
  };
  /** For each template literal that is open, how many braces are open inside its expression. */
  const templates: number[] = [];
  let i = 0;

  const template = () => {
    const from = i;
    while (i < text.length && text[i] !== '`' && !text.startsWith('${', i)) i += text[i] === '\\' ? 2 : 1;
    blank(bare, from, Math.min(i, text.length));
    if (text[i] === '`') {
      i += 1;
      return;
    }
    i += 2;
    templates.push(0);
  };

  while (i < text.length) {
    const c = text[i];
    if (text.startsWith('//', i)) {
      const end = text.indexOf('\n', i);
      comment(i, end < 0 ? text.length : end);
      i = end < 0 ? text.length : end;
    } else if (text.startsWith('/*', i)) {
      const end = text.indexOf('*/', i + 2);
      comment(i, end < 0 ? text.length : end + 2);
      i = end < 0 ? text.length : end + 2;
    } else if (c === "'" || c === '"') {
      let end = i + 1;
      while (end < text.length && text[end] !== c && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1;
      if (text[end] === c) blank(bare, i + 1, end);
      i = text[end] === c ? end + 1 : i + 1;
    } else if (c === '`') {
      i += 1;
      template();
    } else if (
      c === '/' &&
      beforeRegex.test(
        bare
          .slice(Math.max(0, i - 40), i)
          .join('')
          .trimEnd(),
      )
    ) {
      const end = regexEnd(text, i);
      if (end > 0) blank(bare, i + 1, end);
      i = end > 0 ? end + 1 : i + 1;
    } else {
      const depth = templates.length - 1;
      if (c === '{' && depth >= 0) templates[depth] = (templates[depth] ?? 0) + 1;
      i += 1;
      if (c === '}' && depth >= 0) {
        if (templates[depth] === 0) {
          templates.pop();
          template();
        } else templates[depth] = (templates[depth] ?? 0) - 1;
      }
    }
  }
  return { code: code.join(''), bare: bare.join('') };
}

/** Where the regular expression that opens at `from` closes; 0 when its line ends first. */
function regexEnd(text: string, from: number): number {
  let inClass = false;
  for (let i = from + 1; i < text.length && text[i] !== '\n'; i++) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === '[') inClass = true;
    else if (text[i] === ']') inClass = false;
    else if (text[i] === '/' && !inClass) return i;
  }
  return 0;
}

/** The contents of every closed string and template chunk, with where each begins. */
export function strings(text: string): { value: string; index: number }[] {
  const { code, bare } = split(text);
  const found: { value: string; index: number }[] = [];
  for (const { index } of bare.matchAll(/['"`}](?=\s)|['"`]/g)) {
    let end = index + 1;
    while (end < code.length && bare[end] === ' ' && code[end] !== '\n') end += 1;
    const value = code.slice(index + 1, end);
    if (value.trim()) found.push({ value, index: index + 1 });
  }
  return found;
}
