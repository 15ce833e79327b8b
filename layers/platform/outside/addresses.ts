import { BlockList, isIP } from 'node:net';

/** What may be called outside. `loopback` is for runs on one machine only: it allows plain http to it, on any port. */
export type OutsideRules = { ports: readonly number[]; loopback: boolean };

const range = (list: BlockList, kind: 'ipv4' | 'ipv6', ...ranges: string[]): BlockList => {
  for (const one of ranges) {
    const [net = '', bits] = one.split('/');
    list.addSubnet(net, Number(bits), kind);
  }
  return list;
};

/** Not of the public internet (IANA's registry of special purposes): private, shared, this machine, link-local (cloud metadata), tests, groups. */
const special4 = range(
  new BlockList(),
  'ipv4',
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
);
/** Only what is given out as global unicast is let through; so IPv4 written as IPv6 (mapped, NAT64) and all the rest is not. */
const global6 = range(new BlockList(), 'ipv6', '2000::/3');
/** Within it: Teredo and protocols, documentation, 6to4, which wraps any IPv4. */
const special6 = range(new BlockList(), 'ipv6', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20');
const loopback = range(range(new BlockList(), 'ipv4', '127.0.0.0/8'), 'ipv6', '::1/128');

/** Whether an IP address is of the public internet, or of this machine where that is allowed. What is no IP address is not. */
export const mayReach = (address: string, rules: Pick<OutsideRules, 'loopback'>): boolean => {
  const family = isIP(address);
  if (family === 0) return false;
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  if (rules.loopback && loopback.check(address, kind)) return true;
  return family === 4
    ? !special4.check(address, kind)
    : global6.check(address, kind) && !special6.check(address, kind);
};

/** The host of an address without the brackets of IPv6. */
const bare = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1');

const onThisMachine = (hostname: string): boolean =>
  hostname === 'localhost' || mayReachOnlyHere(bare(hostname));
const mayReachOnlyHere = (address: string): boolean =>
  isIP(address) !== 0 && loopback.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');

export type AddressFault = 'not-an-address' | 'not-https' | 'with-password' | 'port' | 'not-public';

/**
 * The address of a receiver, parsed, or what is wrong with it. The parser of URLs reads decimal, octal and short forms of IPv4 as what they
 * are, so `https://2130706433/` is 127.0.0.1 here. A name is looked at again when it is resolved.
 */
export const outsideAddress = (text: string, rules: OutsideRules): URL | AddressFault => {
  const url = URL.parse(text);
  if (url === null || url.hostname === '') return 'not-an-address';
  const here = rules.loopback && onThisMachine(url.hostname);
  if (url.protocol !== 'https:' && !(here && url.protocol === 'http:')) return 'not-https';
  if (url.username !== '' || url.password !== '') return 'with-password';
  if (!here && !rules.ports.includes(url.port === '' ? 443 : Number(url.port))) return 'port';
  const host = bare(url.hostname);
  if (isIP(host) !== 0 && !mayReach(host, rules)) return 'not-public';
  url.hash = '';
  return url;
};
