import { tellContact, tellPeer } from './contacts'
import { tellDevice } from './devices'
import type { Endpoint } from './line-records'
import type { Pbx } from './pbx'
import type { Channel, DeviceState, Phone } from './records'

/** `PJSIP/carrier` of `PJSIP/carrier-0000002a`. */
export function deviceOf(channel: Channel): string {
  return channel.name.slice(0, channel.name.lastIndexOf('-'))
}

type NewEndpoint = Omit<Endpoint, 'device' | 'channels' | 'state' | 'checks'>

export function addEndpoint(pbx: Pbx, endpoint: NewEndpoint): Endpoint {
  const device = `PJSIP/${endpoint.name}`
  const whole: Endpoint = { ...endpoint, device, checks: 0, channels: 0, state: 'NOT_INUSE' }
  pbx.endpoints.set(whole.device, whole)
  whole.state = lineState(whole)
  return whole
}

/** A phone that is registered, with the address that its number gives it. */
export function addPhoneEndpoint(pbx: Pbx, { extension, person }: Phone): Endpoint {
  const number = Number(extension)
  return addEndpoint(pbx, {
    name: extension,
    callerId: `"${person}" <${extension}>`,
    uri: `sip:${extension}@10.20.${(number >> 8) & 255}.${number & 255}:5060`,
    registered: true,
    userAgent: number % 3 === 0 ? 'Snom D785' : 'Yealink SIP-T46U',
    reach: 'Reachable',
    roundTrip: 2_000 + ((number * 7_919) % 26_000),
    busyAt: 0,
  })
}

/** Is it a line to elsewhere? */
export function isLine(pbx: Pbx, endpoint: Endpoint): boolean {
  return !pbx.phones.has(endpoint.device)
}

function lineState({ reach, channels, busyAt }: Endpoint): DeviceState {
  if (reach === 'Unreachable') return 'UNAVAILABLE'
  if (busyAt > 0 && channels >= busyAt) return 'BUSY'
  return channels > 0 ? 'INUSE' : 'NOT_INUSE'
}

export function takeLine(pbx: Pbx, channel: Channel): void {
  count(pbx, channel, 1)
}

export function freeLine(pbx: Pbx, channel: Channel): void {
  count(pbx, channel, -1)
}

function count(pbx: Pbx, channel: Channel, by: 1 | -1): void {
  const endpoint = pbx.endpoints.get(deviceOf(channel))
  if (!endpoint) return
  endpoint.channels += by
  if (isLine(pbx, endpoint)) tellLine(pbx, endpoint)
}

function tellLine(pbx: Pbx, endpoint: Endpoint): void {
  const state = lineState(endpoint)
  if (state === endpoint.state) return
  endpoint.state = state
  tellDevice(pbx, endpoint.device, state)
}

/** A line to elsewhere is found out of reach, or back again. */
export function setLineReach(pbx: Pbx, endpoint: Endpoint, reach: 'Reachable' | 'Unreachable'): void {
  if (endpoint.reach === reach) return
  tellPeer(pbx, endpoint, reach)
  endpoint.reach = reach
  tellLine(pbx, endpoint)
  tellContact(pbx, endpoint)
}
