import { createServer, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { Server } from 'socket.io'
import type { Log } from '@/server/log'
import type { BrowserServer } from './browser'
import { isOriginAllowed } from './origin'

/** Browsers send names of queues, nothing larger. */
const MAX_MESSAGE_BYTES = 64 * 1024
/** A browser that answers no ping is gone after 9 s at the latest, and it notices as soon itself. */
const PING_INTERVAL_MS = 4000
const PING_TIMEOUT_MS = 5000

type SocketServer = {
  io: BrowserServer
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
}

/**
 * Socket.IO over websockets alone. Compression of messages stays off for the memory that each socket would take, and
 * connection state recovery because it would replay to sessions that were revoked.
 */
export function createSocketServer(
  path: string,
  allowedOrigins: readonly string[],
  log: Pick<Log, 'warn'>,
): SocketServer {
  // Never listens: it stands in for the real server, so that Socket.IO takes only what it is handed.
  const carrier = createServer()
  const io: BrowserServer = new Server(carrier, {
    path,
    transports: ['websocket'],
    perMessageDeflate: false,
    httpCompression: false,
    serveClient: false,
    destroyUpgrade: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: PING_INTERVAL_MS,
    pingTimeout: PING_TIMEOUT_MS,
    allowRequest: (request, answer) => {
      const allowed = isOriginAllowed(request, allowedOrigins)
      if (!allowed) log.warn({ origin: request.headers.origin }, 'gateway: refused a page from another origin')
      answer(allowed ? null : 'This origin is not allowed here.', allowed)
    },
  })
  return { io, handleUpgrade: (request, socket, head) => carrier.emit('upgrade', request, socket, head) }
}
