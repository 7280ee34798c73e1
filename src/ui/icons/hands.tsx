/** Icons for laying hands on things: links, machines, and what is on its way. */
import { Icon, type IconProps } from './Icon';

export const CutIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M2 10h5M13 10h5M12 3.5l-4 13" />
  </Icon>
);

export const MendIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M2 10h16M7.5 6.5 4 10l3.5 3.5M12.5 6.5 16 10l-3.5 3.5" />
  </Icon>
);

export const CrashIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="10" cy="10" r="7" strokeDasharray="3 2.5" />
    <path d="m7.2 7.2 5.6 5.6m0-5.6-5.6 5.6" />
  </Icon>
);

export const RestartIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M6 5.2a6.5 6.5 0 1 0 8 0M10 2.5V9" />
  </Icon>
);

export const HoldIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3 10.5v6h14v-6M10 3v8.5M6.8 8.5l3.2 3.2 3.2-3.2" />
  </Icon>
);

export const ReleaseIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3 10.5v6h14v-6M10 12V3.5M6.8 6.5 10 3.3l3.2 3.2" />
  </Icon>
);

export const DropIcon = (props: IconProps) => (
  <Icon {...props}>
    <rect x="3" y="5" width="14" height="10" rx="2" strokeDasharray="3 2.2" />
    <path d="m7.5 7.5 5 5m0-5-5 5" />
  </Icon>
);

export const DelayIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 6v4l2.8 1.8" />
  </Icon>
);

export const DuplicateIcon = (props: IconProps) => (
  <Icon {...props}>
    <rect x="3" y="3" width="10" height="10" rx="2" />
    <path d="M16 7.5h.5a.5.5 0 0 1 .5.5v8a1 1 0 0 1-1 1H8a.5.5 0 0 1-.5-.5V16" />
  </Icon>
);

export const PartitionIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M10 2.5v15" strokeDasharray="3.5 2.5" />
    <circle cx="4.5" cy="10" r="2" />
    <circle cx="15.5" cy="10" r="2" />
  </Icon>
);
