/** How one line is told from another: a hue, a dash and the sign at its end, so that no hue speaks alone. */

export interface Look {
  readonly tone: 'ink' | 'ink-3' | 'teal' | 'blue' | 'plum' | 'amber' | 'vermilion' | 'slate';
  /** A dash pattern; an unbroken line where absent. */
  readonly dash?: string;
  readonly sign: Sign;
  /** Of the other of two runs: thinner, its sign an outline. */
  readonly other?: boolean;
}

export type Sign = 'circle' | 'square' | 'diamond' | 'triangle' | 'cross' | 'ring';

export const looks = {
  plain: { tone: 'ink', dash: '5 3', sign: 'ring' },
  good: { tone: 'teal', sign: 'circle' },
  bad: { tone: 'vermilion', sign: 'cross' },
  unknown: { tone: 'amber', dash: '5 3', sign: 'ring' },
  middle: { tone: 'teal', sign: 'circle' },
  most: { tone: 'blue', dash: '7 3', sign: 'diamond' },
  nearlyAll: { tone: 'ink', dash: '2 3', sign: 'triangle' },
} as const satisfies Record<string, Look>;

const tierLooks: readonly Look[] = [
  { tone: 'blue', sign: 'circle' },
  { tone: 'teal', dash: '7 3', sign: 'square' },
  { tone: 'plum', dash: '2 3', sign: 'diamond' },
  { tone: 'amber', dash: '9 3 2 3', sign: 'triangle' },
  { tone: 'ink', dash: '5 3', sign: 'ring' },
  { tone: 'slate', dash: '12 4', sign: 'cross' },
];

/** The look of the n-th of several of a kind; after six they come again, and their names tell. */
export const tierLook = (nth: number): Look => tierLooks[nth % tierLooks.length] as Look;

/** The same line of the other of two runs. */
export const otherLook = (look: Look): Look => ({ ...look, dash: '1.5 3', other: true });

const signs: Readonly<Record<Sign, string>> = {
  circle: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z',
  ring: 'M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z',
  square: 'M-3.5 -3.5h7v7h-7z',
  diamond: 'M0 -5l5 5l-5 5l-5 -5z',
  triangle: 'M0 -4.5l4.8 8.5h-9.6z',
  cross: 'M-3.5 -3.5l7 7m0 -7l-7 7',
};

/** The outline of a sign about (0, 0), nine pixels wide. */
export const signPath = (sign: Sign): string => signs[sign];
