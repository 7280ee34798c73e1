/** How far to trust a figure, in a panel under it. */

export { fetchTrust, LaterTrust } from './LaterTrust';
export { TrustStampProvider } from './stamp';
