import { describe, expect, it } from 'vitest';
import { missingDocument, type Parts, pageDocument } from './document';

const template = `<head><!--policy--><!--page head--><!--boot-->
<link rel="icon" href="./icon.svg" /><script type="module" crossorigin src="./assets/a.js"></script>
<link rel="stylesheet" crossorigin href="./assets/a.css"></head><body><div id="root"><!--page--></div></body>`;

const parts: Parts = {
  path: 'learn/neither/',
  html: '<main>$1 & words</main>',
  title: 'A "title" & more',
  description: 'D',
  entry: 'assets/a.js',
  chunks: ['assets/b.js'],
  styles: ['assets/a.css'],
  fonts: ['assets/f.woff2'],
};

describe('pageDocument', () => {
  const html = pageDocument(template, parts);

  it('leads every link up to the base', () => {
    expect(html).toContain('href="../../icon.svg"');
    expect(html).toContain('<link rel="stylesheet" href="../../assets/a.css" />');
    expect(html).not.toContain('="./');
    expect(pageDocument(template, { ...parts, path: '' })).toContain('href="./assets/a.css"');
  });

  it('asks for no script before the text is painted', () => {
    expect(html).not.toMatch(/<script[^>]*\ssrc=|modulepreload"/);
    expect(html).toContain('data-entry="../../assets/a.js" data-chunks="../../assets/b.js"');
  });

  it('keeps the words as they are, and escapes what stands in attributes', () => {
    expect(html).toContain('<div id="root" data-path="learn/neither/"><main>$1 & words</main></div>');
    expect(html).toContain('<title>A &quot;title&quot; &amp; more</title>');
  });

  it('makes preview addresses absolute only when the site is known', () => {
    expect(html).toContain('content="../../preview.png"');
    const known = pageDocument(template, { ...parts, site: 'https://lab.example/x/' });
    expect(known).toContain('content="https://lab.example/x/preview.png"');
    expect(known).toContain('property="og:url" content="https://lab.example/x/learn/neither/"');
  });

  it('refuses a page that its own policy would break', () => {
    expect(() => pageDocument(template, { ...parts, html: '<p style="color:red">' })).toThrow(
      /\/learn\/neither\/: .*inline style/,
    );
  });
});

it('404.html asks for nothing relative before it has found the base', () => {
  const html = missingDocument(template, parts);
  expect(html).toContain('data-entry="assets/a.js" data-styles="assets/a.css"');
  expect(html.replace(/<noscript>.*<\/noscript>/, '')).not.toContain('rel="stylesheet"');
});
