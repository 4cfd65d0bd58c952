import { aMember, aQueue } from '@/lib/domain/testing/records'
import { systemClock } from '@/server/clock'
import { openWallboard } from './opened'
import type { Wallboard } from './wallboard'

/** Two queues with an agent each. */
export function fill(board: Wallboard): void {
  for (const name of ['support', 'sales']) {
    const [queue, member] = [aQueue(name), aMember(name, '101')]
    board.tables.queues.set(queue.id, queue)
    board.tables.members.set(member.id, member)
  }
  board.store.flush()
}

/** A wallboard that shows them. */
export async function openFilled(options: Partial<Parameters<typeof openWallboard>[0]> = {}): Promise<Wallboard> {
  const board = await openWallboard({ clock: systemClock, ...options })
  fill(board)
  return board
}

/** Who is in them. */
export const SUPPORT = aMember('support', '101').id
export const SALES = aMember('sales', '101').id
