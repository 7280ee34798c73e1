/** One scenario in a frame on somebody else's page. The address's `?…` says which parts to hide and what to lock. */
import type { Scenario } from '#/scenarios';
import { PageTitle } from '../shell/PageTitle';

export function Embed({ scenario }: { scenario: Scenario }) {
  return <PageTitle>{scenario.title}</PageTitle>;
}
