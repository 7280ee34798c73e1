/** What the client knows and what the server did. */

export { TruthLanes } from './TruthLanes';
