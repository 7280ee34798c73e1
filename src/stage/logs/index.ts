/** The replicated logs that nodes keep, drawn row by row. */

export { fetchLogs, LaterLogs } from './LaterLogs';
export { StillLogs, type StillLogsProps } from './StillLogs';
