import { isValidElement } from 'react';
import { describe, expect, it } from 'vitest';
import { Beats } from '../parts/Beats';
import { Hook } from '../parts/Hook';
import { Quiz } from '../parts/Quiz';
import { scenes } from './scenes';

const shape = (nodes: Parameters<typeof scenes>[0]) =>
  scenes(nodes).map(({ beside, nodes: inside }) => [beside, inside.filter(isValidElement).length]);

describe('scenes', () => {
  it('begin at the heading of a section that brings a figure, and take in the sections after it', () => {
    const page = [
      <Hook key="a">Cut it.</Hook>,
      <p key="b">Text.</p>,
      <h2 key="c">A question</h2>,
      <p key="d">Text.</p>,
      <h2 key="e">What happened</h2>,
      <Beats key="f" />,
      <h2 key="g">What you can say</h2>,
      <Quiz key="h" />,
    ];
    expect(shape(page)).toEqual([
      [true, 4],
      [true, 2],
      [false, 2],
    ]);
  });

  it('are one without a figure where a page has none', () => {
    expect(shape([<p key="a">Text.</p>, <h2 key="b">More</h2>, <p key="c">Text.</p>])).toEqual([[false, 3]]);
  });
});
