import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Term } from './Term';

it('a term stands in a line of prose: a block in it would end the paragraph it is in', () => {
  const html = renderToString(<Term means="Done twice, it has the effect of done once.">idempotent</Term>);
  expect(html).toContain('Done twice');
  expect(html.match(/<(div|p|section|ul|ol|h\d)\b/)).toBeNull();
});
