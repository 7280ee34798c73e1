/** The lock-file check rejects the locks that work only on the machine that wrote them. */
import { describe, expect, it } from 'vitest';
import { lockFaults } from '../../e2e/check-lock.mjs';

const good = {
  packages: {
    '': { devDependencies: { tool: '1.0.0' } },
    'node_modules/tool': {
      version: '1.0.0',
      integrity: 'sha512-x',
      optionalDependencies: { '@tool/linux': '1.0.0', '@tool/mac': '1.0.0' },
    },
    'node_modules/@tool/linux': { version: '1.0.0', integrity: 'sha512-x' },
    'node_modules/tool/node_modules/@tool/mac': { version: '1.0.0', integrity: 'sha512-x' },
  },
};
const manifest = { devDependencies: { tool: '1.0.0' } };

/** The good lock with some entries replaced; an entry given as undefined is gone. */
function changed(entries: Record<string, object | undefined>) {
  const packages = { ...good.packages, ...entries };
  return { packages: JSON.parse(JSON.stringify(packages)) };
}

it('accepts a whole lock, with platform packages beside or inside the one that needs them', () => {
  expect(lockFaults(good, manifest)).toEqual([]);
});

describe('rejects', () => {
  it.each([
    ['a platform package that was left out', { 'node_modules/@tool/linux': undefined }, /another platform/],
    [
      'a platform package of another version',
      { 'node_modules/@tool/linux': { version: '0.9.0', integrity: 'sha512-x' } },
      /needs exactly/,
    ],
    [
      'a host',
      {
        'node_modules/@tool/linux': { version: '1.0.0', integrity: 'x', resolved: 'https://r.example/a.tgz' },
      },
      /names the host/,
    ],
    ['a package without integrity', { 'node_modules/@tool/linux': { version: '1.0.0' } }, /no integrity/],
    [
      'a package nothing needs',
      { 'node_modules/old': { version: '1.0.0', integrity: 'x', extraneous: true } },
      /nothing depends/,
    ],
    [
      'a dependency on a tag that moves',
      { 'node_modules/old': { version: '1.0.0', integrity: 'x', dependencies: { tool: 'latest' } } },
      /which moves/,
    ],
  ])('%s', (_title, entries, said) => {
    expect(lockFaults(changed(entries), manifest).join('\n')).toMatch(said);
  });

  it('a lock that is not of this package.json', () => {
    expect(lockFaults(good, { devDependencies: { tool: '1.1.0' } }).join()).toMatch(/the lock does not/);
    expect(lockFaults(good, { devDependencies: { tool: '^1.0.0' } }).join()).toMatch(/does not pin/);
  });
});
