import { isIPv6 } from 'node:net';

/** Where a call comes from. `visitor` is whom the site's CloudFront says it served, `peer` whoever really connected to the gateway. */
export type Source = { visitor: string; peer: string };

/** The network of 64 bits of an IPv6 address, which is what one household or office has; other addresses as they are. */
const networkOf = (address: string): string => {
  if (!isIPv6(address)) return address;
  const [plain = ''] = address.split('%');
  // ::ffff:192.0.2.1 is an address of IPv4.
  if (plain.includes('.')) return plain.slice(plain.lastIndexOf(':') + 1);
  const [head = '', tail] = plain.split('::');
  const groups = (text: string | undefined) => (text === undefined || text === '' ? [] : text.split(':'));
  const [front, back] = [groups(head), groups(tail)];
  const middle = tail === undefined ? [] : Array<string>(8 - front.length - back.length).fill('0');
  return [...front, ...middle, ...back]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
};

/**
 * The source of a call. Each hop appends to X-Forwarded-For whom it heard from: CloudFront its viewer, then the gateway CloudFront. What
 * stands before that the viewer wrote. A caller past CloudFront can make up a visitor, never the peer.
 */
export const sourceOf = (forwardedFor: string | undefined, sourceIp: string | null | undefined): Source => {
  const hops = (forwardedFor ?? '').split(',').flatMap((hop) => (hop.trim() === '' ? [] : [hop.trim()]));
  const peer = sourceIp ?? hops.at(-1) ?? 'unknown';
  return { visitor: networkOf(hops.at(-2) ?? peer), peer: networkOf(peer) };
};
