/** Joins class names, leaving out what is absent; `undefined` when nothing is left, so React prints no attribute. */
export function cx(...names: (string | false | null | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined;
}
