import type { PbxName } from './ids'

/** `refused`: the PBX answers and does not let us in; `syncing`: lists are being read, nothing shown is complete yet. */
export type LinkState = 'connecting' | 'syncing' | 'live' | 'lost' | 'refused'

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
}
