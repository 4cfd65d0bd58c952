import type { Header } from '../ami/message'
import type { Peer } from '../pbx/line-records'
import { type Action, type ActionContext, idHeader, sendList } from './action'

/** As chan_iax2.c, `peer_status`. */
function statusOf({ roundTripMs }: Peer): string {
  return roundTripMs === null ? 'UNREACHABLE' : `OK (${roundTripMs} ms)`
}

function peerList(context: ActionContext): void {
  const { pbx, request } = context
  const items = pbx.peers.map((peer): Header[] => [
    ['Event', 'PeerEntry'],
    ...idHeader(request),
    ['Channeltype', 'IAX'],
    ['ObjectName', peer.name],
    ['ChanObjectType', 'peer'],
    ['IPaddress', peer.address],
    ['Mask', '255.255.255.255'],
    ['Port', peer.port],
    ['Dynamic', 'no'],
    ['Trunk', 'yes'],
    ['Encryption', 'no'],
    ['Status', statusOf(peer)],
  ])
  sendList(context, { message: 'IAX Peer status list will follow', items, complete: 'PeerlistComplete' })
}

/** The older list: its items lack the ActionID, and call the technology otherwise. */
function peers(context: ActionContext): void {
  const items = context.pbx.peers.map((peer): Header[] => [
    ['Event', 'PeerEntry'],
    ['Channeltype', 'IAX2'],
    ['ObjectName', peer.name],
    ['ChanObjectType', 'peer'],
    ['IPaddress', peer.address],
    ['IPport', peer.port],
    ['Dynamic', 'no'],
    ['Trunk', 'yes'],
    ['Encryption', 'no'],
    ['Status', statusOf(peer)],
    ['Description', ''],
  ])
  sendList(context, { message: 'Peer status list will follow', items, complete: 'PeerlistComplete' })
}

/** This PBX is registered nowhere by IAX. */
function registry(context: ActionContext): void {
  sendList(context, { message: 'Registrations will follow', items: [], complete: 'RegistrationsComplete' })
}

export const IAX_ACTIONS: readonly Action[] = [
  { name: 'IAXpeerlist', synopsis: 'List IAX Peers.', run: peerList },
  { name: 'IAXpeers', synopsis: 'List IAX peers.', run: peers },
  { name: 'IAXregistry', synopsis: 'Show IAX registrations.', run: registry },
]
