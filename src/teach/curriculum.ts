/**
 * The course as it is planned: eight parts, thirty-eight lessons, in reading order.
 * Which of them can be opened today is not said here: a lesson is there when its folder is.
 * A lesson that is there speaks for itself (its front matter wins over the line below).
 */
export interface PlannedLesson {
  /** 1 to 38; the folder is named after it. */
  number: number;
  slug: string;
  title: string;
  /** Completes "You will be able to …". */
  able: string;
}

export interface Part {
  /** 0 to 7. */
  number: number;
  title: string;
  lessons: PlannedLesson[];
}

function part(
  number: number,
  title: string,
  first: number,
  lessons: [slug: string, title: string, able: string][],
): Part {
  return {
    number,
    title,
    lessons: lessons.map(([slug, name, able], i) => ({ number: first + i, slug, title: name, able })),
  };
}

export const curriculum: Part[] = [
  part(0, 'The one sentence', 1, [
    ['neither', 'Succeed, throw, or neither', 'say what a time-out tells you, and what it cannot'],
  ]),
  part(1, 'The eight fallacies', 2, [
    [
      'network-is-reliable',
      'The network is reliable',
      'make an effect happen exactly once over a link that loses messages',
    ],
    ['latency-is-zero', 'Latency is zero', 'find the round trips in a slow page, and remove them'],
    [
      'bandwidth-is-infinite',
      'Bandwidth is infinite',
      'predict when a queue grows without bound, and choose its limit',
    ],
    ['network-is-secure', 'The network is secure', 'tell which mechanism stops which attack'],
    ['topology-does-not-change', 'Topology does not change', 'roll out a release without one failed call'],
    [
      'one-administrator',
      'There is one administrator',
      'move a fleet from one version to the next when two teams hold the keys',
    ],
    ['transport-is-free', 'Transport is free', 'read a bill in the shape of the messages, and halve it'],
    [
      'network-is-homogeneous',
      'The network is homogeneous',
      'set a time-out that fits fibre, mobile and satellite alike',
    ],
  ]),
  part(2, 'CAP and what it leaves out', 10, [
    ['cap', 'CAP, stated exactly', 'choose, for each kind of data, what to give up while the network is cut'],
    [
      'pacelc',
      'PACELC: the other half',
      'trade staleness against latency with N, R and W, and know the exceptions',
    ],
  ]),
  part(3, 'Consistency models', 12, [
    [
      'linearizability',
      'Linearizability',
      'place the points that make a history right, or show that none exist',
    ],
    [
      'sequential',
      'Sequential consistency',
      'tell an order everyone agrees on from the order things happened in',
    ],
    ['causal', 'Causal consistency', 'keep a reply from arriving before its post, without a global order'],
    [
      'eventual',
      'Eventual consistency',
      'say what converges, how soon, and which writes are lost on the way',
    ],
    ['spectrum', 'The whole spectrum', 'build the history that separates any two neighbouring models'],
  ]),
  part(4, 'Time is a lie', 17, [
    [
      'clocks',
      'Clocks that disagree',
      'lose an acknowledged write with nothing broken but a clock, then prevent it',
    ],
    ['lamport', 'Lamport clocks', 'order events without a clock, and say what that order does not mean'],
    ['vector-clocks', 'Vector clocks', 'find every pair of events that happened independently'],
    ['hybrid-clocks', 'Hybrid clocks', 'take a consistent snapshot by timestamp on machines that disagree'],
    [
      'central-time',
      'One clock for everyone',
      'weigh a timestamp oracle against waiting out the uncertainty',
    ],
  ]),
  part(5, 'Failure modes', 22, [
    ['partial-failure', 'Partial failure', 'tune a failure detector, knowing it can only suspect'],
    ['split-brain', 'Split brain', 'produce two leaders, then make the second one harmless'],
    ['cascading', 'Cascading failure', 'explain why an overload can outlast its cause, and end it'],
    ['byzantine', 'Nodes that lie', 'count how many honest nodes an agreement needs'],
  ]),
  part(6, 'The patterns that help', 26, [
    ['timeouts', 'Time-outs and deadlines', 'stop work that nobody is waiting for any more'],
    ['retries', 'Retries', 'retry without making the outage worse'],
    ['circuit-breaker', 'Circuit breakers', 'stop calling what is down, and notice when it is back'],
    ['bulkheads', 'Bulkheads', 'keep a fast path fast while its neighbour dies'],
    ['idempotency-keys', 'Idempotency keys', 'charge once, whatever is lost, repeated or restarted'],
    ['outbox', 'The outbox', 'publish an event if, and only if, the change was committed'],
    ['sagas', 'Sagas', 'end every run either done or undone, with no coordinator to wait for'],
    ['raft', 'Raft', 'elect a leader, lose it, and say which entries survive'],
    ['paxos', 'Paxos', 'choose one value with messages alone, and see how choosing can stall'],
    ['crdts', 'Conflict-free data types', 'merge two offline edits without losing either'],
    ['optimistic-ui', 'Optimistic interfaces', 'design a screen that never lies and never waits'],
  ]),
  part(7, 'What correct means, and starting small', 37, [
    ['correct', 'What correct means', 'write the invariants that catch a fault before your users do'],
    ['starting-small', 'Starting small', 'pick the fewest patterns that survive the storms you will meet'],
  ]),
];
