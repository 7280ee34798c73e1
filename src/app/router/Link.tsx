/**
 * A link inside the lab. It is an ordinary anchor with a relative address: the router takes plain clicks on any
 * such anchor over, so a link that another room draws by hand works the same.
 */
import type { AnchorHTMLAttributes } from 'react';
import { useHere } from './RouteContext';
import { hrefTo } from './route';

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** An address from the base, with its trailing slash: `/learn/neither/`. */
  to: string;
}

export function Link({ to, ...rest }: Props) {
  const { path } = useHere();
  return <a href={hrefTo(path, to)} {...rest} />;
}
