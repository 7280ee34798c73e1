/** A link in a lesson's prose: `/lab/` stays in the lab under any base, `#…` on the page, anything else leaves it. */
import type { AnchorHTMLAttributes } from 'react';
import { Link } from '../router';

export function ProseLink({ href = '', ...rest }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  return href.startsWith('/') ? <Link to={href} {...rest} /> : <a href={href} {...rest} />;
}
