/** What an address that names nothing shows. */
import { Link } from '../router';
import { PageTitle } from '../shell/PageTitle';

export function NotFound() {
  return (
    <>
      <PageTitle>There is no page at this address</PageTitle>
      <p className="text">
        The link may be old, or one letter off. Every lesson is on the <Link to="/">course map</Link>, and
        every scenario in the <Link to="/lab/">lab</Link>.
      </p>
    </>
  );
}
