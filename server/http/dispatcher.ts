import type { IncomingMessage, RequestListener, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { SOCKET_PATH } from '@/server/socket/gateway'
import type { HostGuard } from './host-guard'
import type { Handler } from './probes'
import { respondProblem } from './respond'

/** No request of ours carries a body; this leaves room for beacons and forms of pages to come. */
const MAX_BODY_BYTES = 64 * 1024
const WEBSOCKET_ONLY = { title: 'Upgrade Required', status: 426, detail: 'Browsers connect by WebSocket only.' }

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

export type Routes = {
  health: Handler
  readiness: Handler
  metrics: Handler
  /** Everything under `/api/`. */
  api: RequestListener
  pages: RequestListener
  /** Upgrades under `/socket.io/`. */
  socketUpgrade: Upgrade
  /** Upgrades that belong to Next: hot reload in development, nothing in production. */
  pageUpgrade?: Upgrade
  mayServe: HostGuard
}

/**
 * Sends every request to whom it belongs. Next never sees the server itself: it would add an upgrade listener of its
 * own and end our sockets.
 */
export function attachRoutes(server: Server, routes: Routes): void {
  const fixed: Record<string, Handler> = {
    '/healthz': readOnly(routes.health),
    '/readyz': readOnly(routes.readiness),
    '/metrics': readOnly(routes.metrics),
  }
  server.on('request', (request, response) => {
    if (!routes.mayServe(request.headers.host)) {
      const detail = 'This address is not one of ours; name it in listen.allowedOrigins.'
      respondProblem(response, { title: 'Misdirected Request', status: 421, detail })
      return
    }
    if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) {
      const detail = `The body may hold ${MAX_BODY_BYTES} bytes at most.`
      respondProblem(response, { title: 'Content Too Large', status: 413, detail }, { connection: 'close' })
      return
    }
    const path = pathOf(request)
    const handler = Object.hasOwn(fixed, path) ? fixed[path] : undefined
    if (handler) handler(request, response)
    else if (path.startsWith(SOCKET_PATH)) respondProblem(response, WEBSOCKET_ONLY, { upgrade: 'websocket' })
    else if (path === '/api' || path.startsWith('/api/')) routes.api(request, response)
    else routes.pages(request, response)
  })
  server.on('upgrade', (request, socket, head) => {
    const upgrade = pathOf(request).startsWith(SOCKET_PATH) ? routes.socketUpgrade : routes.pageUpgrade
    if (upgrade && routes.mayServe(request.headers.host)) upgrade(request, socket, head)
    else socket.destroy() // an upgrade left alone would hang and hold up the shutdown
  })
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/'
}

function readOnly(handler: Handler): Handler {
  return (request, response) => {
    if (request.method === 'GET' || request.method === 'HEAD') return handler(request, response)
    const detail = 'This can only be read.'
    respondProblem(response, { title: 'Method Not Allowed', status: 405, detail }, { allow: 'GET, HEAD' })
  }
}
