import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LinkHealth } from '@/lib/domain/link'
import type { LiveStore } from '@/server/store/types'
import { respondJson } from './respond'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** `GET /healthz`: the process lives and its event loop turns. */
export const health: Handler = (_request, response) => {
  respondJson(response, 200, { status: 'ok', uptimeSeconds: Math.round(process.uptime()) })
}

/** `GET /readyz`: 200 while every PBX link is live, else 503 with the reason. */
export function readiness(store: Pick<LiveStore, 'links'>): Handler {
  return (_request, response) => {
    const links = [...store.links.values()]
    const ready = links.length > 0 && links.every((link) => link.state === 'live')
    respondJson(response, ready ? 200 : 503, {
      status: ready ? 'ready' : 'not ready',
      pbx: links.map((link) => ({ name: link.pbx, state: link.state, reason: reasonOf(link) })),
    })
  }
}

function reasonOf(link: LinkHealth): string | null {
  if (link.state === 'live') return null
  return link.error ?? (link.state === 'syncing' ? 'reading the first lists' : 'not connected yet')
}
