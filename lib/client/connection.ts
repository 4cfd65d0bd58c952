import { io, type Socket } from 'socket.io-client'
import { type ClientToServerEvents, NOT_SIGNED_IN, type ServerToClientEvents } from '@/lib/protocol/events'
import type { Diff, Heartbeat, Hello, Refused, Resync, Snapshot, Subscribe } from '@/lib/protocol/messages'
import type { PersonalMessage } from './personal'

export type Message = Hello | Diff | Heartbeat | Refused | (Snapshot & { packed: Uint8Array }) | PersonalMessage

export type ConnectionListener = {
  onUp(): void
  onDown(): void
  /** As it came: what is in it has not been looked at. */
  onMessage(message: Message): void
}

/** A connection that comes back by itself until it is closed. */
export type Connection = {
  subscribe(message: Subscribe): void
  resync(message: Resync): void
  /** Drops what there is and tries at once: the network has changed, and what looks open may be dead. */
  restart(): void
  close(): void
}
export type Connect = (url: string | undefined, listener: ConnectionListener) => Connection

/** Pause before trying again, in ms: doubled each time, and spread by half, so that a thousand walls do not come at once. */
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 2000
const SPREAD = 0.5
const HANDSHAKE_MS = 3000

/** Opens the socket to our server; `url` is its origin, by default the page's own. */
export const connectSocket: Connect = (url, listener) => {
  const options = {
    transports: ['websocket'],
    reconnectionDelay: FIRST_PAUSE_MS,
    reconnectionDelayMax: LONGEST_PAUSE_MS,
    randomizationFactor: SPREAD,
    timeout: HANDSHAKE_MS,
    forceNew: true,
  }
  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = url === undefined ? io(options) : io(url, options)
  let retry: ReturnType<typeof setTimeout> | undefined
  let signedOut = false
  const comeBack = () => {
    if (!signedOut) retry = setTimeout(() => socket.connect(), pauseAfterGoodbye())
  }
  const signOut = () => {
    signedOut = true
    listener.onMessage({ type: 'signedOut' })
  }
  socket.on('connect', listener.onUp)
  socket.on('disconnect', (reason) => {
    listener.onDown()
    // A server that shuts down says goodbye, and Socket.IO then leaves it to us to come back.
    if (reason === 'io server disconnect') comeBack()
  })
  socket.on('connect_error', ({ message }) => {
    if (message === NOT_SIGNED_IN) signOut()
    // Refused by the server itself: Socket.IO tries again by itself only when the server was not reached.
    else if (!socket.active) comeBack()
  })
  socket.on('signedOut', signOut)
  socket.on('viewer', (viewer) => listener.onMessage({ type: 'viewer', viewer }))
  socket.on('mine', (mine) => listener.onMessage({ type: 'mine', mine }))
  socket.on('receipt', (receipt) => listener.onMessage({ type: 'receipt', receipt }))
  socket.on('lost', () => listener.onMessage({ type: 'lost' }))
  socket.on('hello', listener.onMessage)
  socket.on('diff', listener.onMessage)
  socket.on('heartbeat', listener.onMessage)
  socket.on('refused', listener.onMessage)
  socket.on('snapshot', (message, packed) => listener.onMessage({ ...message, packed }))
  return {
    subscribe: (message) => socket.emit('subscribe', message),
    resync: (message) => socket.emit('resync', message),
    restart: () => {
      clearTimeout(retry)
      socket.disconnect().connect()
    },
    close: () => {
      clearTimeout(retry)
      socket.disconnect()
    },
  }
}

function pauseAfterGoodbye(): number {
  return FIRST_PAUSE_MS * (1 + Math.random())
}
