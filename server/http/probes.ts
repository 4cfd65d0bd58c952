import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LinkHealth } from '@/lib/domain/link'
import type { LiveStore } from '@/server/store/types'
import { respondJson } from './respond'

/** How long the database may take to answer a probe, in ms. */
const PING_MS = 1000

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** `GET /healthz`: the process lives and its event loop turns. */
export const health: Handler = (_request, response) => {
  respondJson(response, 200, { status: 'ok', uptimeSeconds: Math.round(process.uptime()) })
}

/** Resolves while the database answers. */
export type Ping = () => Promise<void>

/** `GET /readyz`: 200 while every PBX link is live and the database answers, else 503 with the reason. */
export function readiness(store: Pick<LiveStore, 'links'>, ping: Ping): Handler {
  return (_request, response) => {
    void databaseState(ping).then((database) => {
      const links = [...store.links.values()]
      const linked = links.length > 0 && links.every((link) => link.state === 'live')
      const ready = linked && database.state === 'ok'
      respondJson(response, ready ? 200 : 503, {
        status: ready ? 'ready' : 'not ready',
        pbx: links.map((link) => ({ name: link.pbx, state: link.state, reason: reasonOf(link) })),
        database,
      })
    })
  }
}

/** Why it failed stands in the log, not here: a database's own words may name hosts and accounts. */
async function databaseState(ping: Ping): Promise<{ state: 'ok' | 'failed' }> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), PING_MS)
  })
  try {
    await Promise.race([ping(), late])
    return { state: 'ok' }
  } catch {
    return { state: 'failed' }
  } finally {
    clearTimeout(timer)
  }
}

function reasonOf(link: LinkHealth): string | null {
  if (link.state === 'live') return null
  return link.error ?? (link.state === 'syncing' ? 'reading the first lists' : 'not connected yet')
}
