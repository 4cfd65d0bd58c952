import type { Diff, Heartbeat, Hello, Snapshot } from '@/lib/protocol/messages'

/**
 * The least that must hold before a message is used. The server checks by schema what it sends in its tests; a full
 * schema here would cost every wall tens of kilobytes of script.
 */
type Raw = Readonly<Record<string, unknown>>

export function isHello(message: unknown): message is Hello {
  return isObject(message) && isNumber(message.protocol) && isText(message.build) && isNumber(message.now)
}

export function isSnapshot(message: unknown): message is Snapshot {
  return isObject(message) && isText(message.epoch) && isNumber(message.seq) && isNumber(message.now)
}

export function isDiff(message: unknown): message is Diff {
  return (
    isObject(message) &&
    isText(message.epoch) &&
    isNumber(message.from) &&
    isNumber(message.to) &&
    isObject(message.diff)
  )
}

export function isHeartbeat(message: unknown): message is Heartbeat {
  return (
    isObject(message) &&
    isText(message.epoch) &&
    isNumber(message.seq) &&
    isNumber(message.now) &&
    Array.isArray(message.pbx)
  )
}

function isObject(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number'
}
