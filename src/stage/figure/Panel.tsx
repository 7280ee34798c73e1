/** What stands behind the tabs of a figure, all but the log: fetched together when one of them is first opened. */

import { Branches } from '../branches';
import { InFlight, Knobs, PartitionForm, type TurnableKnob } from '../controls';
import { Inspector } from '../inspector';
import { EventTable } from '../log';
import { useRunState } from '../run';

export type PanelProps =
  | { what: 'knobs'; knobs: () => readonly TurnableKnob[] }
  | { what: 'messages' | 'links' | 'inspector' | 'branches' | 'events' };

export function Panel(props: PanelProps) {
  switch (props.what) {
    case 'knobs':
      return <KnobsNow knobs={props.knobs} />;
    case 'messages':
      return <InFlight />;
    case 'links':
      return <PartitionForm />;
    case 'inspector':
      return <Inspector />;
    case 'branches':
      return <Branches />;
    case 'events':
      return <EventTable />;
  }
}

function KnobsNow({ knobs }: { knobs: () => readonly TurnableKnob[] }) {
  useRunState((s) => `${s.run} ${s.branch} ${s.index}`);
  return <Knobs knobs={knobs()} />;
}
