import type { DefaultEventsMap, Server, Socket } from 'socket.io'
import type { ClientToServerEvents, ServerToClientEvents } from '@/lib/protocol/events'
import type { Principal } from '@/server/auth/types'

/** Set in the handshake, and replaced whenever the account's rights or phones change. */
type BrowserData = { principal: Principal }

export type BrowserServer = Server<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, BrowserData>
export type Browser = Socket<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, BrowserData>
