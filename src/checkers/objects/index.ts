/** The objects a history may be of: what each does when operations come one at a time. */

import type { ObjectName } from '../names';
import { counter } from './counter';
import { kv } from './kv';
import { multiRegister } from './multi-register';
import { mutex } from './mutex';
import type { SequentialObject } from './object';
import { queue, stack } from './queue';
import { casRegister, register } from './register';
import { set } from './set';

export { whyNotApplicable } from './applicable';
export { keyOf, same } from './json';
export { answered, type SequentialObject, type State } from './object';

const all: Readonly<Record<ObjectName, SequentialObject>> = {
  register,
  'cas-register': casRegister,
  kv,
  'multi-register': multiRegister,
  queue,
  stack,
  mutex,
  set,
  counter,
};

export const objectCalled = (name: ObjectName): SequentialObject => all[name];
