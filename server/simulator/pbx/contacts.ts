import type { Endpoint } from './line-records'
import type { Pbx } from './pbx'

export function tellPeer(pbx: Pbx, { device }: Endpoint, status: 'Reachable' | 'Unreachable'): void {
  pbx.emit('system', 'PeerStatus', () => [
    ['ChannelType', 'PJSIP'],
    ['Peer', device],
    ['PeerStatus', status],
  ])
}

export function tellContact(pbx: Pbx, endpoint: Endpoint): void {
  pbx.emit('system', 'ContactStatus', () => [
    ['URI', endpoint.uri],
    ['ContactStatus', endpoint.reach],
    ['AOR', endpoint.name],
    ['EndpointName', endpoint.name],
    ['RoundtripUsec', endpoint.reach === 'Reachable' ? roundTrip(pbx, endpoint) : 0],
  ])
}

/** The network is a little different every minute, and at each check; only the lists tell it (res_pjsip/pjsip_options.c). */
export function roundTrip(pbx: Pbx, { name, roundTrip: usual, checks }: Endpoint): number {
  let mixed = Math.floor(pbx.now() / 60_000) + checks * 101
  for (const sign of name) mixed = (mixed * 31 + sign.charCodeAt(0)) % 9_973
  return Math.round(usual * (0.85 + (0.3 * mixed) / 9_973))
}
