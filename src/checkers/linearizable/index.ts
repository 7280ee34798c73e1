/** Linearizability: the search, who is to blame, and why. */

export { linearizable } from './linearizable';
