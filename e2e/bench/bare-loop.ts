// The reference for the kernel: five nodes send messages to one another from a bare binary heap, as one would write
// it in an afternoon. It has handlers, message objects and a trace that is kept; it has no faults, rules, causes,
// clocks, copies or digest. Times are milliseconds with a fraction, straight from a random number, as in most
// such loops; in whole microseconds, as the kernel counts, engines store them in less room.

interface Message {
  from: number;
  to: number;
  type: string;
  body: { n: number };
  sent: number;
}

interface Event {
  at: number;
  seq: number;
  kind: 'message' | 'timer';
  message: Message;
}

interface Peer {
  received: number;
  last: number;
  onMessage(loop: Loop, message: Message): void;
}

const before = (x: Event, y: Event): boolean => x.at < y.at || (x.at === y.at && x.seq < y.seq);

class Loop {
  private readonly heap: Event[] = [];
  private word: number;
  private seq = 0;
  now = 0;

  constructor(
    seed: number,
    private readonly whole: boolean,
  ) {
    this.word = seed;
  }

  /** From 0 to 1. */
  random(): number {
    this.word = (this.word + 0x6d2b79f5) | 0;
    let t = Math.imul(this.word ^ (this.word >>> 15), 1 | this.word);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** 5 to 15 ms, in milliseconds or in whole microseconds. */
  private latency(): number {
    return this.whole ? 5_000 + Math.floor(this.random() * 10_001) : 5 + this.random() * 10;
  }

  send(from: number, to: number, type: string, body: { n: number }): void {
    const message = { from, to, type, body, sent: this.now };
    const item: Event = { at: this.now + this.latency(), seq: this.seq++, kind: 'message', message };
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

  next(): Event {
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
}

/** Runs that many events with that many messages about, and gives the trace. */
export function bareLoop(events: number, inFlight: number, whole = false): readonly Event[] {
  const loop = new Loop(1, whole);
  const peers: Peer[] = [];
  for (let id = 0; id < 5; id++) {
    peers.push({
      received: 0,
      last: -1,
      onMessage(to, message) {
        this.received++;
        this.last = message.from;
        to.send(id, (id + 1 + Math.floor(to.random() * 4)) % 5, 'ping', { n: message.body.n + 1 });
      },
    });
  }
  for (let i = 0; i < inFlight; i++) loop.send(i % 5, (i + 1) % 5, 'ping', { n: 0 });
  const trace: Event[] = [];
  for (let i = 0; i < events; i++) {
    const event = loop.next();
    loop.now = event.at;
    peers[event.message.to]?.onMessage(loop, event.message);
    trace.push(event);
  }
  return trace;
}
