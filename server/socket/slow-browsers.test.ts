import { connect, type Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { aQueue } from '@/lib/domain/testing/records'
import { systemClock } from '@/server/clock'
import { FixedClock } from '@/server/testing/fixed-clock'
import { browse, closeAfterTest, openWallboard } from './testing/opened'
import { until } from './testing/until'
import type { Wallboard } from './testing/wallboard'

/** A browser that subscribes, hears that it is welcome, and then never reads again. */
async function openDeaf(board: Wallboard): Promise<Socket> {
  const socket = connect(Number(new URL(board.url).port), '127.0.0.1')
  closeAfterTest(() => socket.destroy())
  socket.on('error', () => {})
  let heard = ''
  socket.on('data', (chunk) => {
    heard += chunk.toString('latin1')
  })
  socket.write(
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n' +
      'Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
  )
  await until(() => heard.includes('0{"sid"'))
  socket.write(frame('40'))
  await until(() => heard.includes('"hello"'))
  socket.write(frame('42["subscribe",{"queues":null}]'))
  await until(() => heard.includes('"heartbeat"'))
  socket.pause()
  return socket
}

/** A masked text frame, its mask all zeros (RFC 6455, 5.2). */
function frame(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)])
}

/** Changes a record so that its diff has about so many bytes. */
function change(board: Wallboard, bytes: number, round: number): void {
  board.tables.queues.set(aQueue('noise').id, aQueue('noise', { label: `${round}`.padEnd(bytes, 'x') }))
  board.store.flush()
}

describe('a browser that stops reading', () => {
  it('is cut when more than 6 MB wait for it, and the others notice nothing', async () => {
    const clock = new FixedClock()
    const board = await openWallboard({ clock })
    await openDeaf(board)
    const other = browse(board)
    await until(() => other.status().freshness === 'live')
    for (let round = 1; board.gateway.stats().cutBrowsers === 0; round++) {
      change(board, 1_000_000, round)
      await until(() => other.record('queues', aQueue('noise').id)?.label.startsWith(`${round}x`) === true)
      clock.advance(1000)
      expect(board.gateway.stats().bufferedBytes).toBeLessThan(8_000_000)
      if (round > 7) expect(round, 'rounds until it was cut').toBeLessThan(40)
    }
    await until(() => board.gateway.stats().sockets === 1)
    expect(other.status().socket).toBe('connected')
    clock.advance(1000)
    expect(board.gateway.stats()).toMatchObject({ cutBrowsers: 1, bufferedBytes: 0 })
  })

  it('is cut when bytes wait for it for 7 s without one getting away', async () => {
    const clock = new FixedClock()
    const board = await openWallboard({ clock })
    await openDeaf(board)
    for (let round = 1; board.gateway.stats().bufferedBytes === 0; round++) {
      change(board, 500_000, round)
      await new Promise((next) => setImmediate(next))
      if (round % 4 === 0) clock.advance(1000)
    }
    expect(board.gateway.stats().cutBrowsers).toBe(0)
    clock.advance(8000)
    expect(board.gateway.stats().cutBrowsers).toBe(1)
    await until(() => board.gateway.stats().sockets === 0)
  })

  it('and one that reads is left alone, however long it takes', async () => {
    const board = await openWallboard({ clock: systemClock })
    const cache = browse(board)
    await until(() => cache.status().freshness === 'live')
    for (let round = 1; round <= 20; round++) change(board, 500_000, round)
    await until(() => cache.position()?.seq === 20)
    expect(board.gateway.stats().cutBrowsers).toBe(0)
  })
})
