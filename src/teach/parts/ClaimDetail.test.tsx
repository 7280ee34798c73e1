import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ClaimDetail, inShort } from './ClaimDetail';

const long = (of: string) => of.repeat(40);

describe('what is known of a claim', () => {
  it('is said in full where it is short', () => {
    expect(inShort('Explored all 9 states. It holds.')).toEqual(['Explored all 9 states. It holds.', '']);
  });
  it('is otherwise its first sentence, and then the rest', () => {
    expect(inShort(`Explored all 9 states. ${long('A, B. ')}`)).toEqual([
      'Explored all 9 states.',
      long('A, B. '),
    ]);
    expect(inShort(`It fails at 2; a shortest way: ${long('A gets it; ')}`)).toEqual([
      'It fails at 2.',
      `A shortest way: ${long('A gets it; ')}`,
    ]);
    expect(inShort(long('a b '))).toEqual([long('a b '), '']);
  });
  it('has a table where it is about several worlds', () => {
    const claim = {
      ...{ kind: 'matrix', id: 'both', text: 'None is both.', properties: ['up', 'right'], haveAll: [] },
      rows: [
        { label: 'a majority', variant: {}, holds: [false, true] },
        { label: 'whoever', variant: {}, holds: [true, false] },
      ],
    } as never;
    const html = renderToStaticMarkup(
      <ClaimDetail claim={claim} detail={`Explored. ${long('so it is ')}`} />,
    );
    expect(html).toContain('<th scope="row">a majority</th><td>not always</td><td>always</td>');
    expect(renderToStaticMarkup(<ClaimDetail claim={claim} detail={undefined} />)).toContain('Not run.');
  });
});
