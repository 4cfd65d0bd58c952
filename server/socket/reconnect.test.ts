import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { browserSurroundings, type Surroundings } from '@/lib/client/surroundings'
import { systemClock } from '@/server/clock'
import { browse, openWallboard } from './testing/opened'
import { until } from './testing/until'

/** A browser whose network comes and goes when a test says so. */
function handOperated() {
  const on = { wake: () => {}, offline: () => {} }
  const surroundings: Surroundings = {
    ...browserSurroundings,
    onWake(callback) {
      on.wake = callback
      return () => {}
    },
    onOffline(callback) {
      on.offline = callback
      return () => {}
    },
  }
  return { on, surroundings }
}

describe('a browser whose network changes', () => {
  it('connects anew when it says it is offline and the server is there all the same', async () => {
    const board = await openWallboard({ clock: systemClock })
    const { on, surroundings } = handOperated()
    const cache = browse(board, { surroundings })
    await until(() => cache.status().freshness === 'live')
    on.offline()
    expect(cache.status().freshness).toBe('stale')
    await until(() => cache.status().freshness === 'live')
    await until(() => board.gateway.stats().sockets === 1)
  })

  it('tries at once when woken, before its first connection and between two attempts', async () => {
    let attempts = 0
    const deaf = createServer((socket) => {
      attempts += 1
      socket.destroy()
    })
    await once(deaf.listen(0, '127.0.0.1'), 'listening')
    const { port } = deaf.address() as AddressInfo
    const { on, surroundings } = handOperated()
    const cache = browse({ url: `http://127.0.0.1:${port}` }, { surroundings })
    on.wake()
    await until(() => attempts > 0, 'an attempt that fails')
    await once(deaf.close(), 'close')
    const second = await openWallboard({ clock: systemClock, port })
    on.wake()
    on.wake()
    await until(() => cache.status().freshness === 'live')
    await until(() => second.gateway.stats().sockets === 1)
  })

  it('comes back when the server cuts the connection', async () => {
    const board = await openWallboard({ clock: systemClock })
    const sockets = new Set<{ destroy(): unknown }>()
    board.http.on('connection', (socket) => sockets.add(socket))
    const cache = browse(board)
    await until(() => cache.status().freshness === 'live')
    for (const socket of sockets) socket.destroy()
    await until(() => cache.status().freshness === 'stale')
    await until(() => cache.status().freshness === 'live')
  })
})
