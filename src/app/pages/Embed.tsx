/** One scenario in a frame on somebody else's page. The address's `?…` says which parts to hide and what to lock. */
import { PageTitle } from '../shell/PageTitle';

export function Embed({ scenario }: { scenario: string }) {
  return <PageTitle>{scenario}</PageTitle>;
}
