import { expect, it } from 'vitest';
import { stampedTrust } from './trust';

const stamp = (change: object = {}, more: object = {}) => ({
  commit: '054c4c1',
  scenarios: [
    {
      scenario: 'x',
      tried: [
        { property: 'safe', promised: true, schedules: 1_000, brokenBy: null, undecided: false, ...change },
      ],
      events: 5,
      followedUs: null,
      explored: { states: 288, complete: true, broken: [] },
    },
  ],
  ...more,
});

it('stamps the numbers as they were found', () => {
  expect(JSON.parse(stampedTrust(JSON.stringify(stamp())))).toEqual(stamp());
  expect(JSON.parse(stampedTrust(JSON.stringify(stamp({}, { commit: null }))))).toMatchObject({
    commit: null,
  });
});

it.each([
  ['half a schedule', stamp({ schedules: 0.5 })],
  ['a number of nothing', stamp({ schedules: -1 })],
  ['a verdict in words', stamp({ brokenBy: 'none' })],
  ['no scenario at all', stamp({}, { scenarios: [] })],
  ['a claim that nobody makes', stamp({}, { proved: true })],
])('refuses %s', (_, wrong) => {
  expect(() => stampedTrust(JSON.stringify(wrong))).toThrow('numbers of the storms');
});
