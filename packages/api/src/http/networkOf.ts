import { isIPv6 } from 'node:net'

/** Groups of 16 bits that name the network: a household or a server is given at least a /64, to number as it likes. */
const NETWORK_GROUPS = 4
const GROUPS = 8

/** The network of a caller that cannot change it by itself: an IPv4 address, or the /64 of an IPv6 address. */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%')
  if (!isIPv6(bare)) return address
  // A URL's parser writes every spelling of an address the same way, its last 32 bits as hex.
  const [left = '', right] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::')
  const [head, tail] = [groupsOf(left), groupsOf(right ?? '')]
  const zeros = Array.from({ length: GROUPS - head.length - tail.length }, () => '0')
  const groups = [...head, ...zeros, ...tail]
  // ::ffff:0:0/96 is IPv4 in IPv6's clothes, where the /64 would be everyone.
  const isIPv4 = groups.slice(0, 6).join() === '0,0,0,0,0,ffff'
  return groups.slice(0, isIPv4 ? GROUPS : NETWORK_GROUPS).join(':')
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':')
}
