import type { Context, MiddlewareHandler } from 'hono'
import { withoutGroups } from '@/lib/domain/queue-group'
import { inScope, type QueueScope } from '@/lib/domain/rights'
import { splitNames } from '@/lib/protocol/name-list'
import type { ApiEnv } from '@/server/api/env'
import { problem } from '@/server/api/schemas'
import { queuesOfVisits } from '@/server/history/reports/queues-known'
import type { HistoryDeps } from './deps'

type Deps = Pick<HistoryDeps, 'database' | 'tables' | 'queueGroups'>

/**
 * Refuses queues and groups of which whoever asks can know nothing: a misspelt name must not read as a queue that had no
 * calls. Whether there is none, or it may not be seen, is not told apart.
 */
export function onlyKnownQueues(deps: Deps, scopeFor = scopeOfRights): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const asked = splitNames(c.req.query('queues'))
    // Until the picture is here nobody can say what there is.
    if (asked.length === 0 || deps.tables.queues.size === 0) return next()
    const unknown = await unknownOf(asked, scopeFor(c), deps)
    if (unknown.length === 0) return next()
    const detail = `There is no such queue, or none that you may see: ${unknown.join(', ')}.`
    return problem(c, { title: 'Unprocessable Content', status: 422, detail })
  }
}

function scopeOfRights(c: Context<ApiEnv>): QueueScope {
  return c.get('principal').rights.queues
}

async function unknownOf(asked: readonly string[], scope: QueueScope, deps: Deps): Promise<string[]> {
  const live = [...deps.tables.queues.values()].filter(({ name }) => inScope(scope, name))
  const known = new Set(live.flatMap(({ name, label }) => [name.toLowerCase(), label.toLowerCase()]))
  const groups = deps.queueGroups()
  const isUnknown = (name: string) => !withoutGroups([name], groups).some((one) => known.has(one.toLowerCase()))
  if (!asked.some(isUnknown)) return []
  // A queue that is no more still has its past.
  for (const name of await queuesOfVisits(deps.database)) if (inScope(scope, name)) known.add(name.toLowerCase())
  return asked.filter(isUnknown)
}
