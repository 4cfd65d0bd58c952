import type { PbxName } from './ids'

/** `refused`: the PBX answers and does not let us in; `syncing`: lists are being read, nothing shown is complete yet. */
export type LinkState = 'connecting' | 'syncing' | 'live' | 'lost' | 'refused'

/**
 * How a PBX is reached: AMI itself, plain or over TLS, or its HTTP server in one of four forms: text (`raw`) or XML,
 * with a cookie or (`a…`) HTTP digest (main/manager.c).
 */
export const LINK_WAYS = ['tcp', 'tls', 'rawman', 'mxml', 'arawman', 'amxml'] as const
export type LinkWay = (typeof LINK_WAYS)[number]

/** What a way cannot do that plain AMI can. */
export const LINK_LIMITS = [
  /** Events are asked for again and again: each comes later by up to a round trip and a short rest. */
  'polled',
  /** The end of Asterisk's boot is found by trying a small list, not told. */
  'bootUntold',
  /** Asterisk takes no action of more than 40 kB. */
  'actionSize',
  /** Signs and capitals in names of headers are lost; those not known here (UserEvent, channel variables) stay so. */
  'headerNames',
  /** Blanks and controls at both ends of a value are lost, and empty lines in it. */
  'blanks',
] as const
export type LinkLimit = (typeof LINK_LIMITS)[number]

/** How the connection to one PBX stands; heartbeats carry it. Moments in ms since 1970 by the server's clock. */
export type LinkHealth = {
  pbx: PbxName
  /** What people call the PBX: from the configuration, else its name. */
  label: string
  /** True for the built-in simulator: every screen then says "Demo data". */
  demo: boolean
  state: LinkState
  /** When `state` began. */
  since: number
  /** When the picture was last known to be true: the last message heard while live, or a keepalive's answer. */
  heardAt: number | null
  /** When the connection that is (or was last) live became so. */
  liveSince: number | null
  /** Connection attempts since the last success, and when the next one is due. */
  attempt: number
  nextTryAt: number | null
  /** Why not, in plain words without secrets; `null` while all is well. */
  error: string | null
  asteriskVersion: string | null
  way: LinkWay
  /** Can nobody between here and the PBX read along? */
  encrypted: boolean
  /** Round trip of the last question that was answered, in ms; `null` before the first. */
  delayMs: number | null
  limits: LinkLimit[]
}
