import type { ContactId, EndpointId, PbxName, RegistrationId } from './ids'
import type { DeviceState } from './member'

export const TECHNOLOGIES = ['PJSIP', 'SIP', 'IAX2'] as const
export type Technology = (typeof TECHNOLOGIES)[number]

/** `unmonitored`: Asterisk was not told to look (no `qualify`). `unknown`: not told yet. */
export const REACHES = ['reachable', 'unreachable', 'unmonitored', 'unregistered', 'unknown'] as const
export type Reach = (typeof REACHES)[number]

/** What calls come from and go to: an endpoint of PJSIP, a peer of SIP or IAX. */
export type Endpoint = {
  id: EndpointId
  pbx: PbxName
  technology: Technology
  /** As configured, without its technology: `101`, `carrier`. */
  name: string
  /** What people call it, by our own configuration; `null`: its name. */
  label: string | null
  /** `trunk`: configured as one, or not named by a hint or queue and registered outwards or no phone by its looks. */
  kind: 'phone' | 'trunk'
  state: DeviceState
  /** The best of its contacts; for peers of old their own. `reachSince`: ms since 1970, `null`: before we looked. */
  reach: Reach
  reachSince: number | null
  /** Of the last check that was answered, ms. */
  roundTripMs: number | null
  /** Where it was last heard from; `null`: nowhere, or not told. */
  address: string | null
  /** Channels in use now, and how many there may be by the configuration; `null`: not limited. */
  channels: number
  maxChannels: number | null
}

/** What the configuration says of a trunk. `channels`: how many there may be, `null`: not said. */
export type TrunkSettings = { label: string | null; channels: number | null }

/** Where an endpoint of PJSIP can be had: registered, or fixed by the configuration. */
export type Contact = {
  id: ContactId
  pbx: PbxName
  aor: string
  /** The endpoint whose AOR this is, as in `Endpoint.name`; `null`: not known. */
  endpoint: string | null
  uri: string
  reach: Reach
  since: number | null
  roundTripMs: number | null
  userAgent: string | null
}

/** What this PBX is registered as elsewhere. */
export type Registration = {
  id: RegistrationId
  pbx: PbxName
  technology: Technology
  /** The name in the configuration (PJSIP), or `user@host`. */
  name: string
  server: string
  user: string
  state: 'registered' | 'unregistered' | 'rejected' | 'trying' | 'stopped' | 'unknown'
  since: number | null
  /** When it is renewed, ms since 1970. */
  nextAt: number | null
  /** The trunk it belongs to, as in `Endpoint.name`; `null`: not known. */
  endpoint: string | null
}
