/**
 * What a learner reads is calm: no exclamation marks, no emoji, no praise of ourselves.
 * Looks at lessons, documents and the strings of the app.
 * Leaves out text between JSX tags that holds more than one line, and everything only a reader can judge.
 */
import { strings } from './code';
import {
  example,
  isScript,
  isTest,
  isTidy,
  lineAt,
  type Rule,
  type SourceFile,
  type Violation,
} from './rule';

const shouting = /[\p{L}\p{N})"”’]!+(?=$|[\s"”’)<])/gmu;
const emoji = /\p{Emoji_Presentation}/gu;
const praise =
  /\b(?:seamless(?:ly)?|effortless(?:ly)?|blazing(?:ly)?|world-class|cutting-edge|best-in-class|revolutionary|game-chang\w+|supercharge\w*|next-level|powerful|stunning)\b/gi;

const product = (path: string) => /^(?:src|lessons)\//.test(path) && !isTest(path) && !isTidy(path);
const page = (path: string) => /\.mdx?$/.test(path) && !isTidy(path);

/** Blanks what a page quotes as code, keeping every position. */
export function withoutCode(text: string): string {
  const blank = (quoted: string) => quoted.replace(/[^\n]/g, ' ');
  return text.replace(/^(```|~~~)[\s\S]*?^\1/gm, blank).replace(/`[^`\n]*`/g, blank);
}

/** The parts of a file that a learner reads, with where each begins. */
function told({ path, text }: SourceFile): { value: string; index: number }[] {
  if (page(path)) {
    const prose = withoutCode(text).replace(/\{[^{}\n]*\}/g, (part) => ' '.repeat(part.length));
    return [{ value: prose, index: 0 }];
  }
  if (!product(path) || !isScript(path)) return [];
  const between = [...text.matchAll(/(?<=[\w"'}]>)[^<>{}\n]+(?=<)/g)];
  return [...strings(text), ...between.map(({ 0: value, index }) => ({ value, index }))];
}

function check(files: readonly SourceFile[]): Violation[] {
  return files.flatMap((file) =>
    told(file).flatMap(({ value, index }) => {
      const at = (offset: number) => ({ path: file.path, line: lineAt(file.text, index + offset) });
      return [
        ...[...value.matchAll(shouting)].map((m) => ({ ...at(m.index), message: 'An exclamation mark.' })),
        ...[...value.matchAll(emoji)].map((m) => ({ ...at(m.index), message: `${m[0]} is an emoji.` })),
        ...[...value.matchAll(praise)].map((m) => ({ ...at(m.index), message: `"${m[0]}" is praise.` })),
      ];
    }),
  );
}

export const prose: Rule = {
  name: 'calm prose',
  instead: 'say what is the case, plainly',
  check,
  rejects: [
    example('shouting in a lesson', 'lessons/01-a/lesson.mdx', 'The message is lost!'),
    example('shouting in a quiz', 'lessons/01-a/quiz.ts', "export const quiz = { right: 'Well done!' };"),
    example('shouting in a component', 'src/teach/a.tsx', 'const el = <p>Well done!</p>;'),
    example('an emoji', 'README.md', 'Break it \u{1F525} yourself.'),
    example('praise', 'README.md', 'A powerful lab.'),
  ],
  accepts: [
    example(
      'code in a lesson',
      'lessons/01-a/lesson.mdx',
      'Write `!lost` here.\n\n```ts\nif (!lost) go!\n```',
    ),
    example('an image', 'README.md', '![The figure of lesson 01](public/screenshot.png)'),
    example('negation', 'src/teach/a.tsx', 'const el = <p hidden={!open}>{a !== b}</p>;'),
    example('arrows and marks', 'src/stage/a.ts', "const label = 'a → b ✓';"),
  ],
};
