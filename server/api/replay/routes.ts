import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type ReplayGap, replayAtSchema, replayDaysSchema, replayMarksSchema } from '@/lib/protocol/replay'
import { json, refusals, refusing } from '@/server/api/admin/answers'
import type { Api } from '@/server/api/app'
import type { ApiEnv } from '@/server/api/env'
import { queueNames } from '@/server/api/history/asked'
import { moment } from '@/server/api/moment'
import { problem } from '@/server/api/schemas'
import { streamed } from '@/server/api/streamed'
import { replayDays } from '@/server/history/replay/days'
import { alarmMarks } from '@/server/history/replay/marks'
import type { Played } from '@/server/history/replay/replay'
import { gapsIn } from '@/server/history/visits/gaps'
import { pictureText } from '@/server/socket/pack'
import { type Rights, rightsFor } from '@/server/socket/rights'
import { actionMarks, actionsSeenBy } from './action-marks'
import type { ReplayDeps } from './deps'

/** No answer spans more. */
const LONGEST_MS = 26 * 3_600_000

const queues = queueNames
  .optional()
  .describe('Queues by name or label, separated by commas; a comma within a name is written `\\,`')
const span = { from: moment, to: moment }
const spanQuery = z.strictObject(span).refine(isSpan, 'from lies before to, and not more than 26 hours')
const diffsQuery = z.strictObject({ ...span, queues }).refine(isSpan, 'from lies before to, and not more than 26 hours')

function isSpan({ from, to }: { from: number; to: number }): boolean {
  return from < to && to - from <= LONGEST_MS
}

/** `/api/v1/replay/…`: what the walls showed in the past, as whoever asks may see it. */
export function addReplayRoutes(api: Api, deps: ReplayDeps): void {
  addDays(api, deps)
  addAt(api, deps)
  addDiffs(api, deps)
  addMarks(api, deps)
}

async function daysOf({ database, index, timeZone, blind }: ReplayDeps) {
  return replayDays(database, index, timeZone, blind()?.since ?? null)
}

function addDays(api: Api, deps: ReplayDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/replay/days',
    summary: 'Which days can be played again, how much they take, and what is missing in them.',
    responses: { 200: json('The oldest first.', replayDaysSchema) },
  })
  api.openapi(route, async (c) => {
    const { clock, timeZone, keptDays, failingSince, written } = deps
    await written()
    const days = await daysOf(deps)
    return c.json({ now: clock.now(), timeZone, keptDays, failingSince: failingSince(), days }, 200)
  })
}

function addAt(api: Api, deps: ReplayDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/replay/at',
    summary: 'The whole picture at a moment of the past.',
    request: { query: z.strictObject({ t: moment, queues }) },
    responses: { 200: json('The picture.', replayAtSchema), 404: refusals[404], 422: refusals[422] },
  })
  api.openapi(route, async (c) => {
    const { t, queues: asked } = c.req.valid('query')
    await deps.written()
    const picture = (await isUnseen(t, deps)) ? null : await deps.replay.at(t, seenBy(c, asked))
    if (picture === null) return refusing(notKept(c, await gapAt(t, deps), deps.keptDays))
    const text = `{"now":${deps.clock.now()},"at":${t},"state":${await pictureText(picture)}}`
    return refusing(c.body(text, 200, { 'content-type': 'application/json' }))
  })
}

function addDiffs(api: Api, deps: ReplayDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/replay/diffs',
    summary: 'What changed after `from`, up to `to`: one JSON on each line, the last one tells up to when that is all.',
    request: { query: diffsQuery },
    responses: { 200: { description: 'Lines of JSON.' }, 404: refusals[404], 422: refusals[422] },
  })
  api.openapi(route, async (c) => {
    const { from, to, queues: asked } = c.req.valid('query')
    await deps.written()
    const played = await deps.replay.play({ from, to }, seenBy(c, asked))
    if (played === null) return refusing(notKept(c, await gapAt(from, deps), deps.keptDays))
    c.header('content-type', 'application/x-ndjson')
    return c.body(streamed(linesOf(played)))
  })
}

async function* linesOf(played: AsyncGenerator<Played, number>): AsyncGenerator<string> {
  for (;;) {
    const { value, done } = await played.next()
    yield `${JSON.stringify(done ? { end: value } : value)}\n`
    if (done) return
  }
}

function addMarks(api: Api, deps: ReplayDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/replay/marks',
    summary: 'What happened within a span: alarms of queues, what people did, and gaps.',
    request: { query: spanQuery },
    responses: { 200: json('In the order of their time.', replayMarksSchema), 422: refusals[422] },
  })
  api.openapi(route, async (c) => {
    const wanted = c.req.valid('query')
    const principal = c.get('principal')
    await deps.written()
    const [alarms, actions, days] = await Promise.all([
      alarmMarks(deps.database, wanted, principal.rights.queues),
      actionMarks(deps.audit, wanted, principal),
      daysOf(deps),
    ])
    const gaps = days
      .flatMap((day) => day.gaps)
      .filter(({ from, to }) => from < wanted.to && to > wanted.from)
      .map(({ from, to, why }) => ({ kind: 'gap' as const, at: from, to, why }))
    const marks = [...alarms, ...actions, ...gaps].sort((one, other) => one.at - other.at)
    return c.json({ now: deps.clock.now(), actions: actionsSeenBy(principal), marks }, 200)
  })
}

function seenBy(c: Context<ApiEnv>, asked: readonly string[] | undefined): Rights {
  return rightsFor(c.get('principal').rights, asked ?? null, [])
}

/** Something may be recorded of a moment at which the PBX was not seen: it shows what was, and is no answer. */
async function isUnseen(at: number, { database, blind }: ReplayDeps): Promise<boolean> {
  const since = blind()?.since ?? null
  return (since !== null && since <= at) || (await gapsIn(database, { from: at, to: at + 1 })).length > 0
}

async function gapAt(at: number, deps: ReplayDeps): Promise<ReplayGap | null> {
  const days = await daysOf(deps)
  return days.flatMap(({ gaps }) => gaps).find(({ from, to }) => from <= at && at < to) ?? null
}

const WHY: Readonly<Record<ReplayGap['why'], string>> = {
  notConnected: 'there was no connection to the PBX',
  notRunning: 'this product was not running',
  lost: 'what was recorded is lost',
}

function notKept(c: Context<ApiEnv>, gap: ReplayGap | null, keptDays: number) {
  const time = (at: number) => new Date(at).toISOString()
  const detail =
    keptDays === 0
      ? 'Nothing is recorded here: history.replayDays is 0.'
      : gap
        ? `From ${time(gap.from)} to ${time(gap.to)} ${WHY[gap.why]}.`
        : 'Nothing is kept of this moment; /api/v1/replay/days tells what is.'
  return problem(c, { title: 'Not Found', status: 404, detail })
}
