import type { QueueId } from '@/lib/domain/ids'
import type { ToldCheck } from '@/lib/protocol/live-explanation'
import type { PictureCheck } from '@/server/store/session/queue-check'

/** When the picture was last held against each PBX, with what was put right then of these queues alone. */
export function checksOf(checks: readonly PictureCheck[], queues: ReadonlySet<QueueId>): ToldCheck[] {
  return checks.map(({ mended, ...check }) => {
    const sum = { queues: 0, members: 0, callers: 0 }
    for (const [id, { queue, member, caller }] of mended) {
      if (!queues.has(id)) continue
      sum.queues += queue
      sum.members += member
      sum.callers += caller
    }
    return { ...check, mended: sum }
  })
}
