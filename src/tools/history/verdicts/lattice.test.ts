import { describe, expect, it } from 'vitest';
import { modelNames } from '#/scenarios';
import { inOrder, pairs, places, strongest } from './lattice';

describe('the picture of the lattice', () => {
  it('has every model once, and the stronger above the weaker', () => {
    expect([...inOrder].sort()).toEqual([...modelNames].sort());
    for (const [stronger, weaker] of pairs) expect(places[weaker].y).toBeGreaterThan(places[stronger].y);
  });
  it('has no two models in one place', () => {
    expect(new Set(modelNames.map((model) => `${places[model].x} ${places[model].y}`)).size).toBe(
      modelNames.length,
    );
  });
  it('has no line that crosses another', () => {
    const lines = pairs.map(([a, b]) => [places[a], places[b]] as const);
    const side = (p: { x: number; y: number }, q: { x: number; y: number }, r: { x: number; y: number }) =>
      Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
    for (const [i, [a, b]] of lines.entries()) {
      for (const [c, d] of lines.slice(i + 1)) {
        if (a === c || a === d || b === c || b === d) continue;
        const cross = side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
        expect(cross).toBe(false);
      }
    }
  });
});

describe('the strongest of some models', () => {
  it('are those that no other implies', () => {
    expect(strongest(['linearizable', 'sequential', 'pram'])).toEqual(['linearizable']);
    expect(strongest(['causal', 'causal-convergence', 'weak-causal'])).toEqual([
      'causal',
      'causal-convergence',
    ]);
    expect(strongest([])).toEqual([]);
  });
});
