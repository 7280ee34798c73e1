/**
 * Measures of colour: WCAG contrast, CIEDE2000 difference, and a simulation of the three dichromacies.
 *
 * Only the palette's tests use it; nothing here runs in the page, so transcendental functions are fine.
 */

/** Red, green, blue in linear light, 0 to 1. */
type LinearRgb = readonly [number, number, number];

/** CIE L*a*b* under D65. */
type Lab = readonly [number, number, number];

/** How a reader sees: with all cones, or missing one kind. */
export type Vision = 'normal' | 'deutan' | 'protan' | 'tritan';

/** Machado, Oliveira and Fernandes 2009, severity 1.0, applied in linear light; rows give red, green, blue. */
const simulation: Record<Exclude<Vision, 'normal'>, readonly [LinearRgb, LinearRgb, LinearRgb]> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function linear(hex: string): LinearRgb {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const dot = (a: LinearRgb, b: LinearRgb): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** WCAG 2 contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(first: string, second: string): number {
  const weights: LinearRgb = [0.2126, 0.7152, 0.0722];
  const a = dot(linear(first), weights) + 0.05;
  const b = dot(linear(second), weights) + 0.05;
  return Math.max(a, b) / Math.min(a, b);
}

function seenBy(rgb: LinearRgb, vision: Vision): LinearRgb {
  if (vision === 'normal') return rgb;
  const [r, g, b] = simulation[vision];
  const clip = (value: number): number => Math.min(1, Math.max(0, value));
  return [clip(dot(r, rgb)), clip(dot(g, rgb)), clip(dot(b, rgb))];
}

function lab(rgb: LinearRgb): Lab {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27) * (t / 116) + 16 / 116);
  const x = f(dot(rgb, [0.4124564, 0.3575761, 0.1804375]) / 0.95047);
  const y = f(dot(rgb, [0.2126729, 0.7151522, 0.072175]));
  const z = f(dot(rgb, [0.0193339, 0.119192, 0.9503041]) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** CIEDE2000 difference of two Lab colours (Sharma, Wu and Dalal 2005), all weights 1. */
export function ciede2000([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const meanC = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)));
  const p1 = (1 + g) * a1;
  const p2 = (1 + g) * a2;
  const c1 = Math.hypot(p1, b1);
  const c2 = Math.hypot(p2, b2);
  const hue = (a: number, b: number): number =>
    a === 0 && b === 0 ? 0 : ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
  const h1 = hue(p1, b1);
  const h2 = hue(p2, b2);
  const grey = c1 * c2 === 0;
  const turn = h2 - h1;
  const dh = grey ? 0 : Math.abs(turn) <= 180 ? turn : turn > 180 ? turn - 360 : turn + 360;
  const sum = h1 + h2;
  const meanH = grey ? sum : Math.abs(turn) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
  const dL = l2 - l1;
  const dC = c2 - c1;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin(radians(dh / 2));
  const meanL = (l1 + l2) / 2;
  const meanCp = (c1 + c2) / 2;
  const t =
    1 -
    0.17 * Math.cos(radians(meanH - 30)) +
    0.24 * Math.cos(radians(2 * meanH)) +
    0.32 * Math.cos(radians(3 * meanH + 6)) -
    0.2 * Math.cos(radians(4 * meanH - 63));
  const sL = 1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2);
  const sC = 1 + 0.045 * meanCp;
  const sH = 1 + 0.015 * meanCp * t;
  const rotation =
    -2 *
    Math.sqrt(meanCp ** 7 / (meanCp ** 7 + 25 ** 7)) *
    Math.sin(radians(60 * Math.exp(-(((meanH - 275) / 25) ** 2))));
  return Math.sqrt((dL / sL) ** 2 + (dC / sC) ** 2 + (dH / sH) ** 2 + rotation * (dC / sC) * (dH / sH));
}

/** CIEDE2000 difference of two `#rrggbb` colours as a reader with the given vision sees them. */
export function difference(first: string, second: string, vision: Vision): number {
  return ciede2000(lab(seenBy(linear(first), vision)), lab(seenBy(linear(second), vision)));
}
