import { describe, expect, it } from 'vitest';
import { breach, policy } from './csp';

describe('policy', () => {
  it('names inline scripts by their hash and allows no other', () => {
    const text = policy(['alert(1)']);
    expect(text).toContain("script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
    expect(text).not.toContain('unsafe');
    expect(policy([])).toContain("script-src 'self';");
  });
});

describe('breach', () => {
  it.each([
    '<p style="color:red">',
    '<p class="a"\n style = "x">',
    '<b onclick="go()">',
    '<style>p{}</style>',
  ])('finds %s', (html) => {
    expect(breach(`<main>${html}</main>`)).toBeDefined();
  });

  it('lets words about style pass', () => {
    expect(breach('<p class="style">style="x" is onclick=</p>')).toBeUndefined();
  });
});
