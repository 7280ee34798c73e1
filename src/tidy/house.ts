/** The rules of the house, in the order in which they are reported. */
import { banRules } from './bans';
import { deadFiles } from './dead-files';
import { headers } from './headers';
import { importMatrix } from './import-matrix';
import { links } from './links';
import { machinePaths } from './machine-paths';
import { names } from './names';
import { prose } from './prose';
import ratchet from './ratchet.json';
import type { Rule } from './rule';
import { fileSizes } from './sizes';

export const rules: readonly Rule[] = [
  importMatrix,
  ...banRules,
  headers,
  fileSizes(ratchet),
  deadFiles,
  names,
  machinePaths,
  links,
  prose,
];
