/** Nodes with clocks of their own, and a server that tells the time: what an exchange can know, and what it cannot. */

import type { Role } from '#/kernel';
import type { ProtocolModule } from '../module';
import {
  beginDiscipline,
  type Discipline,
  disciplineChoices,
  disciplineFacts,
  disciplineParams,
  disciplineWords,
  hearTime,
  POLL,
  poll,
} from './discipline';
import { certainToWithin, errors, halfTheAsymmetry, noNegativeDuration, noNegativeMonotonic } from './judge';
import { timeServer } from './server';
import { isStopwatch, startStopwatch, stopStopwatch } from './stopwatch';

interface ClientState {
  readonly discipline: Discipline;
}

const client: Role = {
  init: (ctx): ClientState => ({ discipline: beginDiscipline(ctx) }),
  onMessage: (ctx, state: ClientState, message) => hearTime(ctx, state.discipline, message),
  onTimer(ctx, state: ClientState, { name, data }) {
    if (isStopwatch(name)) stopStopwatch(ctx, data);
    else if (name === POLL) poll(ctx, state.discipline);
  },
  onInvoke(ctx, _state, op) {
    if (op.f === 'measure') return startStopwatch(ctx, op);
    ctx.complete(op.id, 'failed', { as: 'error', value: `there is no ${op.f} here` });
  },
  describe: ({ discipline }: ClientState) => ({
    words: disciplineWords(discipline),
    emphasis: 'outline',
    facts: disciplineFacts(discipline),
  }),
};

export const ntp: ProtocolModule = {
  protocol: {
    name: 'ntp',
    roles: { time: timeServer, client },
    // A clock that somebody else moves is beyond it until the next exchange.
    assumes: [
      ...(['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule'] as const),
      ...(['crash', 'restart', 'pause', 'resume', 'slow'] as const),
    ],
    params: disciplineParams,
  },
  observers: { errors },
  properties: {
    'certain to within half the round trip': certainToWithin,
    'off by half the asymmetry': halfTheAsymmetry,
    'no negative duration': noNegativeDuration,
    'no negative monotonic duration': noNegativeMonotonic,
  },
  leavesOut: [
    'There is one time server, and it is believed: no choice among several, no authentication.',
    'Every answer counts alike: the filter that trusts the quickest of eight is not there.',
    'A node does not learn how fast its own clock drifts.',
  ],
  choices: disciplineChoices,
};
