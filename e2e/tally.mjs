// @ts-check
// Counts what each kind of report says, and distrusts it: a test that was skipped, a file that did not load and
// a tool that failed without naming a test all count as failures. A browser test that passed only when it was run
// again counts as passed and is named, every time, until somebody has found out why.
// Leaves out running anything; the shapes below hold only the fields that are read.

/** @typedef {{ passed: number, failed: number, detail?: string }} Tally */

/** A tool that failed though every test it names passed has failed all the same. */
function distrust(/** @type {Tally} */ tally, /** @type {number} */ status) {
  if (status === 0 || tally.failed > 0) return tally;
  return { ...tally, failed: 1, detail: `it ended with status ${status}` };
}

/** @returns {Tally} one check, by its exit status */
export function onlyStatus(/** @type {number} */ status) {
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @param {number} status
 */
export function fromVitest(report, status) {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const skipped = tests.filter((test) => !['passed', 'failed'].includes(test.status)).length;
  // A file that did not load names no test that failed.
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const detail = skipped ? `${skipped} skipped, which counts as failed` : '';
  return distrust({ passed, failed: tests.length - passed + unloaded, detail }, status);
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors?: unknown[],
 *   suites: Suite[] }} report
 * @typedef {{ title?: string, tests: { projectName: string, status?: string }[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 * @param {number} status
 * @param {string[]} browsers each must have run at least one test
 */
export function fromPlaywright(report, status, browsers) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const specs = report.suites.flatMap(specsOf);
  const ran = new Set(specs.flatMap((spec) => spec.tests.map((test) => test.projectName)));
  const missing = browsers.filter((browser) => !ran.has(browser));
  const failed = unexpected + skipped + (report.errors?.length ?? 0) + missing.length;
  const again = specs.flatMap(({ title, tests }) =>
    tests.filter((test) => test.status === 'flaky').map((test) => `"${title}" (${test.projectName})`),
  );
  const detail = [
    again.length ? `passed only at the second try: ${again.join(', ')}` : '',
    skipped ? `${skipped} skipped, which counts as failed` : '',
    missing.length ? `nothing ran in ${missing.join(' and ')}` : '',
  ];
  return distrust({ passed: expected + flaky, failed, detail: detail.filter(Boolean).join('; ') }, status);
}

/** @returns {Spec[]} */
function specsOf(/** @type {Suite} */ suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

/**
 * @param {{ lesson: string, kind: string, id: string, verdict: string }[]} entries
 * @param {number} status
 */
export function fromProofs(entries, status) {
  const wrong = entries.filter((entry) => entry.verdict !== 'held');
  const detail = wrong
    .map((entry) => `${entry.lesson} ${entry.kind} ${entry.id}: ${entry.verdict}`)
    .join('; ');
  return distrust({ passed: entries.length - wrong.length, failed: wrong.length, detail }, status);
}

/**
 * Each promise of each scenario is a check. One that a schedule broke is not kept, nor is one of which nobody could say.
 * @param {{ scenario: string, tried: { property: string, promised: boolean, brokenBy: number | null,
 *   undecided: boolean }[], explored: { broken: string[] } | null }[]} entries
 * @param {number} status
 */
export function fromTrust(entries, status) {
  const promises = entries.flatMap(({ scenario, tried, explored }) =>
    tried
      .filter(({ promised }) => promised)
      .map(({ property, brokenBy, undecided }) => {
        const storm = brokenBy === null ? [] : [`broken by schedule ${brokenBy}`];
        const found = explored?.broken.includes(property) ? ['broken in an exploration'] : [];
        const open = undecided ? ['not always to be judged'] : [];
        return { what: `${scenario}, ${property}`, wrong: [...storm, ...found, ...open] };
      }),
  );
  const wrong = promises.filter((promise) => promise.wrong.length > 0);
  const detail = wrong.map((promise) => `${promise.what}: ${promise.wrong.join(', ')}`).join('; ');
  return distrust({ passed: promises.length - wrong.length, failed: wrong.length, detail }, status);
}

/** Reads the last line of size.mjs. */
export function fromSize(/** @type {string} */ stdout, /** @type {number} */ status) {
  const { passed, failed } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  return distrust({ passed: Number(passed), failed: Number(failed) }, status);
}
