import { createRoute, z } from '@hono/zod-openapi'
import { unseenParts } from '@/lib/domain/gap'
import type { Queue } from '@/lib/domain/queue'
import { FIGURES, UNIT_OF_FIGURE } from '@/lib/kpi/figures'
import { explanationSchema } from '@/lib/protocol/visits'
import { json, refusals } from '@/server/api/admin/answers'
import type { Api } from '@/server/api/app'
import { sumsWithin } from '@/server/history/kept/sums-within'
import { asteriskOf, reckon } from '@/server/history/reports/explain'
import { queuesWanted } from '@/server/history/reports/queues-known'
import { countOf, turnedAwayIn } from '@/server/history/reports/turned-away'
import type { Watch } from '@/server/history/reports/watch'
import { isNarrow } from '@/server/history/reports/within'
import { askedFor, historyQuery, windowOf } from './asked'
import type { HistoryDeps } from './deps'
import { answered, progressQuery } from './progress'
import { gapsFor } from './told-gaps'
import { gapsWithin, withinFor, withinQuery } from './within-query'

const explainQuery = historyQuery.safeExtend({ ...withinQuery, figure: z.enum(FIGURES), progress: progressQuery })

/** `/api/v1/explain`: what a figure is made of. */
export function addExplain(api: Api, deps: HistoryDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/explain',
    summary: 'What a figure is made of: formula, fraction, rules, Asterisk’s own counters, gaps.',
    request: { query: explainQuery },
    responses: { 200: json('The figure and what stands behind it.', explanationSchema), 422: refusals[422] },
  })
  api.openapi(route, async (c) => {
    const query = c.req.valid('query')
    const { figure, progress } = query
    const { database, tables, rulesOf, dayStart, clock } = deps
    const asked = askedFor(query, c.get('principal').rights, deps)
    const { from, to, agent } = asked
    await deps.written()
    const queues = await queuesWanted(deps, asked.queues)
    const gaps = gapsWithin(await gapsFor(asked, deps, asked.queues), query, asked, deps)
    const within = await withinFor(query, asked, deps)
    const isPart = isNarrow(within)
    const isUnseen = gaps.some((gap) => unseenParts(gap).length > 0)
    const live = [...tables.queues.values()].filter(({ name }) => queues.includes(name))
    const work = async (watch: Watch) => {
      const reckoningOf = { database, rulesOf, dayStart, now: clock.now() }
      const sums = sumsWithin(reckoningOf, { ...asked, queues, within }, watch)
      const reckoning = await reckon(figure, sums, rulesOf)
      const known = queues.filter((name) => isTold(name, live, reckoning.byQueue))
      const rules = known.map((name) => ({ queue: name, rules: rulesOf(name) }))
      const [only] = live
      // Asterisk counts no agent's figures, no part of the week or of the waits, and nothing of several queues.
      const counted = only && queues.length === 1 && agent === null && !isPart ? only : null
      const asterisk = counted && asteriskOf(figure, counted, from, rulesOf(counted.name), isUnseen)
      const { weekHour, ...ofTimes } = within
      // Whoever was not let in neither waited nor talked.
      const isNobody = agent !== null || isNarrow(ofTimes)
      const turnedAway = isNobody
        ? 0
        : countOf(await turnedAwayIn(database, { ...asked, ...(weekHour && { weekHour }) }))
      const told = { now: clock.now(), figure, unit: UNIT_OF_FIGURE[figure], queues: known, window: windowOf(query) }
      return { ...told, from, to, ...reckoning, turnedAway, rules, asterisk, gaps }
    }
    return answered(c, progress, work, (told) => c.json(told, 200))
  })
}

/** A queue that is no more is told of where it has something to say. */
function isTold(name: string, live: readonly Queue[], counted: readonly { queue: string }[]): boolean {
  return live.some((queue) => queue.name === name) || counted.some(({ queue }) => queue === name)
}
