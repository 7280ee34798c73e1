/** Every figure, sign and control in every state, from fixtures. */
import { PageTitle } from '../shell/PageTitle';

export function Gallery() {
  return <PageTitle>Gallery</PageTitle>;
}
