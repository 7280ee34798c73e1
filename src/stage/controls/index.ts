/** Ways of doing something to a run other than touching the picture. */

export { Actions, type ActionsProps } from './Actions';
export { InFlight, type InFlightProps } from './InFlight';
export { InterventionButtons, type InterventionButtonsProps } from './InterventionButtons';
export {
  type Intervention,
  linkInterventions,
  messageInterventions,
  nodeInterventions,
} from './interventions';
export { Knobs, type TurnableKnob } from './Knobs';
export { PartitionForm } from './PartitionForm';
export { Refusal } from './Refusal';
export { useView } from './use-view';
