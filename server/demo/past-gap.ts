import type { Stretch } from '@/lib/domain/gap'
import type { Visit } from '@/lib/domain/visit'
import type { SpanRow } from '@/server/history/agents/span-rows'
import type { Growth } from '@/server/history/visits/queue-counters'

/** What was kept of visits, had nobody looked for a while; `null`: nothing. */
export function seenAround(visit: Visit, gap: Stretch): Visit | null {
  const { enteredAt, leftAt, talkEndedAt, wrapUpMs } = visit
  const end = talkEndedAt ?? leftAt ?? gap.to
  if (end <= gap.from && end + (wrapUpMs ?? 0) > gap.from) return { ...visit, wrapUpMs: null }
  if (end <= gap.from || enteredAt >= gap.to) return visit
  const isIn = (moment: number | null) => moment !== null && !isSeen(moment, gap)
  const unseen = { ...visit, isPartlyUnseen: true }
  if (isIn(enteredAt) && isIn(leftAt)) return null
  if (isIn(leftAt)) {
    const nobody = { agent: null, agentName: null, answeredAt: null, talkEndedAt: null, heldMs: 0, wrapUpMs: null }
    const rings = visit.rings.filter(({ at }) => at < gap.from)
    return { ...unseen, ...nobody, endedBy: null, transferredTo: null, ending: 'unknown', leftAt: gap.to, rings }
  }
  if (isIn(talkEndedAt)) return { ...unseen, talkEndedAt: gap.from, wrapUpMs: null, endedBy: null, transferredTo: null }
  return unseen
}

export function isSeen(at: number, gap: Stretch): boolean {
  return at < gap.from || at >= gap.to
}

/** Lines of time end where nobody looks, and begin again. */
export function spansAround(row: SpanRow, gap: Stretch): SpanRow[] {
  const to = row.to_at ?? row.from_at
  if (to <= gap.from || row.from_at >= gap.to) return [row]
  const before = row.from_at < gap.from ? [{ ...row, to_at: gap.from }] : []
  return to > gap.to ? [...before, { ...row, from_at: gap.to }] : before
}

/** How Asterisk's own counters grew meanwhile. */
export function growthsOf(visits: readonly Visit[], { from, to }: Stretch): Growth[] {
  const within = (moment: number | null) => moment !== null && moment >= from && moment < to
  const queues = [...new Set(visits.map(({ queue }) => queue))]
  return queues.map((queue) => {
    const own = visits.filter((visit) => visit.queue === queue)
    const completed = own.filter(({ talkEndedAt }) => within(talkEndedAt)).length
    const lost = own.filter(({ ending, leftAt }) => ending !== 'answered' && ending !== 'key' && within(leftAt))
    return { queue, from, to, completed, abandoned: lost.length, restarted: false }
  })
}
