import type { Diff, Heartbeat, Hello, Refused, Resync, Snapshot, Subscribe } from './messages'

export type ServerToClientEvents = {
  hello: (message: Hello) => void
  /** `packed`: the `LiveState` as JSON, packed by gzip. */
  snapshot: (message: Snapshot, packed: Uint8Array) => void
  diff: (message: Diff) => void
  heartbeat: (message: Heartbeat) => void
  refused: (message: Refused) => void
}

export type ClientToServerEvents = {
  subscribe: (message: Subscribe) => void
  resync: (message: Resync) => void
}
