import type { LinkState } from '@/lib/domain/link'
import { FAMILIES, type LiveState } from '@/lib/domain/live-state'
import type { Diff, Heartbeat, Hello, Refused, Snapshot } from '@/lib/protocol/messages'
import type { Receipt } from '@/lib/protocol/receipts'
import type { Mine, Viewer } from '@/lib/protocol/viewer'

/**
 * The least that must hold before a message is used: its envelope, and its shape down to the records, so that nothing is
 * taken in by half. The fields of records are the server's word: it checks them by schema in its tests, and a full schema
 * here would cost every wall tens of kilobytes of script.
 */
type Raw = Readonly<Record<string, unknown>>

const LINK_STATES: Readonly<Record<LinkState, true>> = {
  connecting: true,
  syncing: true,
  live: true,
  lost: true,
  refused: true,
}

/** Anything that says of what kind it is. */
export function isMessage(message: unknown): boolean {
  return isObject(message) && isText(message.type)
}

export function isHello(message: unknown): message is Hello {
  return isObject(message) && isNumber(message.protocol) && isText(message.build) && isNumber(message.now)
}

export function isRefused(message: unknown): message is Refused {
  return isObject(message) && isText(message.why)
}

export function isSnapshot(message: unknown): message is Snapshot {
  return isObject(message) && isText(message.epoch) && isSeq(message.seq) && isNumber(message.now)
}

export function isDiff(message: unknown): message is Diff {
  return (
    isObject(message) &&
    isText(message.epoch) &&
    isSeq(message.from) &&
    isSeq(message.to) &&
    isObject(message.diff) &&
    isOfFamilies(message.diff, (part) => part === undefined || isRecordDiff(part))
  )
}

export function isHeartbeat(message: unknown): message is Heartbeat {
  return (
    isObject(message) &&
    isText(message.epoch) &&
    isSeq(message.seq) &&
    isNumber(message.now) &&
    Array.isArray(message.pbx) &&
    message.pbx.every(isLink)
  )
}

export function isViewer(viewer: unknown): viewer is Viewer {
  return (
    isObject(viewer) &&
    isText(viewer.kind) &&
    isText(viewer.role) &&
    (viewer.queues === null || Array.isArray(viewer.queues)) &&
    isObject(viewer.permissions) &&
    Array.isArray(viewer.phones) &&
    viewer.phones.every(isObject)
  )
}

export function isMine(mine: unknown): mine is Mine {
  return isObject(mine) && Array.isArray(mine.calls) && mine.calls.every((one) => isObject(one) && isObject(one.call))
}

export function isReceipt(receipt: unknown): receipt is Receipt {
  return (
    isObject(receipt) &&
    isText(receipt.id) &&
    isText(receipt.type) &&
    isText(receipt.state) &&
    isNumber(receipt.startedAt) &&
    isObject(receipt.subject) &&
    Array.isArray(receipt.steps) &&
    receipt.steps.every(isObject)
  )
}

/** What a snapshot turned out to hold once unpacked. */
export function isLiveState(state: unknown): state is LiveState {
  return isObject(state) && isOfFamilies(state, isRecords)
}

function isOfFamilies(families: Raw, holds: (part: unknown) => boolean): boolean {
  return FAMILIES.every((family) => holds(families[family]))
}

function isRecordDiff(part: unknown): boolean {
  if (!isObject(part)) return false
  const { put, patch, remove } = part
  return (
    (put === undefined || isRecords(put)) &&
    (patch === undefined || isRecords(patch)) &&
    (remove === undefined || (Array.isArray(remove) && remove.every(isText)))
  )
}

function isRecords(records: unknown): boolean {
  return isObject(records) && !Array.isArray(records) && Object.values(records).every(isObject)
}

function isLink(link: unknown): boolean {
  return (
    isObject(link) &&
    isText(link.label) &&
    isText(link.state) &&
    Object.hasOwn(LINK_STATES, link.state) &&
    isNumber(link.since) &&
    isMomentOrNull(link.heardAt) &&
    isMomentOrNull(link.liveSince) &&
    isMomentOrNull(link.nextTryAt) &&
    (link.error === null || isText(link.error))
  )
}

function isMomentOrNull(value: unknown): boolean {
  return value === null || isNumber(value)
}

function isObject(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** JSON can say 1e999. */
function isNumber(value: unknown): value is number {
  return Number.isFinite(value)
}

function isSeq(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}
