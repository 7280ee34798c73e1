/** The runner's sums: what was skipped, did not load or did not run is a failure. */
import { describe, expect, it } from 'vitest';
import { judge } from '../../e2e/size.mjs';
import { fromPlaywright, fromProofs, fromSize, fromTrust, fromVitest, onlyStatus } from '../../e2e/tally.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

describe('unit tests', () => {
  it('are counted one by one', () => {
    const report = { testResults: [file('passed', 'passed', 'passed'), file('failed', 'failed', 'passed')] };
    expect(fromVitest(report, 1)).toMatchObject({ passed: 3, failed: 1 });
  });
  it('fail when skipped', () => {
    expect(fromVitest({ testResults: [file('passed', 'passed', 'pending', 'todo')] }, 0)).toMatchObject({
      failed: 2,
    });
  });
  it('fail when their file does not load', () => {
    expect(fromVitest({ testResults: [file('failed')] }, 1)).toMatchObject({ passed: 0, failed: 1 });
  });
  it('fail when the runner does, though every test passed', () => {
    expect(fromVitest({ testResults: [file('passed', 'passed')] }, 1)).toMatchObject({
      passed: 1,
      failed: 1,
    });
  });
});

describe('end-to-end tests', () => {
  const stats = { expected: 2, unexpected: 0, flaky: 0, skipped: 0 };
  const suites = [
    { suites: [{ specs: [{ tests: [{ projectName: 'chromium' }, { projectName: 'firefox' }] }] }] },
  ];
  const browsers = ['chromium', 'firefox'];

  it('pass in both browsers', () => {
    expect(fromPlaywright({ stats, suites }, 0, browsers)).toMatchObject({ passed: 2, failed: 0 });
  });
  it('fail when skipped', () => {
    expect(fromPlaywright({ stats: { ...stats, skipped: 2 }, suites }, 0, browsers)).toMatchObject({
      failed: 2,
    });
  });
  it('pass at the second try, and are named for it', () => {
    const shaken = { title: 'the link is cut', tests: [{ projectName: 'firefox', status: 'flaky' }] };
    const tally = fromPlaywright(
      { stats: { ...stats, flaky: 1 }, suites: [...suites, { suites: [{ specs: [shaken] }] }] },
      0,
      browsers,
    );
    expect(tally).toMatchObject({ passed: 3, failed: 0 });
    expect(tally.detail).toBe('passed only at the second try: "the link is cut" (firefox)');
  });
  it('fail when a browser ran nothing', () => {
    const one = [{ specs: [{ tests: [{ projectName: 'chromium' }] }] }];
    expect(fromPlaywright({ stats, suites: one }, 0, browsers)).toMatchObject({ failed: 1 });
  });
  it('fail when the server did not start', () => {
    const report = { stats: { ...stats, expected: 0 }, suites: [], errors: [{ message: 'no server' }] };
    expect(fromPlaywright(report, 1, browsers)).toMatchObject({ passed: 0, failed: 3 });
  });
});

describe('proofs', () => {
  const entry = (verdict: string) => ({ lesson: '01', kind: 'claim', id: 'c1', verdict });
  it('pass only when held', () => {
    const entries = [entry('held'), entry('not-held'), entry('unknown')];
    expect(fromProofs(entries, 1)).toMatchObject({ passed: 1, failed: 2 });
  });
  it('fail when the prompt does', () => {
    expect(fromProofs([entry('held')], 3)).toMatchObject({ passed: 1, failed: 1 });
  });
});

describe('storms', () => {
  const tried = { property: 'safe', promised: true, brokenBy: null, undecided: false };
  const entry = (change: object, broken: string[] = []) => ({
    scenario: 'x',
    tried: [tried, { ...tried, property: 'live', ...change }],
    explored: { broken },
  });
  it('pass for each promise that was kept', () => {
    expect(fromTrust([entry({}), entry({})], 0)).toMatchObject({ passed: 4, failed: 0 });
  });
  it('fail for one that was broken, by a storm or in an exploration, or that nobody could judge', () => {
    const broken = fromTrust([entry({ brokenBy: 3 })], 1);
    expect(broken).toMatchObject({ passed: 1, failed: 1, detail: 'x, live: broken by schedule 3' });
    expect(fromTrust([entry({}, ['safe'])], 1)).toMatchObject({ passed: 1, failed: 1 });
    expect(fromTrust([entry({ undecided: true })], 3)).toMatchObject({ passed: 1, failed: 1 });
  });
  it('do not count what nobody promises', () => {
    expect(fromTrust([entry({ promised: false, brokenBy: 1 })], 0)).toMatchObject({ passed: 1, failed: 0 });
  });
  it('fail when the prompt does', () => {
    expect(fromTrust([entry({})], 2)).toMatchObject({ passed: 2, failed: 1 });
  });
});

describe('sizes', () => {
  const fetched = (kind: 'script' | 'font', bytes: number, { preloaded = false, touched = false } = {}) => ({
    kind,
    bytes,
    preloaded,
    touched,
  });
  const later = fetched('script', 10_000, { touched: true });
  const failing = (list: ReturnType<typeof fetched>[]) =>
    judge(list)
      .filter(({ ok }) => !ok)
      .map(({ name }) => name);

  it('pass within the budget', () => {
    const fonts = fetched('font', 90_000, { preloaded: true });
    expect(failing([fetched('script', 160_000), later, fonts])).toEqual([]);
  });
  it('fail over it, each for itself', () => {
    const small = fetched('script', 1);
    expect(failing([fetched('script', 160_001), later])).toEqual(['script']);
    expect(failing([small, fetched('script', 280_000, { touched: true })])).toEqual(['wholeScript']);
    expect(failing([small, later, fetched('font', 100_000, { preloaded: true })])).toEqual(['preloadedFont']);
    expect(failing([small, later, fetched('font', 100_000), fetched('font', 90_000)])).toEqual(['font']);
  });
  it('fail when no script was seen, since then nothing was measured', () => {
    expect(failing([])).toEqual(['script', 'wholeScript']);
    expect(failing([later])).toEqual(['script']);
  });
  it('fail when a touch brought nothing, since then nothing woke', () => {
    expect(failing([fetched('script', 1)])).toEqual(['wholeScript']);
  });
  it('are read from the last line, and not guessed', () => {
    expect(fromSize('ok\n{"passed":3,"failed":0}\n', 0)).toMatchObject({ passed: 3, failed: 0 });
    expect(() => fromSize('ok\n', 0)).toThrow();
  });
});

it('a check without a count passes or fails by its status', () => {
  expect(onlyStatus(0)).toEqual({ passed: 1, failed: 0 });
  expect(onlyStatus(2)).toEqual({ passed: 0, failed: 1 });
});
