/** Virtual time in words. All inputs are microseconds; nothing here reads a clock. */

/** At most `digits` decimals, without trailing zeros. */
function trimmed(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}

/** Groups the digits before the point. */
function thousands(number: number | string): string {
  return String(number).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
}

/** A moment or a length of time with as many digits as tell it apart from its neighbours: "84 ms", "1,240 ms". */
export function timeText(us: number): string {
  const ms = Math.abs(us) / 1000;
  const sign = us < 0 ? '−' : '';
  if (ms < 10) return `${sign}${trimmed(ms, 2)} ms`;
  if (ms < 1000) return `${sign}${trimmed(ms, 1)} ms`;
  if (ms < 10_000) return `${sign}${thousands(Math.round(ms))} ms`;
  return `${sign}${thousands(trimmed(ms / 1000, 2))} s`;
}

/** The same for a voice: "84 milliseconds". */
export function timeSpoken(us: number): string {
  return timeText(us).replace(/ ms$/, ' milliseconds').replace(/ s$/, ' seconds').replace('−', 'minus ');
}

/** A difference between clocks: "+12 ms", "−3 ms". */
export function skewText(us: number): string {
  return `${us > 0 ? '+' : ''}${timeText(us)}`;
}

/** Decimals of a millisecond that a hundredth of a second of watching can show, for a readout that runs. */
function runningDigits(paceUs: number): number {
  if (paceUs >= 50_000) return 0;
  return paceUs >= 5_000 ? 1 : 2;
}

/** The moving cursor, with a fixed number of decimals so that digits do not dance. */
export function cursorText(us: number, paceUs: number): string {
  const ms = us / 1000;
  if (ms >= 10_000) return `${thousands((ms / 1000).toFixed(paceUs >= 10_000_000 ? 0 : 2))} s`;
  return `${thousands(ms.toFixed(runningDigits(paceUs)))} ms`;
}
