import type { DefaultEventsMap, Server, Socket } from 'socket.io'
import type { ClientToServerEvents, ServerToClientEvents } from '@/lib/protocol/events'

export type BrowserServer = Server<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, unknown>
export type Browser = Socket<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, unknown>
