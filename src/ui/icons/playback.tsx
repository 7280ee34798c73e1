/** Icons for moving through time: play, pause, steps, reset, undo. */
import { Icon, type IconProps } from './Icon';

export const PlayIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M6 4.2v11.6l9.5-5.8z" fill="currentColor" />
  </Icon>
);

export const PauseIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M6.75 4.5v11M13.25 4.5v11" strokeWidth={2.75} />
  </Icon>
);

export const StepIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4.5 4.5v11l8-5.5zM15.5 4.5v11" />
  </Icon>
);

export const BackIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M15.5 4.5v11l-8-5.5zM4.5 4.5v11" />
  </Icon>
);

export const ToStartIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M16 4.5v11L10 10zM10 4.5v11L4 10zM3.5 4.5v11" />
  </Icon>
);

export const ToEndIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4 4.5v11l6-5.5zM10 4.5v11l6-5.5zM16.5 4.5v11" />
  </Icon>
);

export const ResetIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4.1 11.2a6 6 0 1 0 1.4-5.1L3.5 8.2M3.5 4v4.2h4.2" />
  </Icon>
);

export const UndoIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M7.5 4.5 3.5 8.5l4 4M3.5 8.5h8a4 4 0 0 1 0 8H8" />
  </Icon>
);

export const RedoIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m12.5 4.5 4 4-4 4M16.5 8.5h-8a4 4 0 0 0 0 8H12" />
  </Icon>
);

export const BranchIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3 10h5l5-5h4M8 10l5 5h4" />
  </Icon>
);
