import type { LinkHealth } from '@/lib/domain/link'
import type { Freshness } from './types'

/** Ages at which the picture is late, and stale, in ms. */
export const LATE_MS = 5000
const STALE_MS = 15_000

export type Evidence = {
  hasPicture: boolean
  socketConnected: boolean
  /** A snapshot is awaited. */
  waiting: boolean
  links: readonly LinkHealth[]
  /** Since the last heartbeat, in ms; `null` when there was none on this connection. */
  heartbeatAge: number | null
  now: number
}

/** How much of the picture may be believed, from all that is known. */
export function judgeFreshness(evidence: Evidence): Freshness {
  const { hasPicture, socketConnected, waiting, links, heartbeatAge } = evidence
  if (!hasPicture) return 'connecting'
  if (!socketConnected || links.some(isDown)) return 'stale'
  if (waiting || heartbeatAge === null || links.some(({ state }) => state === 'syncing')) return 'catchingUp'
  const age = Math.max(heartbeatAge, ...links.map((link) => pbxAge(link, evidence)))
  if (age > STALE_MS) return 'stale'
  return age > LATE_MS ? 'late' : 'live'
}

/** When the picture was last known to be true: as old as the PBX heard longest ago. */
export function trueSince(links: readonly LinkHealth[], heartbeatAt: number): number {
  return Math.min(heartbeatAt, ...links.map(({ heardAt, since }) => heardAt ?? since))
}

function isDown({ state }: LinkHealth): boolean {
  return state === 'lost' || state === 'refused' || state === 'connecting'
}

function pbxAge({ heardAt }: LinkHealth, { now }: Evidence): number {
  return heardAt === null ? 0 : now - heardAt
}
