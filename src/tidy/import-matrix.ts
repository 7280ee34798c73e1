/**
 * Who may import whom: rooms only from the rooms below them, and only through `#/room`; lessons only types.
 * Tests may look into any room through its index, and use any package.
 * Leaves out cycles inside a room, which the linter finds.
 */
import { imports } from './imports';
import { rooms } from './rooms';
import { example, isFixture, isScript, isTest, type Rule, type SourceFile, type Violation } from './rule';

function matches(name: string, pattern: string): boolean {
  if (pattern.endsWith('*')) return name.startsWith(pattern.slice(0, -1));
  return name === pattern || name.startsWith(`${pattern}/`);
}

function join(from: string, relative: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

const testing = ['vitest', 'fast-check'];

function judge(path: string, specifier: string, typeOnly: boolean): string | undefined {
  const [top, place = ''] = path.split('/');
  if (top === 'lessons') {
    if (path.endsWith('.mdx')) return 'A lesson page imports nothing.';
    if (isTest(path) || (typeOnly && specifier === '#/scenarios')) return undefined;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    if (specifier.startsWith('.') && join(path, specifier).startsWith(folder)) return undefined;
    return `A lesson imports only types, from #/scenarios, and not ${specifier}.`;
  }
  if (top !== 'src' || !path.slice(4).includes('/')) return undefined;
  const room = rooms[place];
  if (!room) return `src/${place} is not a room of the house.`;

  if (specifier.startsWith('.')) {
    const target = join(path, specifier);
    if (target.startsWith(`src/${place}/`) || (place === 'tidy' && isTest(path))) return undefined;
    return `${specifier} leaves the room.`;
  }
  if (specifier.startsWith('#/')) {
    const other = specifier.slice(2);
    if (other === place) return `Inside ${place} the index is for others.`;
    // The page's styles are put in order in one place.
    if (place === 'app' && /^[a-z]+\/[\w-]+\.css$/.test(other)) return undefined;
    if (!(other in rooms)) return `${specifier} reaches past the index of a room.`;
    if (isTest(path) || room.rooms.includes(other)) return undefined;
    if (room.types?.includes(other)) {
      return typeOnly ? undefined : `${place} may name types of ${other}, and this imports a value.`;
    }
    return `${place} may not import ${other}.`;
  }
  if (isTest(path) || room.packages === 'any') return undefined;
  if (room.packages.some((pattern) => matches(specifier, pattern))) return undefined;
  // What only tests reach may ask what tests ask; that nothing else reaches it is another rule's to see to.
  if (isFixture(path) && testing.includes(specifier)) return undefined;
  return `${place} may not use the package ${specifier}.`;
}

function check(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => isScript(path) || path.endsWith('.mdx'))
    .flatMap(({ path, text }) =>
      imports(path.endsWith('.mdx') ? withoutFences(text) : text).flatMap(({ specifier, typeOnly, line }) => {
        const message = judge(path, specifier, typeOnly);
        return message ? [{ path, line, message }] : [];
      }),
    );
}

/** Code shown to the reader is not code of the page; neither is a sentence that says "import". */
function withoutFences(text: string): string {
  const shown = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, (fence) => fence.replace(/[^\n]/g, ' '));
  return shown.replace(/^(?!\s*(?:import|export)\b).*$/gm, '');
}

export const importMatrix: Rule = {
  name: 'rooms import only from the rooms below them',
  instead: 'use what the rooms below export from their index, or move the idea to the room it belongs in',
  check,
  rejects: [
    example('a room above', 'src/kernel/a.ts', "import { frame } from '#/stage';"),
    example('past the index', 'src/cli/a.ts', "import { prove } from '#/scenarios/prove';"),
    example('a style sheet of another room', 'src/stage/a.tsx', "import '#/ui/global.css';"),
    example('a relative way out', 'src/player/a.ts', "import { World } from '../kernel/world';"),
    example('a value where types may go', 'src/stage/a.ts', "import { seek } from '#/kernel';"),
    example('among types, a value', 'src/stage/a.ts', "import { type View, seek } from '#/kernel';"),
    example('a re-export', 'src/ui/a.ts', "export { prove } from '#/scenarios';"),
    example('a dynamic import', 'src/kernel/a.ts', "const raft = () => import('#/protocols');"),
    example('React in the player', 'src/player/a.ts', "import { useState } from 'react';"),
    example('a package in the kernel', 'src/kernel/a.ts', "import 'zod';"),
    example('Node in the kernel', 'src/kernel/a.ts', "import { readFileSync } from 'node:fs';"),
    example('a package in a fixture', 'src/protocols/a.fixture.ts', "import 'zod';"),
    example('a test’s package elsewhere', 'src/protocols/a.ts', "import fc from 'fast-check';"),
    example('a value in a lesson', 'lessons/01-a/quiz.ts', "import { prove } from '#/scenarios';"),
    example('an import in a lesson page', 'lessons/01-a/lesson.mdx', "import { Bet } from '#/teach';"),
    example('a room nobody planned', 'src/stuff/a.ts', "import { World } from '#/kernel';"),
  ],
  accepts: [
    example('the room below', 'src/protocols/rpc/a.ts', "import { role } from '#/kernel';"),
    example('types where types may go', 'src/stage/a.ts', "import type { View } from '#/kernel';"),
    example('marked types', 'src/stage/a.ts', "import { type View, type Node } from '#/kernel';"),
    example('the same room', 'src/kernel/deep/a.ts', "import { World } from '../world';"),
    example('a family of packages', 'src/stage/a.ts', "import { scaleLinear } from 'd3-scale';"),
    example('the style sheets of a page', 'src/app/styles.ts', "import '#/ui/global.css';"),
    example('a test’s package in a fixture', 'src/protocols/a.fixture.ts', "import fc from 'fast-check';"),
    example('types in a lesson', 'lessons/01-a/quiz.ts', "import type { Quiz } from '#/scenarios';"),
    example('an import in a comment', 'src/kernel/a.ts', "// import { frame } from '#/stage';"),
    example('an import in a string', 'src/kernel/a.ts', 'const said = "import { frame } from \'#/stage\'";'),
    example('an import shown in a page', 'lessons/01-a/lesson.mdx', "```ts\nimport fs from 'node:fs';\n```"),
  ],
};
