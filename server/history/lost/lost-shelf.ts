import type { Loss, LostCaller } from '@/lib/domain/lost'
import { numberKey } from '../number-key'
import { type LostKey, lostKeyOf } from './lost-keys'

/** What was found out about some callers. */
export type Found = {
  losses: readonly Loss[]
  callers: ReadonlyMap<LostKey, readonly LostCaller[]>
  /** Keys of numbers as they are dialled, where that is not how they call. */
  aliases: ReadonlyMap<string, LostKey>
}

/** Lost callers at hand, by who they are. */
export class LostShelf {
  private callers = new Map<LostKey, readonly LostCaller[]>()
  private byLoss = new Map<string, LostKey>()
  private aliases = new Map<string, LostKey>()

  entries(): Iterable<[LostKey, readonly LostCaller[]]> {
    return this.callers
  }

  of(key: LostKey): readonly LostCaller[] {
    return this.callers.get(key) ?? []
  }

  keyOfLoss(loss: string): LostKey | null {
    return this.byLoss.get(loss) ?? null
  }

  /** Whose number that is, as they call or as it is dialled. */
  keyOf(number: string): LostKey {
    const key = numberKey(number) ?? ''
    return this.callers.has(key) ? key : (this.aliases.get(key) ?? key)
  }

  /** Puts in what was found about some, or about everybody (`null`). Gives those that are otherwise than before. */
  put(keys: readonly LostKey[] | null, found: Found): LostCaller[] {
    const before = keys === null ? [...this.callers.keys()] : keys
    const all = new Set([...before, ...found.callers.keys()])
    const touched = [...all].flatMap((key) => {
      const [old, now] = [this.of(key), found.callers.get(key) ?? []]
      return signOf(old) === signOf(now) ? [] : [...old, ...now]
    })
    if (keys === null) {
      this.byLoss = new Map()
      this.aliases = new Map()
    }
    for (const key of before) this.callers.delete(key)
    for (const [key, callers] of found.callers) if (callers.length > 0) this.callers.set(key, callers)
    for (const loss of found.losses) this.byLoss.set(loss.id, lostKeyOf(loss))
    for (const [alias, key] of found.aliases) this.aliases.set(alias, key)
    return touched
  }
}

/** Changes with whatever is shown. */
function signOf(callers: readonly LostCaller[]): string {
  const signs = callers.map(({ losses, tries, claim, note, closed }) => [
    ...[losses.length, losses.at(-1)?.id, tries.length, claim?.at, note?.at, closed?.at, closed?.how],
  ])
  return JSON.stringify(signs)
}
