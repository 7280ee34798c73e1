import { describe, expect, it } from 'vitest';
import { bankAndFeed } from '.';
import { type Call, crash, cutOff, mend, ms, type Order, restart, run } from './three.fixture';

describe('a bank and a feed', () => {
  const take = (at: number, client: string): Call => [
    at,
    client,
    'cas',
    { key: 'account', value: [100, 40] },
  ];
  const post = (at: number, client: string, value: string): Call => [
    at,
    client,
    'write',
    { key: 'feed', value },
  ];
  const calls = [take(10, 'bob'), take(20, 'alice'), post(1200, 'bob', 'rain'), post(1200, 'alice', 'sun')];
  /** A leads, and is cut off with alice. */
  const apart = (accountPolicy: string, feedPolicy: string, orders: Order[] = [cutOff(5)]) =>
    run(bankAndFeed, { accountPolicy, feedPolicy }, calls, orders);
  const brokenIn = (accountPolicy: string, feedPolicy: string) =>
    apart(accountPolicy, feedPolicy).broken.filter((name) => name !== 'no operation answered');

  it('have a policy each', () => {
    const silence = 'unknown error "the leader does not answer"';
    const refused = 'failed error "unavailable"';
    expect(apart('majority', 'available').saw).toEqual([
      silence,
      refused,
      'ok value "rain"',
      'ok value "sun"',
    ]);
    expect(apart('available', 'majority').saw).toEqual([
      'ok value true',
      'ok value true',
      'ok value "rain"',
      refused,
    ]);
    expect(apart('leader', 'leader').saw).toEqual([silence, 'ok value true', silence, 'ok value "sun"']);
  });
  it('each is up, or right, by itself', () => {
    expect(brokenIn('majority', 'available')).toEqual([
      'every operation answered',
      'replicas agree',
      'the account is up',
    ]);
    expect(brokenIn('available', 'majority')).toEqual([
      'every operation answered',
      'replicas agree',
      'nobody overdraws',
      'the feed is up',
    ]);
    const nobody = run(bankAndFeed, { accountPolicy: 'majority' }, [take(10, 'alice')], [cutOff(5)]);
    expect(nobody.broken).not.toContain('no operation answered');
    expect(run(bankAndFeed, {}, [take(10, 'alice')]).broken).toContain('no operation answered');
  });
  it('are told of again after a crash, each by whoever its policy says', () => {
    const told = (accountPolicy: string, feedPolicy: string) => {
      const params = { accountPolicy, feedPolicy };
      const orders = [cutOff(5), crash(200, 'B'), mend(210), restart(220, 'B')];
      const { world } = run(bankAndFeed, params, [post(10, 'bob', 'rain')], orders);
      const sent = world.trace.filter((e) => e.type === 'sent' && e.kind === 'replicate' && e.at > ms(210));
      return new Set(sent.map((e) => (e.type === 'sent' ? e.from : '')));
    };
    expect(told('majority', 'available')).toEqual(new Set(['B']));
    expect(told('available', 'majority')).toEqual(new Set());
  });
  it('show what they hold, and who leads the one', () => {
    const words = (accountPolicy: string, feedPolicy: string, asked: readonly Call[]) =>
      run(bankAndFeed, { accountPolicy, feedPolicy }, asked).view.nodes[0]?.words;
    const asked = [take(10, 'alice'), post(500, 'alice', 'sun')];
    expect(words('majority', 'available', asked)).toBe('leads, 40, sun');
    expect(words('available', 'majority', asked)).toBe('40, sun');
    expect(words('available', 'available', [])).toBe('100');
  });
  it('know no other key, and compare nothing but the account', () => {
    const { saw } = run(bankAndFeed, {}, [
      [0, 'alice', 'cas', { key: 'feed', value: ['rain', 'sun'] }],
      [10, 'alice', 'read', { key: 'weather' }],
      [20, 'alice', 'write', 5],
    ]);
    expect(saw).toEqual([
      'failed error "there is no cas of feed here"',
      'failed error "there is no read of weather here"',
      'failed error "there is no write here"',
    ]);
  });
});
