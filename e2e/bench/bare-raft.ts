// The reference for Raft: five servers in one event loop, as one would write them in an afternoon. Elections, heartbeats
// to each follower, one entry a message, the current-term rule; a trace that is kept. It has no disk, crashes, faults,
// clients, reads, sessions, rules, causes, clocks or digest. Times are milliseconds with a fraction.

interface Entry {
  term: number;
  value: string;
}

interface Message {
  type: 'vote?' | 'vote' | 'append' | 'appended';
  from: number;
  to: number;
  term: number;
  sent: number;
  index: number;
  logTerm: number;
  entries: Entry[];
  commit: number;
  yes: boolean;
}

interface Event {
  at: number;
  seq: number;
  what: 'message' | 'election' | 'heartbeat' | 'request';
  message: Message | null;
  server: number;
  peer: number;
  era: number;
}

interface Server {
  id: number;
  role: 'follower' | 'candidate' | 'leader';
  term: number;
  votedFor: number;
  log: Entry[];
  commit: number;
  votes: Set<number>;
  match: number[];
  next: number[];
  /** Timers of an earlier era are dead. */
  era: number;
  reign: number;
}

const SERVERS = 5;
const before = (x: Event, y: Event): boolean => x.at < y.at || (x.at === y.at && x.seq < y.seq);

class Cluster {
  private readonly heap: Event[] = [];
  private readonly servers: Server[] = [];
  private word: number;
  private seq = 0;
  private now = 0;
  readonly trace: Event[] = [];

  constructor(seed: number) {
    this.word = seed;
    for (let id = 0; id < SERVERS; id++) {
      this.servers.push({
        id,
        role: 'follower',
        term: 0,
        votedFor: -1,
        log: [],
        commit: 0,
        votes: new Set(),
        match: new Array(SERVERS).fill(0),
        next: new Array(SERVERS).fill(1),
        era: 0,
        reign: 0,
      });
    }
    for (const server of this.servers) this.arm(server);
  }

  private random(): number {
    this.word = (this.word + 0x6d2b79f5) | 0;
    let t = Math.imul(this.word ^ (this.word >>> 15), 1 | this.word);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  private push(
    at: number,
    what: Event['what'],
    message: Message | null,
    server = 0,
    peer = 0,
    era = 0,
  ): void {
    const item: Event = { at, seq: this.seq++, what, message, server, peer, era };
    const { heap } = this;
    let i = heap.length;
    heap.push(item);
    while (i > 0) {
      const up = (i - 1) >> 1;
      const parent = heap[up] as Event;
      if (before(parent, item)) break;
      heap[i] = parent;
      i = up;
    }
    heap[i] = item;
  }

  private pop(): Event {
    const { heap } = this;
    const top = heap[0] as Event;
    const last = heap.pop() as Event;
    const n = heap.length;
    let i = 0;
    for (let child = 1; child < n; child = 2 * i + 1) {
      let down = heap[child] as Event;
      if (child + 1 < n && before(heap[child + 1] as Event, down)) down = heap[++child] as Event;
      if (before(last, down)) break;
      heap[i] = down;
      i = child;
    }
    if (n > 0) heap[i] = last;
    return top;
  }

  private send(message: Message): void {
    this.push(this.now + 10 + this.random() * 5, 'message', message);
  }

  private arm(s: Server): void {
    s.era++;
    this.push(this.now + 100 * (1 + this.random()), 'election', null, s.id, 0, s.era);
  }

  private follow(s: Server, term: number): void {
    const led = s.role === 'leader';
    s.term = term;
    s.role = 'follower';
    s.votedFor = -1;
    s.reign++;
    if (led) this.arm(s);
  }

  private message(
    type: Message['type'],
    s: Server,
    to: number,
    index: number,
    logTerm: number,
    entries: Entry[],
    commit: number,
    yes: boolean,
  ): void {
    const { term, id: from } = s;
    this.send({ type, from, to, term, sent: this.now, index, logTerm, entries, commit, yes });
  }

  private append(s: Server, peer: number): void {
    const previous = (s.next[peer] as number) - 1;
    const last = Math.min(previous + 1, s.log.length);
    const entries = s.log.slice(previous, last);
    this.message('append', s, peer, previous, termAt(s, previous), entries, Math.min(s.commit, last), true);
  }

  private lead(s: Server): void {
    s.role = 'leader';
    s.era++;
    s.reign++;
    for (let peer = 0; peer < SERVERS; peer++) {
      s.next[peer] = s.log.length + 1;
      s.match[peer] = 0;
      if (peer !== s.id) this.push(this.now, 'heartbeat', null, s.id, peer, s.reign);
    }
  }

  private handle(s: Server, m: Message): void {
    if (m.term > s.term) this.follow(s, m.term);
    if (m.type === 'vote?') {
      const mine = termAt(s, s.log.length);
      const newer = m.logTerm > mine || (m.logTerm === mine && m.index >= s.log.length);
      const yes = m.term === s.term && newer && (s.votedFor < 0 || s.votedFor === m.from);
      if (yes) {
        s.votedFor = m.from;
        this.arm(s);
      }
      this.message('vote', s, m.from, 0, 0, [], 0, yes);
    } else if (m.type === 'vote') {
      if (s.role !== 'candidate' || m.term !== s.term || !m.yes) return;
      s.votes.add(m.from);
      if (2 * s.votes.size > SERVERS) this.lead(s);
    } else if (m.type === 'append') this.take(s, m);
    else if (s.role === 'leader' && m.term === s.term) this.heard(s, m);
  }

  private take(s: Server, m: Message): void {
    let yes = false;
    let index = 0;
    if (m.term === s.term) {
      s.role = 'follower';
      this.arm(s);
      if (m.index === 0 || (m.index <= s.log.length && termAt(s, m.index) === m.logTerm)) {
        yes = true;
        index = m.index;
        for (const entry of m.entries) {
          index++;
          if (termAt(s, index) !== entry.term) {
            s.log.length = index - 1;
            s.log.push(entry);
          }
        }
        if (m.commit > s.commit) s.commit = m.commit;
      }
    }
    this.message('appended', s, m.from, index, 0, [], 0, yes);
  }

  private heard(s: Server, m: Message): void {
    const peer = m.from;
    if (!m.yes) {
      s.next[peer] = Math.max(1, (s.next[peer] as number) - 1);
      return this.append(s, peer);
    }
    s.match[peer] = Math.max(s.match[peer] as number, m.index);
    s.next[peer] = m.index + 1;
    const sorted = s.match.map((n, i) => (i === s.id ? s.log.length : n)).sort((a, b) => a - b);
    const n = sorted[SERVERS >> 1] as number;
    if (n > s.commit && termAt(s, n) === s.term) s.commit = n;
    if ((s.next[peer] as number) <= s.log.length) this.append(s, peer);
  }

  private stand(s: Server): void {
    s.term++;
    s.votedFor = s.id;
    s.role = 'candidate';
    s.votes = new Set([s.id]);
    this.arm(s);
    for (let peer = 0; peer < SERVERS; peer++) {
      if (peer !== s.id) this.message('vote?', s, peer, s.log.length, termAt(s, s.log.length), [], 0, false);
    }
  }

  private request(): void {
    const leader = this.servers.find(({ role }) => role === 'leader');
    if (!leader) return;
    leader.log.push({ term: leader.term, value: 'v' });
    for (let peer = 0; peer < SERVERS; peer++) {
      if (peer !== leader.id && leader.next[peer] === leader.log.length) this.append(leader, peer);
    }
  }

  /** `everyMs` 0: no requests. */
  run(untilMs: number, everyMs: number): this {
    if (everyMs > 0) this.push(everyMs, 'request', null);
    while (this.now < untilMs) {
      const event = this.pop();
      this.now = event.at;
      const s = this.servers[event.server] as Server;
      if (event.what === 'message' && event.message) {
        this.handle(this.servers[event.message.to] as Server, event.message);
        this.trace.push(event);
      } else if (event.what === 'election') {
        if (event.era === s.era && s.role !== 'leader') this.stand(s);
      } else if (event.what === 'heartbeat') {
        if (event.era !== s.reign || s.role !== 'leader') continue;
        this.append(s, event.peer);
        this.push(this.now + 50, 'heartbeat', null, s.id, event.peer, event.era);
      } else {
        this.push(this.now + everyMs, 'request', null);
        this.request();
      }
    }
    return this;
  }

  get committed(): number {
    return Math.max(...this.servers.map(({ commit }) => commit));
  }
}

const termAt = (s: Server, index: number): number =>
  index < 1 || index > s.log.length ? 0 : (s.log[index - 1] as Entry).term;

/** Five servers for so many seconds, with a request every so many milliseconds; 0 for none. */
export const bareRaft = (seconds: number, everyMs: number): Cluster =>
  new Cluster(1).run(seconds * 1000, everyMs);
