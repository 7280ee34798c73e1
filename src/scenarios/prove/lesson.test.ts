import { describe, expect, it } from 'vitest';
import { loadProtocol, type ProtocolModule } from '#/protocols';
import { loadStages } from '../stages';
import { proveLesson } from './lesson';
import { calm, changed, receiptLost, requestLost, type Small, small } from './small.fixture';
import type { Verdict, VerdictWord } from './verdict';

const rpc = await loadProtocol('rpc');

// biome-ignore lint/suspicious/noExplicitAny: a broken lesson is not of a lesson's type, which is the point.
type Broken = any;

const verdicts = (lesson: Small, module: ProtocolModule = rpc) => proveLesson('small', lesson, module);

function expectVerdict(
  all: readonly Verdict[],
  kind: Verdict['kind'],
  id: string,
  word: VerdictWord,
  detail: RegExp,
) {
  const found = all.find((v) => v.kind === kind && v.id === id);
  expect(found, `${kind} ${id} among ${all.map((v) => v.detail).join('\n')}`).toMatchObject({
    lesson: 'small',
    verdict: word,
  });
  expect(found?.detail).toMatch(detail);
}

it('holds a lesson that is right, with one verdict for each thing it says', () => {
  const all = verdicts(small);
  expect(all.filter((v) => v.verdict !== 'held')).toEqual([]);
  expect(all.map((v) => `${v.kind} ${v.id}`)).toEqual([
    'schema lesson',
    'replay twice',
    'replay seek',
    'replay steps',
    'replay scripts',
    'replay checks',
    'bet bet',
    'story beats',
    'story twins retry',
    'claim lost',
    'claim three',
    'claim proof',
    'claim twice',
    'claim alike',
    'quiz order',
    'quiz which',
    'quiz break',
    'challenge table',
  ]);
});

const stages = await loadStages(['call', 'nowhere']);

describe('a stage', () => {
  const staged = (atMost: number) =>
    changed((l: Broken) => {
      l.stages = ['call'];
      l.claims[0] = {
        id: 'there',
        text: 'It is claimed of the stage.',
        kind: 'run',
        stage: 'call',
        variant: {},
        checks: [{ count: { type: 'started' }, atMost }],
      };
    });
  const there = (atMost: number) => proveLesson('small', staged(atMost), rpc, stages);
  it('is what a claim on it is proved by', () => {
    expectVerdict(there(9), 'claim', 'there', 'held', /The run says so/);
    expectVerdict(there(0), 'claim', 'there', 'failed', /the run says: \d+ times/);
    expectVerdict(there(9), 'replay', 'twice on call', 'held', /1 worlds/);
  });
});

it('says how far it explored', () => {
  expectVerdict(verdicts(small), 'claim', 'three', 'held', /all \d+ states, up to \d+ steps deep/);
});

const schema: [string, (lesson: Broken) => void, RegExp][] = [
  ['a part is missing', (l) => delete l.challenge, /challenge: must be/],
  ['a member nobody knows', (l) => (l.scenario.colour = 'red'), /no member called colour/],
  ['an entry type nobody knows', (l) => (l.claims[0].checks[1].count.type = 'dropd'), /claims\.0\.checks/],
  ['two hints', (l) => l.bet.hints.pop(), /bet\.hints: must be at least 3 items/],
  ['two nodes of one name', (l) => (l.scenario.nodes[1].id = 'browser'), /Two nodes are called browser/],
  ['a link to nowhere', (l) => (l.scenario.links[0].between[1] = 'bank'), /not a node/],
  ['a role nobody plays', (l) => (l.scenario.nodes[0].role = 'king'), /no role king/],
  ['an observer nobody is', (l) => (l.scenario.observe = 'mood'), /no observer called mood/],
  ['a promise nobody checks', (l) => l.scenario.checks.push('luck'), /no property "luck"/],
  ['a knob past its end', (l) => (l.scenario.knobs[0].default = 9), /retries is a number from 0 to 3/],
  ['a knob for no parameter', (l) => (l.scenario.knobs[0].bind.param = 'tries'), /no parameter tries/],
  ['an opening at no moment', (l) => (l.scenario.opening.moment = 'noon'), /not a moment/],
  ['an action on no link', (l) => (l.scenario.actions[0].command.links[0].to = 'x'), /No link goes/],
  ['a message without a look', (l) => delete l.scenario.kinds.receipt, /how to show receipt/],
  ['a workload for nobody', (l) => (l.scenario.workload[0].node = 'phone'), /phone, which is not a node/],
  ['two claims of one name', (l) => (l.claims[1].id = 'lost'), /Two claims are called lost/],
  ['two options of one name', (l) => (l.bet.options[1].id = 'none'), /Two parts of bet/],
  ['a stage that the library does not have', (l) => (l.stages = ['attic']), /library is called attic/],
  ['a claim on no stage', (l) => (l.claims[0].stage = 'attic'), /lost is on attic, which is not a stage/],
  ['two questions', (l) => l.quiz.pop(), /at least three questions/],
  ['questions of one kind', (l) => (l.quiz = [0, 1, 2].map((i) => ({ ...l.bet, id: `q${i}` }))), /two kinds/],
];

describe('rejects a lesson that is not one', () => {
  it.each(schema)('%s', (_, change, detail) => {
    const all = verdicts(changed(change));
    expect(all).toHaveLength(1);
    expectVerdict(all, 'schema', 'lesson', 'failed', detail);
  });
});

const wrong: [string, (lesson: Broken) => void, Verdict['kind'], string, RegExp][] = [
  // Runs.
  [
    'a command for a message that is not there',
    (l) => (l.claims[0].variant.script[0].command.message.nth = 7),
    'replay',
    'scripts',
    /lost: a command of its script is refused/,
  ],
  [
    'a script that waits for a moment that never comes',
    (l) => (l.story.variant.script[0].when.kind = 'refund'),
    'replay',
    'scripts',
    /the story: 1 of 1 commands of its script are never given/,
  ],
  [
    'a world that breaks a promise',
    (l) => l.scenario.checks.push('charged at most once'),
    'replay',
    'checks',
    /twins retry, right: "charged at most once" should hold/,
  ],
  [
    'a knob that a world turns too far',
    (l) => (l.twins.retry.right.knobs.retries = 12),
    'story',
    'twins retry',
    /retries is a number from 0 to 3/,
  ],
  // Claims.
  ['a wrong end', (l) => (l.claims[0].variant = calm), 'claim', 'lost', /the run says: receipt, 1 charge/],
  ['a wrong count', (l) => (l.claims[0].checks[1].is = 2), 'claim', 'lost', /twice: .*the run says: 1 times/],
  [
    'an outcome too many',
    (l) => (l.claims[1].outcomes['receipt, 9 charges'] = calm),
    'claim',
    'three',
    /stored for "receipt, 9 charges" ends in "receipt, 1 charge"\. No schedule reaches "receipt, 9 charges"/,
  ],
  [
    'an outcome too few',
    (l) => delete l.claims[1].outcomes['time-out, 0 charges'],
    'claim',
    'three',
    /"time-out, 0 charges" can be reached as well: browser begins a call/,
  ],
  [
    'a stored run that ends elsewhere',
    (l) => (l.claims[1].outcomes['time-out, 0 charges'] = receiptLost),
    'claim',
    'three',
    /The world stored for "time-out, 0 charges" ends in "time-out, 1 charge"/,
  ],
  [
    'a property that some schedule breaks',
    (l) => (l.claims[3].holds = true),
    'claim',
    'twice',
    /It fails at \d+ of \d+ ends; first: browser begins a call; /,
  ],
  [
    'a violation that no schedule shows',
    (l) => (l.claims[2].holds = false),
    'claim',
    'proof',
    /it holds at all \d+ ends/,
  ],
  ['a property nobody knows', (l) => (l.claims[2].property = 'luck'), 'claim', 'proof', /no property "luck"/],
  [
    'worlds that a node can tell apart',
    (l) => (l.claims[4].right = calm),
    'claim',
    'alike',
    /browser can tell: timer fired at 210000 µs in one, delivered at 110000 µs in the other/,
  ],
  [
    'worlds that do not differ',
    (l) => (l.claims[4].right = receiptLost),
    'claim',
    'alike',
    /is so in the right world/,
  ],
  ['a node where nothing happens', (l) => (l.claims[4].node = 'moon'), 'claim', 'alike', /Nothing happens/],
  // Questions.
  [
    'a bet of another kind',
    (l) => (l.bet = { ...l.quiz[0], id: 'bet' }),
    'bet',
    'bet',
    /A bet is a prediction/,
  ],
  [
    'a key that the run denies',
    (l) => (l.bet.variant = requestLost),
    'bet',
    'bet',
    /once is wrong here and names/,
  ],
  [
    'two right options',
    (l) => (l.bet.options[0].asserts = [{ count: { type: 'dropped' }, is: 1 }]),
    'bet',
    'bet',
    /the run makes it none and once/,
  ],
  ['no right option', (l) => l.bet.options.splice(1, 1), 'bet', 'bet', /the run makes it none/],
  [
    'a distractor that is wrong in its own world',
    (l) => (l.bet.options[0].elsewhere.world = calm),
    'bet',
    'bet',
    /none is not right in its own world either.*1 in ledger/,
  ],
  [
    'a distractor without a world',
    (l) => delete l.bet.options[0].elsewhere,
    'bet',
    'bet',
    /none is wrong here and names no world/,
  ],
  [
    'a world said not to be, and there',
    (l) => (l.bet.options[0].elsewhere = { none: 'No world does that.' }),
    'bet',
    'bet',
    /one of the lesson's own does/,
  ],
  [
    'an event that does not happen',
    (l) => (l.quiz[0].events[2].when = { type: 'crashed' }),
    'quiz',
    'order',
    /no event "loss"/,
  ],
  [
    'one event twice',
    (l) => (l.quiz[0].events[1].when = { type: 'sent' }),
    'quiz',
    'order',
    /one and the same/,
  ],
  [
    'events that nothing orders',
    (l) => {
      l.quiz[0].variant = { script: [{ at: 1000, command: { verb: 'pause', node: 'payment' } }] };
      l.quiz[0].events = [
        { id: 'a', text: 'a', when: { type: 'started', node: 'browser' } },
        { id: 'b', text: 'b', when: { type: 'started', node: 'payment' } },
        { id: 'c', text: 'c', when: { type: 'crashed' } },
      ];
    },
    'quiz',
    'order',
    /Nothing orders any two/,
  ],
  ['no world that fits', (l) => l.quiz[1].worlds.splice(0, 2), 'quiz', 'which', /None of the worlds fits/],
  ['worlds that all fit', (l) => l.quiz[1].worlds.pop(), 'quiz', 'which', /nothing to find out/],
  ['a start that meets the goal', (l) => (l.quiz[2].variant = receiptLost), 'quiz', 'break', /start meets/],
  [
    'a solution that does not',
    (l) => (l.quiz[2].solution = calm),
    'quiz',
    'break',
    /solution does not meet the goal.*receipt, 1 charge/,
  ],
  ['a decoy that does', (l) => l.quiz[2].decoys.push(receiptLost), 'quiz', 'break', /Decoy 2 meets/],
  // The challenge.
  [
    'a solution that misses a cell',
    (l) => l.challenge.solution.pop(),
    'challenge',
    'table',
    /does not reach "time-out, 1/,
  ],
  [
    'a cell missing from the table',
    (l) => (l.challenge.target.columns = ['0 charges']),
    'challenge',
    'table',
    /no cell for "receipt, 1 charge", "time-out, 1 charge"/,
  ],
  [
    'a cell that nothing reaches and nothing explains',
    (l) => (l.challenge.target.impossible = {}),
    'challenge',
    'table',
    /No schedule reaches "receipt, 0 charges"/,
  ],
  [
    'a cell called impossible that is reached',
    (l) => (l.challenge.target.impossible['time-out, 1 charge'] = 'Never.'),
    'challenge',
    'table',
    /impossible, and reached: "time-out, 1 charge"/,
  ],
  [
    'decoys that meet it together',
    (l) => l.challenge.decoys.push(...[calm, receiptLost].map((variant) => ({ variant, why: 'x' }))),
    'challenge',
    'table',
    /decoys together meet it/,
  ],
  [
    'checks that the start meets',
    (l) => (l.challenge.target = { checks: [{ outcome: 'receipt, 1 charge' }] }),
    'challenge',
    'table',
    /start meets.*Solution 2 does not/,
  ],
  [
    'checks that a decoy meets',
    (l) => {
      l.challenge.target = { checks: [{ outcome: 'time-out, 0 charges' }] };
      l.challenge.solution = [requestLost];
    },
    'challenge',
    'table',
    /Decoy 1 meets it/,
  ],
  // The story.
  ['a beat that never comes', (l) => (l.story.variant = calm), 'story', 'beats', /beat 2 never comes/],
  ['beats out of order', (l) => l.story.beats.reverse(), 'story', 'beats', /beat 2 does not come after/],
  [
    'two beats at one event',
    (l) => l.story.beats.splice(1, 0, { until: { type: 'timer set' }, caption: 'A timer.' }),
    'story',
    'beats',
    /beat 2 does not come after/,
  ],
  ['twins that are alike', (l) => (l.twins.retry.right = receiptLost), 'story', 'twins retry', /run alike/],
];

describe('rejects a lesson that says what is not so', () => {
  it.each(wrong)('%s', (_, change, kind, id, detail) => {
    expectVerdict(verdicts(changed(change)), kind, id, 'failed', detail);
  });
});

describe('does not decide what a budget kept it from seeing', () => {
  const short = (l: Broken) => (l.scenario.explore.depth = 3);
  it.each([
    ['claim', 'three', /3 steps deep, then a bound was met/],
    ['claim', 'proof', /no violation so far/],
    ['claim', 'twice', /no violation so far/],
    ['challenge', 'table', /more cells may be reachable/],
  ] as const)('%s %s', (kind, id, detail) => {
    expectVerdict(verdicts(changed(short)), kind, id, 'unknown', detail);
  });
  it('and still says what it did see', () => {
    const change = (l: Broken) => {
      l.scenario.explore.states = 12;
      l.claims[1].outcomes = { 'receipt, 1 charge': calm };
    };
    expectVerdict(verdicts(changed(change)), 'claim', 'three', 'failed', /can be reached as well/);
  });
});

describe('rejects a protocol that is not a function of its run', () => {
  /** The protocol with a memory outside its state. */
  function leaky(): ProtocolModule {
    let calls = 0;
    const { client } = rpc.protocol.roles;
    const roles = {
      ...rpc.protocol.roles,
      client: {
        ...client,
        init: client?.init as never,
        onInvoke: (ctx: Broken, state: Broken, op: Broken) => {
          client?.onInvoke?.(ctx, state, op);
          ctx.persist('calls', ++calls);
        },
      },
    };
    return { ...rpc, protocol: { ...rpc.protocol, roles } };
  }
  it.each(['twice', 'seek', 'steps'])('%s', (id) => {
    expectVerdict(verdicts(small, leaky()), 'replay', id, 'failed', /differ|is not what it was|replay/);
  });
});
