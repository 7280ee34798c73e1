/** Arithmetic for number controls: keeping a value on its grid and writing it without floating-point dust. */

export interface NumberRange {
  min: number;
  max: number;
  /** Distance between allowed values, counted from `min`. Above zero. */
  step: number;
}

/** The allowed value nearest to `value`. Not-a-number gives `min`. */
export function snap(value: number, { min, max, step }: NumberRange): number {
  if (Number.isNaN(value)) return min;
  const inside = Math.min(max, Math.max(min, value));
  const snapped = min + Math.round((inside - min) / step) * step;
  return Number(Math.min(max, snapped).toFixed(decimals(min, step)));
}

/** How far along the range a value lies, 0 to 100. */
export function percentAlong(value: number, { min, max }: NumberRange): number {
  if (max <= min) return 0;
  return Math.min(100, Math.max(0, ((value - min) / (max - min)) * 100));
}

/** The most decimal places any of the numbers is written with. */
function decimals(...values: number[]): number {
  return Math.max(...values.map((value) => String(value).split('.')[1]?.length ?? 0));
}
