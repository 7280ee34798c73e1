export { useHash, useSearch } from './address';
export { Link } from './Link';
export { type Here, RouteContext, useHere } from './RouteContext';
export { canonicalPath, hrefTo, matchRoute, type Route } from './route';
export { startRouter } from './router';
