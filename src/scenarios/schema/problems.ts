/** What a schema found wrong, as sentences that name the place: "quiz.2.options.0.because: must be text". */

interface Issue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message?: string;
  readonly expected?: unknown;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly errors?: readonly (readonly Issue[])[];
}

const place = (path: readonly PropertyKey[]): string => path.map(String).join('.') || 'the whole';

/** Says one problem. Of a union, the alternative that fits best is the one that was meant. */
function say(issue: Issue, before: readonly PropertyKey[]): string[] {
  const path = [...before, ...issue.path];
  const at = place(path);
  switch (issue.code) {
    case 'invalid_type':
      return [`${at}: must be ${kindOf(issue.expected)}`];
    case 'unrecognized_keys':
      return [`${at}: has no member called ${(issue.keys ?? []).join(', ')}`];
    case 'invalid_value':
      return [`${at}: must be ${(issue.values ?? []).map((v) => JSON.stringify(v)).join(' or ')}`];
    case 'too_small':
      return [`${at}: must be at least ${String(issue.minimum)}${long(issue)}`];
    case 'too_big':
      return [`${at}: must be at most ${String(issue.maximum)}${long(issue)}`];
    case 'invalid_format':
      return [`${at}: is not in the right form`];
    case 'invalid_union': {
      const best = [...(issue.errors ?? [])].sort((a, b) => misfit(a) - misfit(b))[0];
      return best && best.length > 0 ? best.flatMap((i) => say(i, path)) : [`${at}: fits no known form`];
    }
    default:
      return [`${at}: ${issue.message ?? 'is not right'}`];
  }
}

/** How far an alternative is from fitting: a missing or unknown member counts more than a value out of bounds. */
function misfit(issues: readonly Issue[]): number {
  return issues.reduce(
    (sum, { code, keys, path }) =>
      sum +
      (code === 'unrecognized_keys' ? 3 * (keys?.length ?? 1) : code === 'invalid_value' ? 5 : 2) -
      Math.min(1, path.length / 10),
    0,
  );
}

const kindOf = (expected: unknown): string =>
  ({ string: 'text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list' })[
    String(expected)
  ] ?? `of the kind ${String(expected)}`;

const long = (issue: Issue & { origin?: string }): string =>
  issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' items' : '';

/** At most `most` sentences, the first ones first. */
export function problems(error: { readonly issues: readonly unknown[] }, most = 5): readonly string[] {
  const all = error.issues.flatMap((issue) => say(issue as Issue, []));
  return all.length <= most ? all : [...all.slice(0, most), `and ${all.length - most} more`];
}
