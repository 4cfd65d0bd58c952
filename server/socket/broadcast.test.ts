import { describe, expect, it } from 'vitest'
import { aQueue } from '@/lib/domain/testing/records'
import { systemClock } from '@/server/clock'
import { textFrame } from './broadcast'
import { browse, openWallboard } from './testing/opened'
import { until } from './testing/until'

describe('what is said to many browsers at once', () => {
  it.each([0, 1, 125, 126, 65_535, 65_536, 100_000])('is one frame for a text of %i bytes', (length) => {
    const frame = textFrame('x'.repeat(length))
    const head = length < 126 ? [0x81, length] : length < 65_536 ? [0x81, 126, length >> 8, length & 255] : null
    expect([...frame.subarray(0, frame.length - length)]).toEqual(
      head ?? [0x81, 127, 0, 0, 0, 0, 0, length >> 16, (length >> 8) & 255, length & 255],
    )
  })

  it.each([1, 50, 60, 130, 65_400, 70_000])('arrives whole, also beyond ASCII, with %i letters', async (letters) => {
    const board = await openWallboard({ clock: systemClock })
    const caches = [browse(board), browse(board)]
    await until(() => caches.every((cache) => cache.status().freshness === 'live'))
    const queue = aQueue('support', { label: 'ж'.repeat(letters) })
    board.tables.queues.set(queue.id, queue)
    board.store.flush()
    await until(() => caches.every((cache) => cache.record('queues', queue.id)?.label === queue.label))
    expect(board.gateway.stats().snapshots).toBe(2)
  })
})
