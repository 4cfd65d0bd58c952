import type { Wallboard } from '@/server/socket/testing/wallboard'
import { pause, steadyNow } from './measure'
import { memberAt, type Size } from './ours'

/** Changes come in bursts this often, in ms. */
const BURST_MS = 10
/** About one change of each flush is watched, at another moment of it each time: a screen waits for the flush, and on average half of it. */
const WATCHED = 97

/** Changes members of a house for so long, `perSecond` of them, and stamps some with their moment. */
export async function changesFor(seconds: number, board: Wallboard, size: Size, perSecond: number): Promise<void> {
  const began = steadyNow()
  for (let number = 0; steadyNow() - began < seconds * 1000; await pause(BURST_MS)) {
    const due = ((steadyNow() - began) / 1000) * perSecond
    for (; number < due; number++) {
      const member = memberAt(number % size.queues, number % size.members)
      const watched = number % WATCHED === 0 ? { loggedInAt: steadyNow() } : {}
      board.tables.members.patch(member.id, { callsTaken: number, ...watched })
      board.source.touched()
    }
  }
}
