/** The whole bench: any scenario or shared run in a full-page figure. Filled by the tools room. */
import { PageTitle } from '../shell/PageTitle';

export function Lab() {
  return <PageTitle>Lab</PageTitle>;
}
