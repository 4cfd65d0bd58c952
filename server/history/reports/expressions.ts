import { sql } from 'kysely'
import type { KpiRules } from '@/lib/domain/kpi'

/** `kindOf` of `lib/kpi/kind.ts`, for visits that ended waiting. */
export function kindBy({ shortMs, lost }: Pick<KpiRules, 'shortMs' | 'lost'>) {
  return sql<string>`case
    when ending in ('answered', 'unknown') then ending
    when ending = 'hungUp' and left_at - entered_at < ${sql.lit(shortMs)} then 'short'
    when ending in (${sql.join(['', ...lost].map((ending) => sql.lit(ending)))}) then 'lost'
    else 'other' end`
}

/** `waitOf` of `lib/kpi/kind.ts`, ms. */
export const WAIT = notBelow0(sql`coalesce(answered_at, left_at) - entered_at`)
/** Talk without hold, ms; null: they did not talk, or their talk has no end yet. */
export const TALK = notBelow0(sql`talk_ended_at - answered_at - held_ms`)

function notBelow0(expression: ReturnType<typeof sql>) {
  return sql<number | null>`case when ${expression} < 0 then 0 else ${expression} end`
}
