/**
 * The palette, spaces and radii as data.
 *
 * The browser reads these values from `tokens.css`; a test keeps the two files equal, so a measurement made
 * here (contrast, colour-blind difference) holds for what is on screen. Type sizes are fluid and live in
 * `base.css` only.
 */

/** The two themes, each drawn for itself: dark is not light inverted. */
export type ThemeName = 'light' | 'dark';

/** Hex colours, keyed by the name of the custom property without its leading dashes. */
export const palette = {
  light: {
    paper: '#fbfaf6',
    surface: '#ffffff',
    sunk: '#f2f0e8',
    ink: '#1b2027',
    'ink-2': '#47505d',
    'ink-3': '#626a76',
    edge: '#86836f',
    rule: '#dad7cb',
    link: '#1b5fb4',
    blue: '#1c3c96',
    teal: '#23907b',
    amber: '#ad7f00',
    vermilion: '#a43812',
    plum: '#9257c4',
    slate: '#454b56',
    'blue-text': '#1c3c96',
    'teal-text': '#0b7763',
    'amber-text': '#7f5a00',
    'vermilion-text': '#a43812',
    'plum-text': '#7b3fb0',
    'slate-text': '#454b56',
    'on-blue': '#ffffff',
    'on-teal': '#0d1116',
    'on-amber': '#0d1116',
    'on-vermilion': '#ffffff',
    'on-plum': '#ffffff',
    'on-slate': '#ffffff',
  },
  dark: {
    paper: '#12161c',
    surface: '#1a2028',
    sunk: '#0d1116',
    ink: '#e9ecef',
    'ink-2': '#b4bdc8',
    'ink-3': '#929dab',
    edge: '#6b7684',
    rule: '#2b333d',
    link: '#7db7ff',
    blue: '#3f94f7',
    teal: '#a5ebcb',
    amber: '#ffce3a',
    vermilion: '#d9773f',
    plum: '#e3bef7',
    slate: '#87909c',
    'blue-text': '#3f94f7',
    'teal-text': '#a5ebcb',
    'amber-text': '#ffce3a',
    'vermilion-text': '#d9773f',
    'plum-text': '#e3bef7',
    'slate-text': '#87909c',
    'on-blue': '#0d1116',
    'on-teal': '#0d1116',
    'on-amber': '#0d1116',
    'on-vermilion': '#0d1116',
    'on-plum': '#0d1116',
    'on-slate': '#0d1116',
  },
} as const satisfies Record<ThemeName, Record<string, `#${string}`>>;

/** A colour of the palette. */
export type ColourName = keyof (typeof palette)['light'];

/** What anything may be drawn on. */
export const grounds = ['paper', 'surface', 'sunk'] as const satisfies readonly ColourName[];

/** Colours words may be set in: 4.5 to 1 on every ground. */
export const textColours = [
  'ink',
  'ink-2',
  'ink-3',
  'link',
  'blue-text',
  'teal-text',
  'amber-text',
  'vermilion-text',
  'plum-text',
  'slate-text',
] as const satisfies readonly ColourName[];

/** The six hues with one meaning each. Their meaning is the business of whoever draws with them. */
export const hues = [
  'blue',
  'teal',
  'amber',
  'vermilion',
  'plum',
  'slate',
] as const satisfies readonly ColourName[];

/** A hue name. */
export type Hue = (typeof hues)[number];

/** Colours shapes may be drawn in: 3 to 1 on every ground. */
export const graphicColours = [...hues, 'edge', 'link', 'ink'] as const satisfies readonly ColourName[];

/** CSS pixels, keyed by the name of the custom property without its leading dashes. */
export const lengths = {
  'space-1': 4,
  'space-2': 8,
  'space-3': 12,
  'space-4': 16,
  'space-5': 24,
  'space-6': 32,
  'space-7': 48,
  'space-8': 64,
  'space-9': 96,
  'radius-1': 4,
  'radius-2': 8,
  'radius-3': 10,
} as const;
