import type { CacheStatus } from '@/lib/client/types'
import type { LinkHealth, LinkState } from '@/lib/domain/link'

const TROUBLE: Record<LinkState, number> = { refused: 4, lost: 3, connecting: 2, syncing: 1, live: 0 }

/** The link in most trouble; `undefined` while all of them are live. */
export function faultyLink({ links }: CacheStatus): LinkHealth | undefined {
  const worst = links.toSorted((one, other) => TROUBLE[other.state] - TROUBLE[one.state])[0]
  return worst?.state === 'live' ? undefined : worst
}
