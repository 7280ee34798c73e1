/**
 * One node asks all others, again and again, "are you there?"; the others answer. It is the smallest world in
 * which silence can be seen: the asker knows who answered, and cannot know why somebody did not.
 */

import type { Context, NodeId, Role, View } from '#/kernel';
import type { ProtocolModule } from '../module';

interface Peer {
  /** Questions asked and not answered since the last answer. */
  readonly unanswered: number;
  /** How long nothing has been heard, as far as the asker has waited: microseconds. */
  readonly silentUs: number;
  /** The number of the last question, so that an answer to an earlier one is known for what it is. */
  readonly question: number;
}

interface AskerState {
  peers: Record<string, Peer>;
}

const silent: Peer = { unanswered: 0, silentUs: 0, question: 0 };

function askAll(ctx: Context, state: AskerState): void {
  for (const peer of ctx.nodes('answerer')) {
    const before = state.peers[peer] ?? silent;
    const question = before.question + 1;
    state.peers[peer] = { ...before, unanswered: before.unanswered + 1, question };
    ctx.send(peer, 'question', question);
    ctx.after(`wait for ${peer}`, ctx.params.patienceUs as number, peer);
  }
  ctx.after('ask', ctx.params.everyUs as number);
}

function giveUpOn(ctx: Context, state: AskerState, peer: NodeId): void {
  const before = state.peers[peer] ?? silent;
  const patience = ctx.params.patienceUs as number;
  const silentUs = patience + (before.unanswered - 1) * (ctx.params.everyUs as number);
  if (before.silentUs === 0) ctx.note(`${ctx.self} has heard nothing from ${peer} in time.`);
  state.peers[peer] = { ...before, silentUs };
}

const said = (peer: string, { unanswered, silentUs, question }: Peer): string => {
  if (silentUs > 0) return `${peer}: no answer, since ${silentUs / 1000} ms`;
  return question === 1 && unanswered === 1 ? `${peer}: asked` : `${peer} answered`;
};

const asker: Role = {
  init(ctx): AskerState {
    ctx.after('ask', ctx.params.firstUs as number);
    return { peers: {} };
  },
  onTimer(ctx, state: AskerState, timer) {
    if (timer.name === 'ask') askAll(ctx, state);
    else giveUpOn(ctx, state, timer.data as NodeId);
  },
  onMessage(ctx, state: AskerState, message) {
    const before = state.peers[message.from] ?? silent;
    // A late answer to an earlier question shows that the peer was there then, and ends no wait.
    if (message.body !== before.question) return;
    if (before.silentUs > 0) ctx.note(`${ctx.self} hears from ${message.from} again.`);
    state.peers[message.from] = { ...before, unanswered: 0, silentUs: 0 };
    ctx.cancel(`wait for ${message.from}`);
  },
  describe(state: AskerState) {
    const peers = Object.keys(state.peers).map((name) => said(name, state.peers[name] as Peer));
    return {
      words: peers.join('; ') || 'about to ask',
      emphasis: 'filled',
      facts: Object.keys(state.peers).map((name) => ({
        name,
        value: `${state.peers[name]?.question ?? 0} asked`,
      })),
    };
  },
};

const answerer: Role = {
  init: () => ({ answered: 0 }),
  onMessage(ctx, state: { answered: number }, message) {
    state.answered++;
    ctx.send(message.from, 'answer', message.body);
  },
  describe: (state: { answered: number }) => ({
    words: state.answered === 0 ? 'not asked yet' : `answered ${state.answered}`,
    facts: [{ name: 'answered', value: String(state.answered) }],
  }),
};

/** The names the asker has heard nothing from, or that all answered. */
function heard(view: View): string {
  const state = view.nodes.find((n) => n.role === 'asker')?.state as unknown as AskerState | null;
  const quiet = Object.entries(state?.peers ?? {}).filter(([, peer]) => peer.silentUs > 0);
  return quiet.length === 0 ? 'all answer' : `nothing from ${quiet.map(([name]) => name).join(', ')}`;
}

export const ask: ProtocolModule = {
  protocol: {
    name: 'ask',
    roles: { asker, answerer },
    assumes: ['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule', 'crash', 'restart'],
    params: { everyUs: 400_000, patienceUs: 300_000, firstUs: 100_000 },
  },
  observers: { heard },
  properties: {},
  leavesOut: [
    'The asker decides nothing on silence: it only says since when it has heard nothing.',
    'Suspicion does not grow by degrees, and nobody tells others who is silent.',
  ],
  choices: {},
};
