import type { IncomingHttpHeaders } from 'node:http'
import { BlockList, isIP } from 'node:net'
import { ConfigError } from '@/server/config'

/** Whence a request came: `peer` is the other end of its TCP connection. */
export type AddressOf = (peer: string | undefined, headers: IncomingHttpHeaders) => string

/**
 * The browser's address. Only a proxy that is trusted (addresses or CIDR) may tell another one than its own: the last
 * of `X-Forwarded-For` that is not itself such a proxy; what stands before it anybody may have written.
 */
export function createAddressOf(trustedProxies: readonly string[]): AddressOf {
  const trusted = proxyList(trustedProxies)
  return (peer, headers) => {
    let address = plain(peer ?? 'unknown')
    for (const hop of hopsOf(headers).reverse()) {
      if (!trusted(address)) break
      if (isIP(hop) === 0) break
      address = hop
    }
    return address
  }
}

function hopsOf(headers: IncomingHttpHeaders): string[] {
  const header = headers['x-forwarded-for']
  const text = Array.isArray(header) ? header.join(',') : (header ?? '')
  return text
    .split(',')
    .map((hop) => plain(hop.trim()))
    .filter(Boolean)
}

/** IPv4 as IPv6 sockets show it (`::ffff:10.0.0.1`) is IPv4. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

function isNetwork(net: string, prefix: string | undefined): boolean {
  const bits = isIP(net) === 6 ? 128 : 32
  return isIP(net) > 0 && (prefix === undefined || (/^\d+$/.test(prefix) && Number(prefix) <= bits))
}

function proxyList(proxies: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const proxy of proxies) {
    const [net = '', prefix] = proxy.split('/')
    if (!isNetwork(net, prefix))
      throw new ConfigError([{ place: 'listen.trustedProxies', text: `no address: "${proxy}"` }])
    const family = isIP(net) === 6 ? 'ipv6' : 'ipv4'
    if (prefix === undefined) list.addAddress(net, family)
    else list.addSubnet(net, Number(prefix), family)
  }
  return (address) => isIP(address) > 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}
