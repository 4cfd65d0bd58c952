import type { DeviceState } from './records'

/** Names of a contact's states (res/res_pjsip/location.c, `ast_sip_get_contact_status_label`). */
export type Reach = 'Reachable' | 'Unreachable' | 'NonQualified'

/** What PJSIP calls an endpoint: a phone, or a line to elsewhere; each has one AOR of its name and one contact. */
export type Endpoint = {
  /** `PJSIP/201` */
  device: string
  name: string
  /** `"Alice" <201>`; empty for lines. */
  callerId: string
  uri: string
  /** Registered here, or fixed by the configuration. */
  registered: boolean
  userAgent: string
  reach: Reach
  /** Microseconds there and back, more or less. */
  roundTrip: number
  /** How often it was asked by hand: each answer takes its own time. */
  checks: number
  /** `device_state_busy_at`; 0: never. */
  busyAt: number
  /** Channels in use. */
  channels: number
  /** Of a line: what was last told. Phones have a state of their own. */
  state: DeviceState
}

/** What this PBX is registered as elsewhere. */
export type Registration = {
  name: string
  clientUri: string
  serverUri: string
  endpoint: string
  expiration: number
  status: 'Registered' | 'Unregistered' | 'Rejected'
  /** When it is renewed, in seconds since 1970; 0: not at all. */
  renewedAt: number
}

/** A peer of chan_iax2. */
export type Peer = { name: string; address: string; port: number; roundTripMs: number | null }
