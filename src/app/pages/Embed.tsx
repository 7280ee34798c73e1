/**
 * One scenario in a frame on somebody else's page. The address's `?hide=log,knobs` says which parts to leave out,
 * `?lock` that nothing may be done to the run. A word that is no part of a figure is passed over.
 */
import { useMemo } from 'react';
import type { ProtocolModule, Scenario } from '#/scenarios';
import { type FigurePart, figureParts } from '#/stage';
import { Bench } from '#/tools';
import { useSearch } from '../router';
import { PageTitle } from '../shell/PageTitle';

interface EmbedProps {
  scenario: Scenario;
  module: ProtocolModule;
}

export function Embed({ scenario, module }: EmbedProps) {
  const search = useSearch();
  const { hide, locked } = useMemo(() => flagsOf(search), [search]);
  return (
    <>
      <PageTitle className="visually-hidden">{scenario.title}</PageTitle>
      <Bench scenario={scenario} module={module} size="lesson" hide={hide} locked={locked} />
    </>
  );
}

export function flagsOf(search: string): { hide: readonly FigurePart[]; locked: boolean } {
  const flags = new URLSearchParams(search);
  const wanted = (flags.get('hide') ?? '').split(',').slice(0, 40);
  return { hide: figureParts.filter((part) => wanted.includes(part)), locked: flags.has('lock') };
}
