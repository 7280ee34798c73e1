/** What the knobs of services share: a time in milliseconds, and a choice among a policy's own words. */

export const ms = (min: number, max: number, step: number) => ({ unit: 'ms', min, max, step }) as const;

export const choice = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
