/**
 * The policy of every page: nothing from anywhere else, no inline style, and of inline scripts only those whose hash
 * is named. It is a meta tag, because the files must be as strict on a server that knows nothing of us.
 */
import { createHash } from 'node:crypto';

/** The content of the `Content-Security-Policy` meta tag for a page with these inline scripts. */
export function policy(inlineScripts: readonly string[]): string {
  const hashes = inlineScripts.map(
    (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  return [
    `default-src 'none'`,
    `script-src ${["'self'", ...hashes].join(' ')}`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

/** What in a page the policy would forbid, as a sentence; undefined when there is nothing. */
export function breach(html: string): string | undefined {
  const tags = html.match(/<[a-z][^>]*>/gi) ?? [];
  const styled = tags.find((tag) => /\sstyle\s*=/i.test(tag));
  if (styled) return `${styled} has an inline style; use a class, or an attribute of the SVG.`;
  const handled = tags.find((tag) => /\son[a-z]+\s*=/i.test(tag));
  if (handled) return `${handled} has an inline handler; use React's.`;
  if (tags.some((tag) => /^<style\b/i.test(tag)))
    return 'It has a <style> element; put the rules in a module.';
  return undefined;
}
