import { describe, expect, it } from 'vitest';
import { initialTransition, transition } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { type FlowEvent, flow, left, standing } from './flow';

const events: FlowEvent[] = [
  { type: 'TOUCH' },
  { type: 'LOCK' },
  { type: 'RECONCILE' },
  { type: 'BEAT' },
  { type: 'LAST_BEAT' },
  { type: 'CELL' },
  { type: 'MET' },
  { type: 'ANSWER' },
  { type: 'LAST_ANSWER' },
];

function walk(...sent: FlowEvent[]) {
  let [at] = initialTransition(flow);
  for (const event of sent) [at] = transition(flow, at, event);
  return at;
}

describe('the way through a lesson', () => {
  const paths = getShortestPaths(flow, { events, limit: 20_000 });

  it('reaches every state of every part, in every combination, and the end', () => {
    const combinations = new Set(paths.map((path) => JSON.stringify(path.state.value)));
    // 2 × 3 × 3 × 3 × 3 ways to stand, of which the one with every part ended is called done.
    expect(combinations.size).toBe(162);
    expect(combinations).toContain('"done"');
  });

  it('blocks nothing: whatever has been done, each part can still be ended', () => {
    for (const path of paths) {
      let at = path.state;
      for (const event of events) [at] = transition(flow, at, event);
      expect(at.value).toBe('done');
    }
  });

  it('is done only when every part is', () => {
    const all = events.filter((event) => event.type !== 'RECONCILE');
    expect(left(walk(...all).value)).toEqual(['bet']);
    expect(walk(...events).value).toBe('done');
    expect(left(walk(...events).value)).toEqual([]);
  });

  it('does not reconcile a bet that was never locked', () => {
    expect(standing(walk({ type: 'RECONCILE' }).value, 'bet')).toBe('open');
  });

  it('takes up where an earlier visit left', () => {
    const back = walk({ type: 'RESTORE', reached: { bet: 'locked', story: 'told', puzzle: 'started' } });
    expect(standing(back.value, 'bet')).toBe('locked');
    expect(standing(back.value, 'story')).toBe('told');
    expect(standing(back.value, 'puzzle')).toBe('started');
    expect(left(back.value)).toEqual(['hook', 'bet', 'puzzle', 'recall']);
    const reached = {
      hook: 'touched',
      bet: 'reconciled',
      story: 'told',
      puzzle: 'met',
      recall: 'answered',
    } as const;
    expect(walk({ type: 'RESTORE', reached }).value).toBe('done');
  });

  it('never goes back', () => {
    const met = walk({ type: 'MET' }, { type: 'RESTORE', reached: { puzzle: 'started' } });
    expect(standing(met.value, 'puzzle')).toBe('met');
  });
});
