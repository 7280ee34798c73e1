import { describe, expect, it } from 'vitest';
import { type View, World } from '#/kernel';
import { groundsOf } from './grounds';
import type { Promised } from './ordeal';
import { logged, marked } from './tiny-worlds.fixture';

const sink = (view: View) => view.nodes.find(({ id }) => id === 'sink')?.state;

/** The whole of a run, and why it breaks a promise at its end. */
function grounds({ config, protocol }: ReturnType<typeof marked>, promise: Partial<Promised>) {
  const { index, now } = new World(config, protocol).run();
  const promised: Promised = { name: 'it', holds: () => true, always: true, ...promise };
  return groundsOf(config, protocol, [], { promise: 'it', index, at: now }, promised);
}

describe('why a run breaks a promise', () => {
  it('is what cannot be left out: one letter of three', () => {
    const holds = (view: View) => !Object.hasOwn(sink(view) as object, 'a');
    expect(grounds(marked('a', 'b', 'c'), { holds })).toEqual({ past: [1], steps: 1 });
  });
  it('includes all that came before it at its node', () => {
    const holds = (view: View) => (sink(view) as { log: string[] }).log.at(-1) !== 'b';
    expect(grounds(logged('a', 'b', 'c'), { holds })).toEqual({ past: [1, 2], steps: 2 });
  });
  it('is not told of a promise about the end, which a part of a run says nothing about', () => {
    expect(grounds(marked('a'), { holds: () => false, always: false })).toBe(null);
  });
  it('takes whoever cannot say for a yes', () => {
    const holds = (view: View) => {
      if (!Object.hasOwn(sink(view) as object, 'b')) throw new Error('too early to say');
      return false;
    };
    expect(grounds(marked('a', 'b', 'c'), { holds })).toEqual({ past: [1, 2], steps: 2 });
  });
});
