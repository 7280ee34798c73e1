/**
 * Small histories of reads and writes out of a hat. Every other one is what replicas would give that apply writes as
 * they hear of them, in this order or that; the rest is wilder, and reads return what anybody wrote, sooner or later.
 * Equal values, open and failed operations, and values that nobody wrote are among them.
 */

import type { Json } from '#/kernel';
import type { History, HistoryOperation } from '../history';
import { dice } from '../random-histories.fixture';

type Dice = ReturnType<typeof dice>;

interface Asked {
  readonly process: string;
  readonly key: string;
  readonly writes: boolean;
  readonly value: number;
}

/** What a read of a key by a process comes back with, operation by operation. */
interface Memory {
  written(op: Asked, place: number): void;
  read(op: Asked, place: number): Json;
}

/** Any value of the key, mostly one that was written before. */
function wild(ops: readonly Asked[], initial: Json, roll: Dice): Memory {
  return {
    written: () => {},
    read({ key }, place) {
      const until = roll(6) === 0 ? ops.length : place;
      const all = ops.slice(0, until).filter((op) => op.writes && op.key === key);
      const choice = roll(all.length + 1);
      return all[choice]?.value ?? initial;
    },
  };
}

/** A replica for each process; what one writes, the others hear of later: in its order or not, the last word or not. */
function replicated(names: readonly string[], initial: Json, roll: Dice): Memory {
  const [inOrder, lastWins, forwards] = [roll(3) > 0, roll(2) === 0, roll(2) === 0];
  const held = new Map(names.map((name) => [name, new Map<string, { at: number; value: Json }>()]));
  const inbox = new Map(names.map((name) => [name, [] as { from: string; op: Asked; at: number }[]]));
  const apply = (name: string, op: Asked, at: number) => {
    const known = held.get(name)?.get(op.key);
    if (!lastWins || known === undefined || known.at < at)
      held.get(name)?.set(op.key, { at, value: op.value });
  };
  const hear = (name: string) => {
    const waiting = inbox.get(name) ?? [];
    while (waiting.length > 0 && roll(4) === 0) {
      const pick = waiting[roll(waiting.length)];
      const first = inOrder ? waiting.find(({ from }) => from === pick?.from) : pick;
      if (first === undefined) return;
      waiting.splice(waiting.indexOf(first), 1);
      apply(name, first.op, first.at);
      // Heard from me as well, after what I have heard before.
      if (forwards)
        for (const other of names) if (other > name) inbox.get(other)?.push({ ...first, from: name });
    }
  };
  return {
    written(op, at) {
      apply(op.process, op, at);
      for (const other of names)
        if (other !== op.process) inbox.get(other)?.push({ from: op.process, op, at });
    },
    read({ process, key }) {
      hear(process);
      return held.get(process)?.get(key)?.value ?? initial;
    },
  };
}

export function wildHistory(seed: number, most = 7): History {
  const roll = dice(seed);
  const names = ['P0', 'P1', 'P2'].slice(0, [1, 2, 2, 2, 3, 3, 3, 3][roll(8)]);
  const size = most - roll(3);
  const keys = 1 + (roll(3) > 0 ? 1 : 0);
  const unique = roll(3) === 0;
  const values = 1 + roll(3);
  const initial = [null, null, 0, 1][roll(4)] ?? null;
  const writing = 35 + roll(30);
  const ops: Asked[] = Array.from({ length: size }, (_, place) => ({
    process: names[roll(names.length)] as string,
    key: 'xy'.charAt(roll(keys)),
    writes: roll(100) < writing,
    value: unique ? 10 + place : 1 + roll(values),
  }));
  const memory = roll(2) === 0 ? wild(ops, initial, roll) : replicated(names, initial, roll);
  const done: HistoryOperation[] = [];
  const running = new Map<string, number>();
  const over = new Map<string, number>();
  let now = 0;
  const end = (process: string) => {
    const place = running.get(process);
    if (place !== undefined)
      done[place] = { ...(done[place] as HistoryOperation), end: ++now, outcome: 'ok' };
    running.delete(process);
  };
  ops.forEach((asked, place) => {
    const { process, key, writes } = asked;
    for (const other of [...running.keys()]) if (other === process || roll(2) === 0) end(other);
    // What a client does after an operation that never ended, it does under another name.
    const name = over.has(process) ? `${process}-${over.get(process)}` : process;
    const fate = roll(100);
    const failed = fate >= 96;
    const open = writes && fate < 10;
    if (writes && !failed && !(open && roll(2) === 0)) memory.written(asked, place);
    const read = roll(100) === 0 ? 99 : memory.read(asked, place);
    const type = writes ? 'write' : 'read';
    done[place] = {
      process: name,
      type,
      key,
      value: writes ? asked.value : read,
      start: ++now,
      end: null,
      outcome: 'unknown',
    };
    if (open) over.set(process, place);
    // Some have an end, which says when the client gave up and nothing else.
    if (open && roll(3) === 0) done[place] = { ...done[place], end: ++now };
    else if (failed) done[place] = { ...done[place], end: ++now, outcome: 'failed' };
    else if (!open) running.set(process, place);
  });
  for (const process of [...running.keys()]) end(process);
  return { name: `wild ${seed}`, initial, operations: done };
}
