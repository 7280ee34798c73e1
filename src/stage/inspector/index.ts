/** What is selected, from inside. */

export { Inspector, type InspectorProps } from './Inspector';
