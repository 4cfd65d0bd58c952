import type { PbxName, QueueId } from '@/lib/domain/ids'
import type { Difference } from './differences'

const FAMILIES = ['queue', 'member', 'caller'] as const
/** What differed, by what it is of. */
export type Mended = Record<(typeof FAMILIES)[number], number>

/** When the queues of the live picture were last held against the lists of their PBX. Moments in ms since 1970. */
export type PictureCheck = {
  pbx: PbxName
  /** Can it be held against them at present? */
  isLive: boolean
  /** When all was read anew from the lists; `null`: never yet. */
  readAt: number | null
  /** When the audit last held it against them; `null`: not since the link stands. */
  auditedAt: number | null
  /** What that audit put right, by queue: of any other queue nothing. */
  mended: ReadonlyMap<QueueId, Mended>
}

/** Remembers the last reading of a PBX's queues, and the last audit with what it put right. */
export class QueueCheck {
  private readAt: number | null = null
  private auditedAt: number | null = null
  private mended: ReadonlyMap<QueueId, Mended> = new Map()

  /** All was read anew: after a loss of the link (`isNewLink`) an audit from before says nothing of it. */
  read(at: number, isNewLink: boolean): void {
    this.readAt = at
    if (!isNewLink) return
    this.auditedAt = null
    this.mended = new Map()
  }

  /** An audit is over: these differences are put right, and no others there were. */
  audited(at: number, differences: readonly Difference[]): void {
    const mended = new Map<QueueId, Mended>()
    for (const one of differences) {
      const family = FAMILIES.find((name) => name === one.family)
      const queue = queueOf(one)
      if (family === undefined || queue === null) continue
      const known = mended.get(queue) ?? { queue: 0, member: 0, caller: 0 }
      mended.set(queue, { ...known, [family]: known[family] + 1 })
    }
    this.auditedAt = at
    this.mended = mended
  }

  told(): Pick<PictureCheck, 'readAt' | 'auditedAt' | 'mended'> {
    const { readAt, auditedAt, mended } = this
    return { readAt, auditedAt, mended }
  }
}

/** `null`: of no queue. */
function queueOf({ family, id, ours, theirs }: Difference): QueueId | null {
  if (family === 'queue') return id as QueueId
  const record = ours ?? theirs
  return record && 'queue' in record && typeof record.queue === 'string' ? (record.queue as QueueId) : null
}
