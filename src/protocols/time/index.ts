/** Time: a server that tells it, clocks that are corrected by it, and a store that trusts them. */

export { ntp } from './ntp';
export { clockStore } from './store';
