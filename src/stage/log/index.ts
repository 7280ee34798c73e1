/** A run in words: the log, the table, the summary and the voice. */

export { EventTable } from './EventTable';
export { Log } from './Log';
export { Narration } from './Narration';
export { Summary } from './Summary';
