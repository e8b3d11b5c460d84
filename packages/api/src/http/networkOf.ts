import { isIPv6 } from 'node:net'

/** Groups of 16 bits that name the network: a household or a server is given at least a /64, to number as it likes. */
const NETWORK_GROUPS = 4
/** A site, which may hold 65,536 such networks. */
const SITE_GROUPS = 3
const GROUPS = 8

/** The network of a caller that cannot change it by itself: an IPv4 address, or the /64 of an IPv6 address. */
export function networkOf(address: string): string {
  return firstGroups(address, NETWORK_GROUPS)
}

/** The site a network belongs to, within which a network is changed at will: an IPv4 address, or the /48 of an IPv6 address. */
export function siteOf(address: string): string {
  return firstGroups(address, SITE_GROUPS)
}

function firstGroups(address: string, count: number): string {
  const [bare = ''] = address.split('%')
  if (!isIPv6(bare)) return address
  // A URL's parser writes every spelling of an address the same way, its last 32 bits as hex.
  const [left = '', right] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::')
  const [head, tail] = [groupsOf(left), groupsOf(right ?? '')]
  const zeros = Array.from({ length: GROUPS - head.length - tail.length }, () => '0')
  const groups = [...head, ...zeros, ...tail]
  // ::ffff:0:0/96 is IPv4 in IPv6's clothes, where the /64 would be everyone.
  const isIPv4 = groups.slice(0, 6).join() === '0,0,0,0,0,ffff'
  return groups.slice(0, isIPv4 ? GROUPS : count).join(':')
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':')
}
