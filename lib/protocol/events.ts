import type { Diff, Heartbeat, Hello, Refused, Resync, Snapshot, SubscribeInput } from './messages'
import type { Receipt } from './receipts'
import type { Mine, Viewer } from './viewer'

export type ServerToClientEvents = {
  hello: (message: Hello) => void
  /** `packed`: the `LiveState` as JSON, packed by gzip. */
  snapshot: (message: Snapshot, packed: Uint8Array) => void
  diff: (message: Diff) => void
  heartbeat: (message: Heartbeat) => void
  refused: (message: Refused) => void
  /** Once at the beginning, and again whenever rights or phones change: pages then show what is allowed now. */
  viewer: (viewer: Viewer) => void
  /** What goes on at one's own phones. */
  mine: (mine: Mine) => void
  /** A receipt of one's own, whole, on each change. */
  receipt: (receipt: Receipt) => void
  /** Something about lost callers is otherwise, in a queue that one sees: `GET /api/v1/lost` says what. */
  lost: () => void
  /** The session is over: revoked, expired, signed out elsewhere. Nothing follows; the page asks to sign in. */
  signedOut: () => void
}

export type ClientToServerEvents = {
  subscribe: (message: SubscribeInput) => void
  resync: (message: Resync) => void
}

/** With this a socket is refused that shows no session, or one that is over: trying again is in vain. */
export const NOT_SIGNED_IN = 'not signed in'
