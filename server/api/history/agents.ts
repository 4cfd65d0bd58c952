import { createRoute, z } from '@hono/zod-openapi'
import { clipped, mergedLine } from '@/lib/domain/time-line'
import { type AgentTimeline, agentSumsListSchema, agentTimelineSchema } from '@/lib/protocol/agents'
import { json, refusals, refusing } from '@/server/api/admin/answers'
import type { Api } from '@/server/api/app'
import { problem } from '@/server/api/schemas'
import { type AgentLines, linesIn, queuesOfSpans } from '@/server/history/agents/read-spans'
import { agentSumsIn } from '@/server/history/agents/sums'
import type { Span } from '@/server/history/reports/span'
import type { Watch } from '@/server/history/reports/watch'
import { agentSumsAsText } from './agents-as-text'
import { askedFor, historyQuery } from './asked'
import type { HistoryDeps } from './deps'
import { exported, formatQuery } from './export'
import { unlessGone } from './gone'
import { answered, progressQuery } from './progress'
import { seenUntil } from './seen-until'
import { gapsFor } from './told-gaps'

const timelineQuery = historyQuery.safeExtend({
  perQueue: z.enum(['0', '1']).default('0').describe('`1`: also the lines of each queue'),
})
const sumsQuery = historyQuery.safeExtend({
  progress: progressQuery,
  format: formatQuery,
})

/** No answer has more spans: an agent makes some hundreds a day in each queue. */
const MAX_SPANS = 200_000

/** `/api/v1/agents/timeline` and `/api/v1/agents/sums`: what each agent did, and how long. */
export function addAgentRoutes(api: Api, deps: HistoryDeps): void {
  addTimeline(api, deps)
  addSums(api, deps)
}

function addTimeline(api: Api, deps: HistoryDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/agents/timeline',
    summary: 'What each agent did within a window or a range, one state after the other.',
    request: { query: timelineQuery },
    responses: {
      200: json('One line for each agent; by `perQueue=1` one for each queue, too.', agentTimelineSchema),
      422: refusals[422],
    },
  })
  api.openapi(route, async (c) => {
    const query = c.req.valid('query')
    const { database, clock } = deps
    const asked = askedFor(query, c.get('principal').rights, deps)
    const { from, to } = asked
    const isPerQueue = query.perQueue === '1'
    await deps.written()
    // What is kept over all queues would show of those that one does not look at; of some the line is put together.
    const queues = asked.queues ?? (isPerQueue ? [...(await queuesOfSpans(database)), ''] : [''])
    const { signal } = c.req.raw
    const found = await unlessGone(signal, async () => ({
      lines: await linesIn(database, { ...asked, queues }, seenUntil(deps), MAX_SPANS, signal),
    }))
    if (found === null) return refusing(c.body(null))
    const { lines } = found
    if (lines === null) {
      const detail = `No answer has more than ${MAX_SPANS} spans: take a shorter range, or one agent.`
      return refusing(problem(c, { title: 'Unprocessable Content', status: 422, detail }))
    }
    const labels = labelsOf(deps)
    const all = [...lines.values()].map((one) => agentOf(one, asked, isPerQueue, labels))
    const agents = all.filter(({ spans }) => spans.length > 0).sort(byName)
    return c.json({ now: clock.now(), from, to, agents, gaps: await gapsFor(asked, deps) }, 200)
  })
}

type Agent = AgentTimeline['agents'][number]

function agentOf(
  { byQueue, ...agent }: AgentLines,
  { from, to }: Span,
  isPerQueue: boolean,
  labels: ReadonlyMap<string, string>,
): Agent {
  const { '': overall, ...some } = Object.fromEntries(byQueue)
  const spans = clipped(overall ?? mergedLine(Object.values(some)), from, to)
  const lines = Object.entries(some)
    .map(([queue, line]) => ({ queue, label: labels.get(queue) ?? queue, spans: clipped(line, from, to) }))
    .filter((line) => line.spans.length > 0)
    .sort((one, other) => one.label.localeCompare(other.label))
  return { ...agent, spans, queues: isPerQueue ? lines : [] }
}

/** What people call each queue, by Asterisk's name of it. */
function labelsOf({ tables }: HistoryDeps): ReadonlyMap<string, string> {
  return new Map([...tables.queues.values()].map(({ name, label }) => [name, label]))
}

function addSums(api: Api, deps: HistoryDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/agents/sums',
    summary:
      'How long each agent did what within a window or a range, and what came of it: calls, occupancy, handling time.',
    request: { query: sumsQuery },
    responses: { 200: json('One item for each agent, by name.', agentSumsListSchema), 422: refusals[422] },
  })
  api.openapi(route, async (c) => {
    const query = c.req.valid('query')
    const { database, tables, rulesOf, dayStart, clock } = deps
    const asked = askedFor(query, c.get('principal').rights, deps)
    const { from, to } = asked
    await deps.written()
    const sumsDeps = { database, tables, rulesOf, dayStart, now: clock.now() }
    const wanted = { ...asked, until: seenUntil(deps) }
    const { format } = query
    const work = async (watch: Watch) => {
      const items = (await agentSumsIn(sumsDeps, wanted, watch)).sort(byName)
      return { now: clock.now(), from, to, items, gaps: await gapsFor(asked, deps) }
    }
    return answered(c, format ? '0' : query.progress, work, (found) =>
      format ? exported(c, format, 'agents', agentSumsAsText(format, found.items)) : c.json(found, 200),
    )
  })
}

function byName(one: { name: string; interface: string }, other: typeof one): number {
  return one.name.localeCompare(other.name) || (one.interface < other.interface ? -1 : 1)
}
