import { expect, it } from 'vitest';
import { type Command, nodeId, World } from '#/kernel';
import { ask } from '.';

const [A, B, C] = ['A', 'B', 'C'].map(nodeId) as [ReturnType<typeof nodeId>, never, never];
const ms = (n: number) => n * 1000;

function world(): World {
  const rules = { latency: { profile: 'constant', us: ms(80) } } as const;
  return new World(
    {
      seed: 1,
      nodes: [
        { id: A, role: 'asker' },
        { id: B, role: 'answerer' },
        { id: C, role: 'answerer' },
      ],
      links: [
        { between: [A, B], rules },
        { between: [A, C], rules },
      ],
      stop: { atUs: ms(5000) },
    },
    ask.protocol,
  );
}

const words = (w: World) => w.view().nodes[0]?.words;
const cut: Command = {
  verb: 'cut',
  links: [
    { from: A, to: B },
    { from: B, to: A },
  ],
};

it('asks both, and says who answered', () => {
  const w = world();
  expect(words(w)).toBe('about to ask');
  expect(words(w.run(ms(100)))).toBe('B: asked; C: asked');
  expect(words(w.run(ms(260)))).toBe('B answered; C answered');
  expect(ask.observers.heard?.(w.view())).toBe('all answer');
});

it('hears nothing over a cut link, and says since when', () => {
  const w = world().run(ms(90));
  w.apply(cut);
  expect(words(w.run(ms(399)))).toBe('B: asked; C answered');
  expect(words(w.run(ms(400)))).toBe('B: no answer, since 300 ms; C answered');
  expect(words(w.run(ms(1200)))).toBe('B: no answer, since 1100 ms; C answered');
  expect(ask.observers.heard?.(w.view())).toBe('nothing from B');
});

it('cannot tell a crash from a cut', () => {
  const [crashed, severed] = [world().run(ms(90)), world().run(ms(90))];
  crashed.apply({ verb: 'crash', node: B, disk: 'kept' });
  severed.apply(cut);
  const lane = (w: World) =>
    w.run().trace.flatMap((e) => (e.node === A && e.type !== 'command' ? [`${e.at} ${e.type}`] : []));
  expect(lane(crashed)).toEqual(lane(severed));
  expect(lane(world())).not.toEqual(lane(severed));
});

it('hears again once the link is mended', () => {
  const w = world().run(ms(90));
  w.apply(cut);
  w.run(ms(1000)).apply({ ...cut, verb: 'mend' });
  expect(words(w.run(ms(1500)))).toBe('B answered; C answered');
  expect(w.trace.some((e) => e.type === 'note' && e.text === 'A hears from B again.')).toBe(true);
});

it('does not take a late answer for an answer to its latest question', () => {
  const w = world().run(ms(100));
  w.apply({ verb: 'delay', message: { from: A, to: B, kind: 'question', nth: 1 }, byUs: ms(400) });
  w.run(ms(520)).apply({ verb: 'drop', message: { from: A, to: B, kind: 'question', nth: 2 } });
  // The answer to the first question comes at 660 ms; the second was dropped.
  expect(words(w.run(ms(700)))).toBe('B: no answer, since 300 ms; C answered');
});
