/**
 * A circuit breaker (Nygard, Release It!) as a statechart, driven only by XState's pure `transition`: the machine that
 * can be drawn is the machine that runs. Time comes in with the events, so there is no `after`; what it remembers is
 * plain data, so a run can be stopped and taken up anywhere.
 * Leaves out: thresholds by rate over a stretch of time, and slow answers counted as failures.
 */

import { assign, setup, transition } from 'xstate';

export interface BreakerPolicy {
  /** How many of the last results are looked at, and how many failures among them open the breaker. */
  readonly window: number;
  readonly failures: number;
  /** How long it stays open before it lets a probe through, in microseconds. */
  readonly openUs: number;
  /** How many probes may be on their way at once when half-open, and how many must succeed in a row to close it. */
  readonly probes: number;
}

interface Memory {
  /** The last results since it closed, oldest first. */
  readonly failed: readonly boolean[];
  readonly openedUs: number;
  /** Half-open: probes sent, and those that succeeded. */
  readonly sent: number;
  readonly succeeded: number;
  /** Grows each time the breaker opens or closes: results of calls from an earlier era are not counted. */
  readonly era: number;
}

export type BreakerMode = 'closed' | 'open' | 'half-open';

/** A way through the machine that was taken, and when. */
interface Taken {
  readonly from: BreakerMode;
  readonly event: BreakerEvent['type'];
  readonly to: BreakerMode;
  readonly atUs: number;
}

export interface Breaker {
  readonly mode: BreakerMode;
  readonly memory: Memory;
  /** The last one; null before the first. */
  readonly taken: Taken | null;
}

type Given = { readonly nowUs: number; readonly policy: BreakerPolicy };
type BreakerEvent =
  | ({ readonly type: 'call' } & Given)
  | ({ readonly type: 'success' | 'failure'; readonly era: number } & Given);

const isOwn = (memory: Memory, event: BreakerEvent): boolean =>
  event.type !== 'call' && event.era === memory.era;
const withResult = (memory: Memory, failed: boolean, { window }: BreakerPolicy): readonly boolean[] =>
  [...memory.failed, failed].slice(-window);

export const breakerMachine = setup({
  types: { context: {} as Memory, events: {} as BreakerEvent },
  guards: {
    'of this era': ({ context, event }) => isOwn(context, event),
    'one failure too many': ({ context, event }) =>
      isOwn(context, event) &&
      withResult(context, true, event.policy).filter(Boolean).length >= event.policy.failures,
    'open long enough': ({ context, event }) => event.nowUs - context.openedUs >= event.policy.openUs,
    'a probe is left': ({ context, event }) => context.sent < event.policy.probes,
    'the last probe needed': ({ context, event }) =>
      isOwn(context, event) && context.succeeded + 1 >= event.policy.probes,
  },
  actions: {
    'remember success': assign(({ context, event }) => ({
      failed: withResult(context, false, event.policy),
    })),
    'remember failure': assign(({ context, event }) => ({ failed: withResult(context, true, event.policy) })),
    open: assign(({ context, event }) => ({
      ...{ failed: [], openedUs: event.nowUs, sent: 0, succeeded: 0 },
      era: context.era + 1,
    })),
    'send a probe': assign(({ context }) => ({ sent: context.sent + 1 })),
    'count the probe': assign(({ context }) => ({ succeeded: context.succeeded + 1 })),
    close: assign(({ context }) => ({ failed: [], sent: 0, succeeded: 0, era: context.era + 1 })),
  },
}).createMachine({
  id: 'breaker',
  initial: 'closed',
  context: { failed: [], openedUs: 0, sent: 0, succeeded: 0, era: 0 },
  states: {
    closed: {
      on: {
        success: { guard: 'of this era', actions: 'remember success' },
        failure: [
          { guard: 'one failure too many', target: 'open', actions: 'open' },
          { guard: 'of this era', actions: 'remember failure' },
        ],
      },
    },
    open: {
      on: { call: { guard: 'open long enough', target: 'half-open', actions: 'send a probe' } },
    },
    'half-open': {
      on: {
        call: { guard: 'a probe is left', actions: 'send a probe' },
        success: [
          { guard: 'the last probe needed', target: 'closed', actions: 'close' },
          { guard: 'of this era', actions: 'count the probe' },
        ],
        failure: { guard: 'of this era', target: 'open', actions: 'open' },
      },
    },
  },
});

export const closedBreaker: Breaker = {
  mode: 'closed',
  memory: { failed: [], openedUs: 0, sent: 0, succeeded: 0, era: 0 },
  taken: null,
};

/**
 * What the machine would say of the two things that happen thousands of times a second, that nothing is done and that a
 * success is remembered, known without running it; null: only the machine knows. The tests hold this to the machine.
 */
function usual(breaker: Breaker, event: BreakerEvent): Breaker | null {
  const { mode, memory } = breaker;
  const { policy, nowUs } = event;
  if (event.type === 'call') {
    if (mode === 'open') return nowUs - memory.openedUs < policy.openUs ? breaker : null;
    return mode === 'closed' || memory.sent >= policy.probes ? breaker : null;
  }
  if (mode === 'open' || event.era !== memory.era) return breaker;
  if (mode === 'half-open' || event.type === 'failure') return null;
  const { failed } = memory;
  const isAllWell = failed.length === policy.window && !failed.includes(true);
  return {
    mode,
    memory: isAllWell ? memory : { ...memory, failed: withResult(memory, false, policy) },
    taken: { from: mode, event: event.type, to: mode, atUs: nowUs },
  };
}

function after(breaker: Breaker, event: BreakerEvent): Breaker {
  const known = usual(breaker, event);
  if (known !== null) return known;
  const { mode, memory } = breaker;
  const now = breakerMachine.resolveState({ value: mode, context: memory });
  const [next] = transition(breakerMachine, now, event);
  // Every way changes the memory: where it is as it was, none was open.
  if (next.context === memory) return breaker;
  const to = next.value as BreakerMode;
  const taken = { from: mode, event: event.type, to, atUs: event.nowUs };
  return { mode: to, memory: next.context, taken };
}

/** Whether a call may go now. Its result is to be reported with the `era` the breaker is in afterwards. */
export function ask(
  breaker: Breaker,
  given: Given,
): { readonly allowed: boolean; readonly breaker: Breaker } {
  const next = after(breaker, { type: 'call', ...given });
  return { allowed: next.mode === 'closed' || next.memory.sent > breaker.memory.sent, breaker: next };
}

/** What became of a call that was allowed. */
export const report = (breaker: Breaker, result: 'success' | 'failure', era: number, given: Given): Breaker =>
  after(breaker, { type: result, era, ...given });
