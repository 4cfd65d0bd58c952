import { diallable } from '@/components/dial/phone-number'

const ASKED = /^\s*(?:visits?(?:\s+(?:of|by))?|визиты?(?:\s+(?:номера|от))?)\s+(\S.*)$/iu
/** Of fewer digits it is somebody's extension. */
const FEWEST_DIGITS = 4
const HOUR_MS = 3_600_000
const LOOKED_BACK_MS = 30 * 24 * HOUR_MS

/**
 * Of whom visits are asked for by what is typed: after `visits of`, in any language of ours, or a number alone; `null`: of
 * nobody. Who sees numbers masked cannot find by them.
 */
export function soughtVisits(query: string, seesNumbers: boolean): string | null {
  const asked = ASKED.exec(query)?.[1]?.trim()
  const number = diallable(asked ?? query)
  if (number !== null && !seesNumbers) return null
  if (asked !== undefined) return asked
  return number !== null && number.replace(/\D/g, '').length >= FEWEST_DIGITS ? query.trim() : null
}

/** The page of their visits in the last 30 days. */
export function visitsAddress(find: string, now: number): string {
  const to = Math.ceil(now / HOUR_MS) * HOUR_MS
  const address = new URLSearchParams({ from: String(to - LOOKED_BACK_MS), to: String(to), tab: 'visits', find })
  return `/history?${address}`
}
