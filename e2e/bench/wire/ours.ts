import type { Member } from '@/lib/domain/member'
import { aCall, aCaller, aMember, aQueue, NOW } from '@/lib/domain/testing/records'
import { systemClock } from '@/server/clock'
import { startWallboard, type Wallboard } from '@/server/socket/testing/wallboard'

export type Size = { queues: number; members: number; calls: number }

/** Our store and gateway with a call centre of that size in it; `members` are per queue. */
export async function startOurs(size: Size): Promise<Wallboard> {
  // Flushes come by hand, or fast enough not to matter.
  const board = await startWallboard({ clock: systemClock })
  for (let q = 0; q < size.queues; q++) {
    const queue = aQueue(`queue-${q}`)
    board.tables.queues.set(queue.id, queue)
    for (let m = 0; m < size.members; m++) {
      const member = memberAt(q, m, { callsTaken: (q * 7 + m) % 40, lastCallAt: 1_795_339_177_000 + m })
      board.tables.members.set(member.id, member)
    }
  }
  for (let c = 0; c < size.calls; c++) {
    const key = `1795339177.${c}`
    const call = aCall(key, { queue: aQueue(`queue-${c % size.queues}`).id })
    const caller = aCaller(`queue-${c % size.queues}`, key, { position: c })
    board.tables.calls.set(call.id, call)
    if (c % 4 === 0) board.tables.callers.set(caller.id, caller)
  }
  board.store.flush()
  return board
}

/** The member number `m` of queue number `q`. */
export function memberAt(q: number, m: number, fields: Partial<Member> = {}): Member {
  const phone = String(1000 + m)
  const login = { membership: 'dynamic', ringInUse: true, loggedInAt: NOW, activitySince: NOW } as const
  return aMember(`queue-${q}`, phone, { name: `Agent ${phone}`, wrapUpSeconds: 10, ...login, ...fields })
}

export function portOf(board: Wallboard): number {
  return Number(new URL(board.url).port)
}
