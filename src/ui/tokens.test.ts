/** The palette keeps its promises: one source, readable text, visible shapes, hues apart for every reader. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ciede2000, contrast, difference, type Vision } from './colour.fixture';
import { type ColourName, graphicColours, grounds, hues, lengths, palette, textColours } from './tokens';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The declarations of every rule whose selector list contains the text. */
function declared(source: string, selector: string): Record<string, string>[] {
  return [...source.matchAll(/([^{};]*)\{([^{}]*)\}/g)]
    .filter(([, head = '']) => head.split(',').some((part) => part.trim() === selector))
    .map(([, , body = '']) =>
      Object.fromEntries([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, k = '', v = '']) => [k, v])),
    );
}

const colours = (rules: Record<string, string>[]): Record<string, string> =>
  Object.assign({}, ...rules.filter((rule) => rule.paper?.startsWith('#')));

describe('tokens.css says what tokens.ts says', () => {
  test('light, for the root and for a nested theme', () => {
    expect(colours(declared(css, ':root'))).toEqual(palette.light);
    expect(colours(declared(css, '[data-theme="light"]'))).toEqual(palette.light);
  });

  test('dark, chosen by the system and by the attribute', () => {
    expect(colours(declared(css, ':root:not([data-theme="light"])'))).toEqual(palette.dark);
    expect(colours(declared(css, '[data-theme="dark"]'))).toEqual(palette.dark);
  });

  test('lengths', () => {
    const root = Object.assign({}, ...declared(css, ':root'));
    for (const [name, px] of Object.entries(lengths)) expect(root[name]).toBe(`${px}px`);
  });

  test('forced colours replace every colour, so none is left to clash', () => {
    const forced = declared(css, '[data-theme]').find((rule) => rule.paper === 'Canvas') ?? {};
    expect(Object.keys(forced)).toEqual(expect.arrayContaining(Object.keys(palette.light)));
  });

  test('the comparison notices one changed digit', () => {
    const changed = css.replaceAll('#1c3c96', '#1c3c97');
    expect(colours(declared(changed, ':root'))).not.toEqual(palette.light);
  });
});

const themes = ['light', 'dark'] as const;

/** The pairs that fall short of a ratio, as "colour on ground". */
function tooFaint(set: Record<ColourName, string>, names: readonly ColourName[], ratio: number): string[] {
  return names.flatMap((name) =>
    grounds
      .filter((ground) => contrast(set[name], set[ground]) < ratio)
      .map((ground) => `${name} on ${ground}`),
  );
}

describe.each(themes)('contrast, %s', (theme) => {
  const set = palette[theme];

  test('text reaches 4.5 on paper, surface and sunk', () => {
    expect(tooFaint(set, textColours, 4.5)).toEqual([]);
  });

  test('graphics reach 3 on paper, surface and sunk', () => {
    expect(tooFaint(set, graphicColours, 3)).toEqual([]);
  });

  test('words set on a filled hue reach 4.5', () => {
    for (const hue of hues) expect(contrast(set[hue], set[`on-${hue}`]), hue).toBeGreaterThanOrEqual(4.5);
  });

  test('a colour too near its ground is rejected', () => {
    expect(tooFaint(set, ['rule'], 3)).not.toEqual([]);
    expect(tooFaint({ ...set, 'ink-3': set.edge }, textColours, 4.5)).toContain('ink-3 on surface');
  });
});

const visions: Vision[] = ['normal', 'deutan', 'protan', 'tritan'];

/** The smallest CIEDE2000 difference between any two of the colours, over the given visions. */
function nearest(colourList: readonly string[], over: readonly Vision[] = visions): number {
  return Math.min(
    ...over.flatMap((vision) =>
      colourList.flatMap((a, i) => colourList.slice(i + 1).map((b) => difference(a, b, vision))),
    ),
  );
}

describe('hues stay apart for readers with and without colour blindness', () => {
  // Amber and plum of the dark theme are both light, so the rarest blindness (tritan) parts them least.
  test.each([
    ['light', 13.5, 11.3],
    ['dark', 15.3, 12.5],
  ] as const)('%s: at least %d, and %d when blue cones are missing', (theme, least, leastTritan) => {
    const list = hues.map((hue) => palette[theme][hue]);
    expect(nearest(list, ['normal', 'deutan', 'protan'])).toBeGreaterThanOrEqual(least);
    expect(nearest(list)).toBeGreaterThanOrEqual(leastTritan);
  });

  test('a red and a green of equal lightness are rejected, by deutan sight alone', () => {
    expect(difference('#b3492d', '#6f7f2f', 'normal')).toBeGreaterThan(20);
    expect(nearest(['#b3492d', '#6f7f2f'])).toBeLessThan(11);
  });

  test('the measure itself agrees with published pairs (Sharma 2005, rows 1, 7 and 25)', () => {
    expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
    expect(ciede2000([50, 0, 0], [50, -1, 2])).toBeCloseTo(2.3669, 4);
    expect(ciede2000([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 4);
  });
});
