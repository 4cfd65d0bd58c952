import type { Context } from 'hono'
import { sameInterface } from '@/lib/domain/endpoint'
import { type AccountRights, inScope } from '@/lib/domain/rights'
import type { TimeSpanOfQueues, TimeSpanView, TimesExplanation } from '@/lib/protocol/agent-times'
import { refusing } from '@/server/api/admin/answers'
import type { ApiEnv } from '@/server/api/env'
import { problem } from '@/server/api/schemas'
import { explainTimes, inOrder, spansBehind } from '@/server/history/agents/explain-times'
import { queuesOfSpans } from '@/server/history/agents/queues-of-spans'
import { timeSpansIn } from '@/server/history/agents/time-spans'
import type { Asked } from './asked'
import type { HistoryDeps } from './deps'
import { exported } from './export'
import { unlessGone } from './gone'
import { seenUntil } from './seen-until'
import { timesAsText } from './times-as-text'
import { type TimesQuery, timesAsked } from './times-query'
import { gapsFor } from './told-gaps'
import { upTo } from './up-to'

/** No file has more spans: an agent makes some hundreds a day. */
const MAX_SPANS = 200_000

/** Answers what agents' time is made of, or the file of it. `asked` is what whoever asks may see. */
export async function explainedTimes<Answer>(
  c: Context<ApiEnv>,
  asked: Asked,
  query: TimesQuery,
  deps: HistoryDeps,
  answer: (told: TimesExplanation) => Answer,
): Promise<Answer> {
  const { database, clock, blind } = deps
  const { signal } = c.req.raw
  const { order, ...times } = timesAsked(query)
  const now = clock.now()
  await deps.written()
  const gaps = await gapsFor(asked, deps)
  const wanted = { ...asked, until: seenUntil(deps), isBlind: blind() !== null, gaps }
  const behind = () => spansBehind(timeSpansIn(database, wanted, signal), times)
  if (query.format) {
    const all = await unlessGone(signal, () => upTo(MAX_SPANS, behind()))
    if (all === null) return refusing(c.body(null))
    if (all === 'more') return refusing(tooMany(c))
    return exported(c, query.format, 'agent-times', timesAsText(query.format, inOrder(all, order), asked.queues))
  }
  const found = await unlessGone(signal, () => explainTimes(behind(), times.figure, order, query))
  if (found === null) return refusing(c.body(null))
  const { name, pbxs, items, ...told } = found
  const { from, to, agent, queues } = asked
  const members = agent === null ? [] : membersOf(agent, queues, deps)
  const [member] = members
  return answer({
    ...{ now, from, to, figure: times.figure, ...told },
    items: await withQueues(items, asked, c.get('principal').rights, deps),
    agent: agent === null ? null : { interface: agent, name: name ?? member?.name ?? agent },
    queues: queues?.map((queue) => ({ queue, label: labelOf(queue, deps) })) ?? null,
    asterisk: to > now ? members.map((one) => one.says) : [],
    // Asterisk's log tells of visits, and not what agents did: to their time all of a gap is unseen.
    gaps: gaps.filter(({ pbx }) => pbxs.size === 0 || pbxs.has(pbx)).map((gap) => ({ ...gap, filled: [], calls: [] })),
  })
}

/** With the queues in which each was spent, as far as one sees them; of one queue alone nothing has to be said. */
async function withQueues(
  items: readonly TimeSpanView[],
  { queues: asked }: Asked,
  { queues: scope }: Pick<AccountRights, 'queues'>,
  deps: HistoryDeps,
): Promise<TimeSpanOfQueues[]> {
  const of = asked?.length === 1 ? null : await queuesOfSpans(deps.database, items, asked)
  return items.map((item, index) => {
    const seen = of?.[index]?.filter((name) => inScope(scope, name)) ?? []
    return { ...item, queues: seen.length === 0 ? null : seen.map((name) => labelOf(name, deps)) }
  })
}

function tooMany(c: Context<ApiEnv>): Response {
  const detail = `No file has more than ${MAX_SPANS} spans: take a shorter range, or one agent.`
  return problem(c, { title: 'Unprocessable Content', status: 422, detail })
}

function labelOf(name: string, { tables }: Pick<HistoryDeps, 'tables'>): string {
  return [...tables.queues.values()].find((queue) => queue.name === name)?.label ?? name
}

function membersOf(agent: string, queues: readonly string[] | null, deps: Pick<HistoryDeps, 'tables'>) {
  const { tables } = deps
  return [...tables.members.values()].flatMap((member) => {
    const queue = tables.queues.get(member.queue)
    if (!queue || !sameInterface(member.interface, agent) || queues?.includes(queue.name) === false) return []
    const { name, loggedInAt, lastCallAt, lastPauseAt, callsTaken } = member
    return [{ name, says: { queue: queue.name, label: queue.label, loggedInAt, lastCallAt, lastPauseAt, callsTaken } }]
  })
}
