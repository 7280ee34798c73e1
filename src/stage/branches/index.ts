/** Other futures, and other worlds. */

export { Branches } from './Branches';
export { TwinView, type TwinViewProps } from './TwinView';
