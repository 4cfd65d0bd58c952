import { PBX } from '@/lib/domain/testing/records'
import type { SpanState } from '@/lib/domain/time-line'
import type { Database } from '@/server/db/types'
import { rowOf, upsertSpans } from '@/server/history/agents/span-rows'
import { DAY, NOW } from './history-api'

const MINUTE = 60_000

/** What Ana did in a queue (`''`: over all) from one minute of the day to another; `null`: goes on. */
type Did = readonly [state: SpanState, from: number, to: number | null, reason?: string]

/** Writes down in a database what Ana did. */
export function anaDidIn(database: Database): (queue: string, ...spans: readonly Did[]) => Promise<void> {
  return (queue, ...spans) => {
    const rows = spans.map(([state, from, to, reason = null]) =>
      rowOf({
        ...{ pbx: PBX, interface: 'PJSIP/101', name: 'Ana', queue, state, reason },
        ...{ from: DAY + from * MINUTE, to: to === null ? null : DAY + to * MINUTE },
      }),
    )
    return upsertSpans(database, rows)
  }
}

export type ToldSpan = { state: string; reason: string | null; from: number; to: number }

/** A span in words, like `paused (lunch) 20-30`. */
export function inMinutes({ state, reason, from, to }: ToldSpan): string {
  const until = to === NOW ? 'now' : (to - DAY) / MINUTE
  return `${state}${reason ? ` (${reason})` : ''} ${(from - DAY) / MINUTE}-${until}`
}
