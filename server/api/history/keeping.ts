import { createRoute } from '@hono/zod-openapi'
import { type KeepingFault, type Kept, keepingSchema, type Writing } from '@/lib/protocol/keeping'
import { json } from '@/server/api/admin/answers'
import type { Api } from '@/server/api/app'
import type { WriterState } from '@/server/history/writer-state'

export type WritingStates = Readonly<Record<Kept, WriterState>>

/** `/api/v1/keeping`: whoever reads figures is to know what is not being kept. What the database says stays with administrators. */
export function addKeeping(api: Api, states: () => WritingStates): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/keeping',
    summary:
      'Whether visits, agents’ times, calls at phones and the day replay are written down; if not, since when, why, and how much waits.',
    responses: { 200: json('As it is now.', keepingSchema) },
  })
  api.openapi(route, (c) => {
    const { visits, agentTimes, calls, replay } = states()
    const told = {
      visits: toldOf(visits),
      agentTimes: toldOf(agentTimes),
      calls: toldOf(calls),
      replay: toldOf(replay),
    }
    return c.json(told, 200)
  })
}

function toldOf({ failingSince, error, waiting, lost }: WriterState): Writing {
  return { failingSince, why: error === null ? null : faultOf(error), waiting, lost }
}

/** By the words of SQLite (https://sqlite.org/rescode.html), PostgreSQL (class 53) and the operating system. */
const WORDS: readonly (readonly [KeepingFault, RegExp])[] = [
  ['full', /\bfull\b|no space left|ENOSPC|EDQUOT|SQLITE_FULL/i],
  ['locked', /locked|busy/i],
  ['away', /ECONN|ENOTFOUND|EHOST|ETIMEDOUT|terminat|refused|connection|shutting down/i],
]

export function faultOf(error: string): KeepingFault {
  return WORDS.find(([, words]) => words.test(error))?.[0] ?? 'other'
}
