import { io, type Socket } from 'socket.io-client'
import { afterEach } from 'vitest'
import { type ConnectedLiveCache, createLiveCache, type LiveCacheOptions } from '@/lib/client/live-cache'
import type { ClientToServerEvents, ServerToClientEvents } from '@/lib/protocol/events'
import { startWallboard, type Wallboard, type WallboardOptions } from './wallboard'

const opened: (() => unknown)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

/** A wallboard that is closed after the test. */
export async function openWallboard(options: WallboardOptions): Promise<Wallboard> {
  const board = await startWallboard(options)
  opened.push(() => board.close())
  return board
}

/** A browser's cache that is connected, and closed after the test. */
export function browse(board: { url: string }, options: Partial<LiveCacheOptions> = {}): ConnectedLiveCache {
  const cache = createLiveCache({ url: board.url, queues: null, ...options })
  opened.push(() => cache.close())
  cache.connect()
  return cache
}

type RawBrowser = {
  socket: Socket<ServerToClientEvents, ClientToServerEvents>
  /** Everything heard, in order, by name. */
  heard: { event: string; message: { type: string } & Record<string, unknown>; packed?: Uint8Array }[]
  /** Says something that no page of ours would. */
  say(event: string, message?: unknown): void
}

/** A bare socket that notes what it hears. */
export function openSocket(board: { url: string }, headers: Record<string, string> = {}): RawBrowser {
  const socket: RawBrowser['socket'] = io(board.url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: headers,
  })
  const heard: RawBrowser['heard'] = []
  socket.onAny((event: string, message: RawBrowser['heard'][number]['message'], packed?: Uint8Array) =>
    heard.push({ event, message, ...(packed && { packed }) }),
  )
  opened.push(() => socket.disconnect())
  const say = socket.emit.bind(socket) as (event: string, message?: unknown) => void
  return { socket, heard, say }
}

/** Closed after the test, last opened first. */
export function closeAfterTest(close: () => unknown): void {
  opened.push(close)
}
