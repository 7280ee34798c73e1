import { describe, expect, it } from 'vitest';
import { canonicalPath, hrefTo, matchRoute } from './route';

describe('matchRoute', () => {
  it('knows the kinds of page', () => {
    expect(matchRoute('')).toEqual({ page: 'home' });
    expect(matchRoute('learn/neither/')).toEqual({ page: 'lesson', slug: 'neither' });
    expect(matchRoute('lab/')).toEqual({ page: 'lab' });
    expect(matchRoute('gallery/')).toEqual({ page: 'gallery' });
    expect(matchRoute('history/')).toEqual({ page: 'history' });
    expect(matchRoute('chaos/')).toEqual({ page: 'chaos' });
    expect(matchRoute('embed/rpc-charge/')).toEqual({ page: 'embed', scenario: 'rpc-charge' });
  });

  it.each(['learn/', 'learn/Neither/', 'learn/a/b/', 'lab', 'embed/../', 'learn/..%2f/', 'x'])(
    'has no page for %s',
    (path) => {
      expect(matchRoute(path)).toEqual({ page: 'notFound' });
    },
  );
});

describe('canonicalPath', () => {
  it('adds the slash that a folder has, and removes the file that stands for it', () => {
    expect(canonicalPath('learn/neither')).toBe('learn/neither/');
    expect(canonicalPath('lab/index.html')).toBe('lab/');
    expect(canonicalPath('index.html')).toBe('');
  });

  it('leaves what is no page alone', () => {
    expect(canonicalPath('missing')).toBe('missing');
    expect(canonicalPath('learn/a/b')).toBe('learn/a/b');
  });
});

describe('hrefTo', () => {
  it.each([
    ['', '/', './'],
    ['', '/lab/', './lab/'],
    ['lab/', '/', '../'],
    ['learn/neither/', '/lab/#s=v1.x', '../../lab/#s=v1.x'],
    ['learn/neither/', '/learn/cap/', '../../learn/cap/'],
    ['deep/and/missing', '/', '../../'],
  ])('from %s to %s is %s', (from, to, href) => {
    expect(hrefTo(from, to)).toBe(href);
    const base = 'http://host/some/base/';
    expect(new URL(href, base + from).href).toBe(base + to.slice(1));
  });
});
