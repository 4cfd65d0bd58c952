import { afterEach, describe, expect, it } from 'vitest'
import { type ConnectedLiveCache, createLiveCache, type LiveCacheOptions } from '@/lib/client/live-cache'
import { systemClock } from '@/server/clock'
import { until } from './testing/until'
import { aMember, aQueue, startWallboard, type Wallboard } from './testing/wallboard'

const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

async function start(): Promise<Wallboard> {
  const board = await startWallboard({ clock: systemClock })
  open.push(board)
  return board
}

function browse(board: Wallboard, options: Partial<LiveCacheOptions> = {}): ConnectedLiveCache {
  const cache = createLiveCache({ url: board.url, queues: null, ...options })
  open.push(cache)
  cache.connect()
  return cache
}

describe('the gateway', () => {
  it('gives a browser the whole picture, and then each change', async () => {
    const board = await start()
    const queue = aQueue('support')
    const member = aMember('support', 101)
    board.tables.queues.set(queue.id, queue)
    board.store.flush()
    const cache = browse(board)
    await until(() => cache.status().freshness === 'live')
    expect(cache.record('queues', queue.id)).toEqual(queue)

    board.tables.members.set(member.id, member)
    board.source.touched()
    await until(() => cache.ids('members').length === 1)
    board.tables.members.patch(member.id, { paused: true, pausedReason: 'lunch' })
    board.source.touched()
    await until(() => cache.record('members', member.id)?.paused === true)
    expect(cache.records('members')).toEqual([{ ...member, paused: true, pausedReason: 'lunch' }])
    expect(cache.record('queues', queue.id)).toEqual(queue)
  })
})
