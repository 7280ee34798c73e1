/** A history standing still: the picture and the table. */

export { HistoryPicture, type HistoryPictureProps, type OperationMark } from './HistoryPicture';
export { HistoryTable, type HistoryTableProps } from './HistoryTable';
export { endingWords, operationWords } from './words';
