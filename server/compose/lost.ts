import { endpointOfInterface } from '@/lib/domain/endpoint'
import { systemClock } from '@/server/clock'
import { waysToDial } from '@/server/commands/dial/ways-to-dial'
import type { Config } from '@/server/config'
import { LostBook } from '@/server/history/lost/lost-book'
import { LostDesk } from '@/server/history/lost/lost-desk'
import type { RulesOf } from '@/server/history/lost/read-losses'
import type { Log } from '@/server/log'
import type { DialRules } from '@/server/settings/types'
import type { People } from './people'
import type { LivePicture } from './picture'

type Reckoning = { rulesOf: RulesOf; written(): Promise<unknown> }

/** Who was lost, and what people do about it. */
export function openLost(
  { lostDays, claimFor }: Pick<Config['history'], 'lostDays' | 'claimFor'>,
  { store }: Pick<LivePicture, 'store'>,
  { database, audit, settings }: Pick<People, 'database' | 'audit' | 'settings'>,
  reckoning: Reckoning,
  log: Log,
) {
  const clock = systemClock
  const book = new LostBook({
    ...{ database, clock, log, days: lostDays, claimMs: claimFor * 1000, ...reckoning },
    dialled: dialledBy(() => settings.current.dial),
    memberName(pbx, endpoint) {
      for (const member of store.tables.members.values()) {
        if (member.pbx === pbx && endpointOfInterface(member.interface) === endpoint) return member.name
      }
      return null
    },
  })
  return { book, desk: new LostDesk({ book, database, audit, clock }) }
}

/** So many numbers are remembered: to read one takes longer than to look it up. */
const REMEMBERED = 50_000

/** The ways to dial a number, for as long as the rules are the same. */
function dialledBy(rules: () => DialRules): (number: string) => readonly string[] {
  let known = new Map<string, readonly string[]>()
  let by = rules()
  return (number) => {
    const now = rules()
    if (now !== by || known.size > REMEMBERED) known = new Map()
    by = now
    const before = known.get(number)
    if (before !== undefined) return before
    const ways = waysToDial(number, now)
    known.set(number, ways)
    return ways
  }
}
