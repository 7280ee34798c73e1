/** Partitions by ticking boxes: who is on one side, which way is cut, and what is cut now. */

import { useId, useState } from 'react';
import type { NodeId, View } from '#/scenarios';
import { Button, Checkbox, MendIcon, PartitionIcon, Select } from '#/ui';
import { useRun } from '../run';
import { linksShort, nodeName } from '../words';
import css from './PartitionForm.module.css';
import { useView } from './use-view';

interface Ref {
  readonly from: NodeId;
  readonly to: NodeId;
}

const WAYS = [
  { value: 'both', label: 'Both ways' },
  { value: 'out', label: 'Only from the ticked side' },
  { value: 'in', label: 'Only towards the ticked side' },
] as const;
type Ways = (typeof WAYS)[number]['value'];

/** The directions between two sides that are still whole. */
export function between(view: View, side: ReadonlySet<NodeId>, ways: Ways): readonly Ref[] {
  return view.links
    .filter(({ from, to, cut }) => {
      if (cut || side.has(from) === side.has(to)) return false;
      return ways === 'both' || (ways === 'out') === side.has(from);
    })
    .map(({ from, to }) => ({ from, to }));
}

/** The cut directions, a pair of them together. */
function cutGroups(view: View): readonly (readonly Ref[])[] {
  const groups: Ref[][] = [];
  for (const { from, to, cut } of view.links) {
    if (!cut) continue;
    const back = groups.find((g) => g.some((l) => l.from === to && l.to === from));
    if (back) back.push({ from, to });
    else groups.push([{ from, to }]);
  }
  return groups;
}

function Sides({ side, setSide }: { side: ReadonlySet<NodeId>; setSide: (next: Set<NodeId>) => void }) {
  const { scenario } = useRun();
  const others = scenario.nodes.filter((n) => !side.has(n.id as NodeId));
  const title = useId();
  return (
    <div className={css.sides}>
      <fieldset>
        <legend className={css.legend}>One side</legend>
        {scenario.nodes.map((node) => {
          const id = node.id as NodeId;
          return (
            <Checkbox
              key={id}
              label={nodeName(scenario, id)}
              checked={side.has(id)}
              onChange={(on) => {
                const next = new Set(side);
                if (on) next.add(id);
                else next.delete(id);
                setSide(next);
              }}
            />
          );
        })}
      </fieldset>
      <section aria-labelledby={title}>
        <p id={title} className={css.legend}>
          The other side
        </p>
        <ul className={css.others}>
          {others.map((node) => (
            <li key={node.id}>{nodeName(scenario, node.id)}</li>
          ))}
          {others.length === 0 && <li>nobody</li>}
        </ul>
      </section>
    </div>
  );
}

export function PartitionForm() {
  const run = useRun();
  const view = useView();
  const { scenario } = run;
  const [side, setSide] = useState<ReadonlySet<NodeId>>(new Set());
  const [ways, setWays] = useState<Ways>('both');
  const links = between(view, side, ways);
  const cuts = cutGroups(view);
  const mends = scenario.faults.includes('mend');
  return (
    <div className={css.form}>
      {scenario.faults.includes('cut') && (
        <>
          <Sides side={side} setSide={setSide} />
          <Select label="What is cut" value={ways} options={WAYS} onChange={setWays} />
          <Button
            icon={<PartitionIcon />}
            unavailable={links.length === 0}
            onClick={() => run.act({ verb: 'cut', links })}
          >
            {links.length === 0 ? 'Cut between them' : `Cut ${linksShort(scenario, links)}`}
          </Button>
        </>
      )}
      <p className={css.legend}>Cut now</p>
      {cuts.length === 0 ? (
        <p className={css.none}>Every link is whole.</p>
      ) : (
        <ul className={css.cuts}>
          {cuts.map((group) => {
            const name = linksShort(scenario, group);
            return (
              <li key={name} className={css.cut}>
                <span>{name}</span>
                {mends && (
                  <Button
                    icon={<MendIcon />}
                    aria-label={`Mend ${name}`}
                    onClick={() => run.act({ verb: 'mend', links: group })}
                  >
                    Mend
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {mends && cuts.length > 1 && (
        <Button icon={<MendIcon />} onClick={() => run.act({ verb: 'mend', links: cuts.flat() })}>
          Mend all
        </Button>
      )}
    </div>
  );
}
