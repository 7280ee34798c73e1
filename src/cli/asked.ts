/** What was asked at the prompt: words, and flags with a value each; `--json` has none. */

import type { ProtocolModule, Scalar, Scenario } from '#/scenarios';
import { BadInput } from './answer';

export interface Asked {
  readonly words: readonly string[];
  readonly flags: ReadonlyMap<string, string>;
  readonly json: boolean;
}

export function asked(argv: readonly string[]): Asked {
  const words: string[] = [];
  const flags = new Map<string, string>();
  let json = false;
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i] as string;
    if (arg === '--json') json = true;
    else if (!arg.startsWith('--')) words.push(arg);
    else {
      const [name = '', inline] = arg.slice(2).split(/=(.*)/s);
      const value = inline ?? argv[++i];
      if (value === undefined || (inline === undefined && value.startsWith('--'))) {
        throw new BadInput(`--${name} wants a value.`);
      }
      if (flags.has(name)) throw new BadInput(`--${name} is given twice.`);
      flags.set(name, value);
    }
  }
  return { words, flags, json };
}

/** Throws unless every flag is one of these. */
export function onlyFlags({ flags }: Asked, known: readonly string[]): void {
  for (const name of flags.keys()) {
    if (!known.includes(name)) throw new BadInput(`There is no --${name} here.`);
  }
}

/** A flag as a whole number within bounds; undefined when it is not given. */
export function wholeFlag({ flags }: Asked, name: string, least: number, most: number): number | undefined {
  const text = flags.get(name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new BadInput(`--${name} wants a whole number from ${least} to ${most}, not ${text}.`);
}

/** A flag that is on or off; undefined when it is not given. */
export function switchFlag({ flags }: Asked, name: string): boolean | undefined {
  const text = flags.get(name);
  return text === undefined ? undefined : asSwitch(name, text);
}

/** A flag as names with commas between; undefined when it is not given. */
export const namesFlag = ({ flags }: Asked, name: string): readonly string[] | undefined =>
  flags.get(name)?.split(',');

/** A wrong version of a protocol, by its name; undefined when none is asked for. */
export function mutantFlag({ flags }: Asked, module: ProtocolModule): string | undefined {
  const mutant = flags.get('mutant');
  if (mutant === undefined || module.choices.mutant?.includes(mutant)) return mutant;
  const known = module.choices.mutant?.join(', ') ?? 'none';
  throw new BadInput(`${module.protocol.name} has no mutant called ${mutant}. There are: ${known}.`);
}

/** Every flag that is not one of `others`, as the value of a knob of the scenario. */
export function knobFlags(
  { flags }: Asked,
  scenario: Scenario,
  others: readonly string[],
): Record<string, Scalar> {
  const turned: Record<string, Scalar> = {};
  for (const [name, text] of flags) {
    if (others.includes(name)) continue;
    const knob = scenario.knobs.find((k) => k.id === name);
    if (!knob) {
      const all = scenario.knobs.map((k) => `--${k.id}`).join(', ') || 'none';
      throw new BadInput(`${scenario.name} has no knob called ${name}. It has: ${all}.`);
    }
    turned[name] =
      knob.kind === 'switch' ? asSwitch(name, text) : Array.isArray(knob.kind) ? text : Number(text);
  }
  return turned;
}

function asSwitch(name: string, text: string): boolean {
  if (text === 'on' || text === 'true') return true;
  if (text === 'off' || text === 'false') return false;
  throw new BadInput(`--${name} is on or off, not ${text}.`);
}
