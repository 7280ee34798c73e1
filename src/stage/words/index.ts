/** Words for what is drawn: sentences, names, times. */

export { branchName } from './branch-name';
export { commandWords } from './command-words';
export { label } from './label';
export { linksShort } from './link-words';
export {
  callName,
  capital,
  kindShort,
  kindWords,
  listed,
  messageName,
  messagePath,
  nodeName,
  ordinal,
  valueText,
} from './names';
export { clause, knownWords, placeWords, seenWords, sentence, timedSentence } from './sentence';
export { summary } from './summary';
export { tells } from './telling';
export { cursorText, skewText, timeSpoken, timeText } from './time';
