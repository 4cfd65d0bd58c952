import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { callBackSchema, claimSchema, doneSchema, lostCallerSchema, noteSchema } from '@/lib/protocol/lost'
import { receiptSchema } from '@/lib/protocol/receipts'
import { actorOf, conflict, json, jsonBody, notFound, refusals } from '@/server/api/admin/answers'
import type { Api } from '@/server/api/app'
import type { ApiEnv } from '@/server/api/env'
import type { LostNow } from '@/server/history/lost/lost-book'
import type { Doer, LostDesk } from '@/server/history/lost/lost-desk'
import { numberKey } from '@/server/history/number-key'
import type { LostDeps } from './deps'
import { scopeOf, seenIn } from './seen'
import { lostView } from './view'

const params = z.object({ id: z.string().max(600) })
const nothing = z.strictObject({})

/** What people do about lost callers. Of two at once one wins, and the other is told who. */
export function addLostDoings(api: Api, deps: LostDeps): void {
  const { desk } = deps
  addDoing(api, deps, 'claim', 'Claims one for oneself; `takeOver`: from whoever has.', claimSchema, (id, by, body) =>
    desk.claim(id, by, body.takeOver),
  )
  addDoing(api, deps, 'release', 'Lets go of one’s own claim.', nothing, (id, by) => desk.release(id, by))
  addDoing(api, deps, 'done', 'Done by hand; `takeOver`: whoever has claimed it.', doneSchema, (id, by, body) =>
    desk.done(id, by, body.note || null, body.takeOver),
  )
  addDoing(api, deps, 'undo', 'What was done by hand is so no longer.', nothing, (id, by) => desk.undo(id, by))
  addDoing(api, deps, 'note', 'Replaces the note; an empty one takes it away.', noteSchema, (id, by, { note }) =>
    desk.note(id, by, note),
  )
  addCallBack(api, deps)
}

type Answer = Awaited<ReturnType<LostDesk['claim']>>

function addDoing<Body extends z.ZodType>(
  api: Api,
  deps: LostDeps,
  name: string,
  summary: string,
  body: Body,
  work: (id: string, by: Doer, body: z.infer<Body>) => Promise<Answer>,
): void {
  const route = createRoute({
    method: 'post',
    path: `/api/v1/lost/{id}/${name}`,
    summary,
    request: { params, ...jsonBody(body) },
    responses: { 200: json('As it is now.', lostCallerSchema), ...refusals },
  })
  api.openapi(route, (async (c: Context<ApiEnv>) => {
    const id = c.req.param('id') ?? ''
    if ((await seenBy(c, id, deps)) === null) return notFound(c)
    const asked = (c.req.valid as (target: 'json') => z.infer<Body>)('json')
    return answered(c, await work(id, doerOf(c), asked), deps)
  }) as never)
}

/** The number stays here until it is a call of whoever asked: they may see it then, and not before. */
function addCallBack(api: Api, deps: LostDeps): void {
  const route = createRoute({
    method: 'post',
    path: '/api/v1/lost/{id}/call',
    summary: 'Claims a lost caller and calls back from one’s own phone; the receipt follows the call to its end.',
    request: { params, ...jsonBody(callBackSchema) },
    responses: { 202: json('The receipt.', receiptSchema), ...refusals },
  })
  api.openapi(route, async (c) => {
    const { id: loss } = c.req.valid('param')
    const { id, phone, takeOver } = c.req.valid('json')
    const principal = c.get('principal')
    const before = await seenBy(c, loss, deps)
    const number = before?.caller.losses.at(-1)?.number ?? null
    if (before === null || numberKey(number) === null || principal.rights.numbers === 'none') return notFound(c)
    const busy = takeOver ? null : inTheWay(before)
    if (busy !== null) return refused(c, busy.why, busy)
    const claimed = await deps.desk.claim(loss, doerOf(c), takeOver)
    if (claimed === null || 'refused' in claimed) return answered(c, claimed, deps)
    const dial = { type: 'dial', to: number ?? '', phone } as const
    const wasFree = deps.book.claimEnds(before.caller) === null
    let isUnderway = false
    try {
      const receipt = await deps.commands.run(principal, id, dial, c.get('origin'))
      isUnderway = receipt.state !== 'failed'
      return c.json(receipt, 202)
    } finally {
      if (!isUnderway && wasFree) await deps.desk.release(loss, doerOf(c))
    }
  })
}

/** Why one had better not call now. */
function inTheWay({ calling, isWaiting }: LostNow) {
  if (calling !== null) return { why: 'calling', by: calling.by, at: calling.since } as const
  return isWaiting ? ({ why: 'waiting', by: null, at: null } as const) : null
}

async function seenBy(c: Context<ApiEnv>, loss: string, { book, tables }: LostDeps): Promise<LostNow | null> {
  const now = await book.find(loss)
  return now && seenIn(scopeOf(c.get('principal'), false, tables), now)
}

async function answered(c: Context<ApiEnv>, answer: Answer, deps: LostDeps) {
  if (answer === null) return notFound(c)
  if ('refused' in answer) return refused(c, answer.refused.why, answer.refused)
  const principal = c.get('principal')
  const seen = seenIn(scopeOf(principal, false, deps.tables), answer.now)
  return seen === null ? notFound(c) : (c.json(lostView(seen, principal, deps.book, deps.tables), 200) as never)
}

function refused(c: Context<ApiEnv>, code: string, { by, at }: { by: string | null; at: number | null }) {
  return conflict(c, code, `Somebody was first: ${code}.`, { current: { by, at } })
}

function doerOf(c: Context<ApiEnv>): Doer {
  return { actor: actorOf(c), displayName: c.get('principal').displayName }
}
