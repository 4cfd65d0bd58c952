import { describe, expect, it } from 'vitest'
import { queueId } from '@/lib/domain/ids'
import { aCaller, aQueue, PBX } from '@/lib/domain/testing/records'
import { systemClock } from '@/server/clock'
import { EVERYBODY, openAuth, rightsOfRole } from './testing/fake-auth'
import { openFilled, SALES, SUPPORT } from './testing/filled'
import { browse, openSocket, openWallboard } from './testing/opened'
import { until } from './testing/until'
import { MAX_PUBLIC_VIEWS } from './views'

describe('views', () => {
  it('show the queues asked for, by name or by id, and nothing of others', async () => {
    const board = await openFilled()
    for (const [id, queue] of [
      ['1.1', 'support'],
      ['1.2', 'sales'],
    ] as const) {
      const caller = aCaller(queue, id)
      board.tables.callers.set(caller.id, caller)
    }
    board.store.flush()
    const byName = browse(board, { queues: ['support'] })
    const byId = browse(board, { queues: [queueId(PBX, 'sales'), 'no such queue'] })
    await until(() => byName.status().freshness === 'live' && byId.status().freshness === 'live')
    expect([byName.ids('queues'), byName.ids('members'), byName.ids('callers')]).toEqual([
      [queueId(PBX, 'support')],
      [SUPPORT],
      ['main|1.1'],
    ])
    expect([byId.ids('queues'), byId.ids('members'), byId.ids('callers')]).toEqual([
      [queueId(PBX, 'sales')],
      [SALES],
      ['main|1.2'],
    ])
  })

  it('find a queue by what people call it too, and by any case, as Asterisk does', async () => {
    const board = await openWallboard({ clock: systemClock })
    board.tables.queues.set(queueId(PBX, 'q7'), aQueue('q7', { label: 'Night line' }))
    board.tables.queues.set(queueId(PBX, 'sales'), aQueue('sales'))
    board.store.flush()
    const cache = browse(board, { queues: ['night LINE', 'SALES'] })
    await until(() => cache.status().freshness === 'live')
    expect(cache.ids('queues')).toEqual([queueId(PBX, 'q7'), queueId(PBX, 'sales')])
    board.tables.queues.delete(queueId(PBX, 'q7'))
    board.store.flush()
    await until(() => cache.ids('queues').length === 1)
    board.tables.queues.set(queueId(PBX, 'q8'), aQueue('q8', { label: 'Night line' }))
    board.store.flush()
    await until(() => cache.ids('queues').includes(queueId(PBX, 'q8')))
  })

  it('are given for names that no queue can have, and hold nothing for them', async () => {
    const board = await openWallboard({ clock: systemClock })
    board.tables.queues.set(queueId(PBX, 'sales'), aQueue('sales'))
    board.store.flush()
    const tooMany = Array.from({ length: 600 }, (_, index) => `no queue ${index}`)
    const cache = browse(board, { queues: ['x'.repeat(300), 'sales', ...tooMany] })
    await until(() => cache.status().freshness === 'live')
    expect(cache.ids('queues')).toEqual([queueId(PBX, 'sales')])
  })

  it('mask numbers and shorten names where they must', async () => {
    const board = await openFilled({ auth: openAuth({ ...EVERYBODY, rights: rightsOfRole('display') }) })
    const caller = aCaller('support', '1.1', { channel: 'Local/03055501170@in-0000000a;1' })
    const cache = browse(board)
    await until(() => cache.status().freshness === 'live')
    board.tables.callers.set(caller.id, caller)
    board.store.flush()
    await until(() => cache.ids('callers').length === 1)
    expect(cache.records('callers')[0]).toEqual({
      ...caller,
      number: '··17',
      name: 'Tom O.',
      channel: 'Local/··70@in-0000000a;1',
    })
  })

  it('are shared by all with the same rights: one snapshot and one diff for everybody', async () => {
    const board = await openFilled()
    const caches = Array.from({ length: 5 }, (_, index) =>
      browse(board, { queues: index % 2 === 0 ? ['support', 'sales'] : ['sales', 'support'] }),
    )
    await until(() => caches.every((cache) => cache.status().freshness === 'live'))
    board.tables.members.patch(SUPPORT, { paused: true })
    board.store.flush()
    await until(() => caches.every((cache) => cache.record('members', SUPPORT)?.paused === true))
    const stats = board.gateway.stats()
    expect(stats).toMatchObject({ sockets: 5, views: 1, diffs: 1, diffMessages: 5, snapshots: 5 })
    expect(stats.snapshotsBuilt).toBeLessThanOrEqual(2)
    expect(stats.bytesSent).toBeGreaterThan(5 * 200)
  })

  it('that nobody watches are gone', async () => {
    const board = await openFilled()
    const cache = browse(board)
    await until(() => cache.status().freshness === 'live')
    cache.close()
    await until(() => board.gateway.stats().sockets === 0)
    board.tables.members.patch(SUPPORT, { paused: true })
    board.store.flush()
    expect(board.gateway.stats()).toMatchObject({ views: 0, diffs: 0, snapshots: 1 })
  })

  it('can be changed by a browser that subscribes anew', async () => {
    const board = await openFilled()
    const { socket, heard } = openSocket(board)
    socket.emit('subscribe', { queues: ['support'] })
    await until(() => heard.some(({ event }) => event === 'snapshot'))
    socket.emit('subscribe', { queues: ['sales'] })
    await until(() => heard.filter(({ event }) => event === 'snapshot').length === 2)
    const [first, second] = heard.filter(({ event }) => event === 'snapshot').map(({ message }) => message.epoch)
    expect(second).not.toBe(first)
    board.tables.members.patch(SUPPORT, { paused: true })
    board.store.flush()
    board.tables.members.patch(SALES, { paused: true })
    board.store.flush()
    await until(() => heard.some(({ event }) => event === 'diff'))
    expect(heard.filter(({ event }) => event === 'diff').map(({ message }) => message.epoch)).toEqual([second])
  })

  it('are limited in number, and the browser is told', async () => {
    const board = await openFilled()
    const sockets = Array.from({ length: MAX_PUBLIC_VIEWS }, () => openSocket(board))
    for (const [index, { socket }] of sockets.entries()) socket.emit('subscribe', { queues: [`queue ${index}`] })
    await until(() => board.gateway.stats().views === MAX_PUBLIC_VIEWS)
    const refused: string[] = []
    browse(board, { queues: ['one more'], onRefused: (why) => refused.push(why) })
    await until(() => refused.length > 0)
    expect(refused[0]).toMatch(/100 different selections/)
    const known = browse(board, { queues: ['queue 7'] })
    await until(() => known.status().freshness === 'live')
  })
})
