import { BlockList, isIP } from 'node:net'

/**
 * What is not the public internet (IANA special-purpose registries, RFC 6890, and multicast): a
 * manuscript from elsewhere must not make a machine knock at its neighbours' doors.
 */
const closed = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(network, prefix, 'ipv4')

/** Of IPv6, 2000::/3 is the public internet; these are its exceptions. */
const open = new BlockList()
open.addSubnet('2000::', 3, 'ipv6')
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed.addSubnet(network, prefix, 'ipv6')

/** True for the address of a machine on the public internet. IPv4 written as IPv6 is none: nobody publishes that. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !closed.check(address, 'ipv4')
    case 6:
      return open.check(address, 'ipv6') && !closed.check(address, 'ipv6')
    default:
      return false
  }
}

/** Names that no public server has (RFC 6761, 6762, 8375, 9476; `.internal` by ICANN): not even asked of a name server. */
const inner =
  /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa|test|invalid|alt|onion)$/u

/** Ports of other services than the web's, which a request could disturb. */
const isWebPort = (port: string): boolean => port === '' || port === '80' || Number(port) > 1023

/** True where a URL may lead to the public web, by its name alone; what the name stands for is told by `isPublicAddress`. */
export function mayBePublic({ hostname, port }: URL): boolean {
  const bare = hostname.replace(/^\[|\]$/gu, '').replace(/\.$/u, '')
  if (!isWebPort(port) && port !== '443') return false
  if (isIP(bare) !== 0) return isPublicAddress(bare)
  return bare.includes('.') && !inner.test(bare)
}
