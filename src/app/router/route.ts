/**
 * The addresses of the lab, as pure functions over a path inside the base: '' is home, 'learn/neither/' a lesson.
 * Every address ends in a slash, because each is a folder with an index.html on a server that knows nothing of us.
 */
export type Route =
  | { page: 'home' }
  | { page: 'lesson'; slug: string }
  | { page: 'lab' }
  | { page: 'gallery' }
  | { page: 'history' }
  | { page: 'chaos' }
  | { page: 'embed'; scenario: string }
  | { page: 'notFound' };

const name = '([a-z0-9]+(?:-[a-z0-9]+)*)';
const lesson = new RegExp(`^learn/${name}/$`);
const embed = new RegExp(`^embed/${name}/$`);

/** Which page a path inside the base names. The names themselves are checked by whoever loads the page. */
export function matchRoute(path: string): Route {
  if (path === '' || path === 'index.html') return { page: 'home' };
  if (path === 'lab/') return { page: 'lab' };
  if (path === 'gallery/') return { page: 'gallery' };
  if (path === 'history/') return { page: 'history' };
  if (path === 'chaos/') return { page: 'chaos' };
  const slug = lesson.exec(path)?.[1];
  if (slug !== undefined) return { page: 'lesson', slug };
  const scenario = embed.exec(path)?.[1];
  if (scenario !== undefined) return { page: 'embed', scenario };
  return { page: 'notFound' };
}

/** The one spelling of an address: 'lab' and 'lab/index.html' are both 'lab/'. */
export function canonicalPath(path: string): string {
  const bare = path.replace(/(^|\/)index\.html$/, '$1');
  return bare === '' || bare.endsWith('/') || matchRoute(`${bare}/`).page === 'notFound' ? bare : `${bare}/`;
}

/**
 * A relative link from one path to an address such as `/lab/#s=v1.…`.
 * It depends on the depth of `from` alone, so that prerendered pages and the app write the same one.
 */
export function hrefTo(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  return (up || './') + to.replace(/^\//, '');
}
