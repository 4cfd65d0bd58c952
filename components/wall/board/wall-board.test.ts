import { describe, expect, test } from 'vitest'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import type { LiveState } from '@/lib/domain/live-state'
import { aKpi } from '@/lib/domain/testing/kpis'
import { aCaller, aMember, aQueue, NO_LIMITS, NOW, stateOf } from '@/lib/domain/testing/records'
import { WallBoard } from './wall-board'

const { compare } = new Intl.Collator('en')
const settled = () => new Promise<void>((resolve) => queueMicrotask(resolve))

function boardOver(state: Partial<LiveState>, names: readonly string[] | null = null) {
  const cache = new FixtureCache(state, NOW)
  const board = new WallBoard({ cache, names, order: [], window: 'today', compare, now: cache.now })
  board.start()
  return { cache, board }
}

const support = aQueue('support', { limits: { ...NO_LIMITS, waitCritical: 60, levelWarning: 80 } })
const sales = aQueue('sales')
const kpis = [
  aKpi('support', { answered: 90, answeredInTime: 70, lost: 10 }),
  aKpi('sales', { answered: 300, answeredInTime: 270 }),
]

describe('what a change touches', () => {
  test('a queue keeps its view while another one changes', async () => {
    const { cache, board } = boardOver(stateOf({ queues: [support, sales] }))
    const before = board.queue(sales.id)
    const caller = aCaller('support', 'support-1', { joinedAt: NOW - 5000 })
    cache.put('callers', caller.id, caller)
    await settled()
    expect(board.queue(support.id)?.figures.waiting).toBe(1)
    expect(board.queue(sales.id)).toBe(before)
  })

  test('agents who did not change keep their views', async () => {
    const [alice, bob] = [aMember('sales', 'Alice'), aMember('sales', 'Bob')]
    const { cache, board } = boardOver(stateOf({ queues: [sales], members: [alice, bob] }))
    const [aliceBefore] = board.picture().agents
    cache.put('members', bob.id, { ...bob, paused: true, pausedReason: 'lunch' })
    await settled()
    const [aliceAfter, bobAfter] = board.picture().agents
    expect(aliceAfter).toBe(aliceBefore)
    expect(bobAfter).toMatchObject({ name: 'Bob', state: 'paused', reason: 'lunch' })
    expect(board.picture().crew).toMatchObject({ ready: 1, paused: 1 })
  })

  test('what shows nothing new is no change at all', async () => {
    const alice = aMember('sales', 'Alice')
    const { cache, board } = boardOver(stateOf({ queues: [sales], members: [alice] }))
    const [picture, view] = [board.picture(), board.queue(sales.id)]
    cache.put('members', alice.id, { ...alice, penalty: 5 })
    await settled()
    expect(board.picture()).toBe(picture)
    expect(board.queue(sales.id)).toBe(view)
  })

  test('a queue that is gone leaves nothing behind', async () => {
    const { cache, board } = boardOver(stateOf({ queues: [support, sales] }))
    cache.put('queues', support.id, undefined)
    await settled()
    expect(board.picture().order).toEqual([sales.id])
    expect(board.queue(support.id)).toBeUndefined()
  })
})

describe('what the clock alone changes', () => {
  test('a wait that passes its limit raises the alarm at that second', () => {
    const caller = aCaller('support', 'support-1', { joinedAt: NOW - 59_000 })
    const { cache, board } = boardOver(stateOf({ queues: [support, sales], callers: [caller] }))
    const salesBefore = board.queue(sales.id)
    cache.setNow(NOW + 1000)
    board.tick()
    expect(board.queue(support.id)?.alarm.level).toBe('calm')
    cache.setNow(NOW + 1001)
    board.tick()
    expect(board.queue(support.id)).toMatchObject({ alarm: { level: 'critical' }, overSince: caller.joinedAt })
    expect(board.queue(sales.id)).toBe(salesBefore)
  })

  test('a second in which nothing is due tells nobody', () => {
    const { cache, board } = boardOver(
      stateOf({ queues: [support], callers: [aCaller('support', 'support-1', { joinedAt: NOW - 90_000 })] }),
    )
    let told = 0
    board.subscribe(() => told++)
    cache.setNow(NOW + 1000)
    board.tick()
    expect(told).toBe(0)
  })

  test('wrap-up ends by itself', () => {
    const alice = aMember('sales', 'Alice', { lastCallAt: NOW - 10_000, wrapUpSeconds: 15 })
    const { cache, board } = boardOver(stateOf({ queues: [sales], members: [alice] }))
    expect(board.picture().agents[0]?.state).toBe('wrapUp')
    cache.setNow(NOW + 5000)
    board.tick()
    expect(board.picture().agents[0]?.state).toBe('ready')
    expect(board.queue(sales.id)?.figures).toMatchObject({ ready: 1, onCall: 0 })
  })
})

describe('the sums', () => {
  test('weigh service levels by calls and take the longest wait of all', () => {
    const callers = [
      aCaller('support', 'support-1', { joinedAt: NOW - 5000 }),
      aCaller('sales', 'sales-1', { joinedAt: NOW - 9000 }),
    ]
    const { board } = boardOver(stateOf({ queues: [support, sales], callers, kpis }))
    expect(board.picture().totals).toEqual({
      waiting: 2,
      longestSince: NOW - 9000,
      serviceLevel: 85,
      answered: 390,
      lost: 10,
      daySince: kpis[0]?.since,
      unseenMs: 0,
    })
  })

  test('count only the queues shown, and an agent of two of them once', () => {
    const members = [aMember('support', 'Alice'), aMember('sales', 'Alice'), aMember('night', 'Zoë')]
    const { board } = boardOver(stateOf({ queues: [support, sales, aQueue('night')], members }), ['support', 'sales'])
    expect(board.picture().agents.map(({ name }) => name)).toEqual(['Alice'])
  })
})

describe('the figures of a window', () => {
  test('raise the alarm of the service level, and are no alarm before they are there', async () => {
    const { cache, board } = boardOver(stateOf({ queues: [support], members: [aMember('support', 'Alice')] }))
    expect(board.queue(support.id)).toMatchObject({ level: null, alarm: { level: 'calm' } })
    const [kpi] = kpis
    cache.put('kpis', support.id, kpi)
    await settled()
    expect(board.queue(support.id)).toMatchObject({ level: 70, alarm: { level: 'warning' } })
  })

  test('of another window leave everything as it is', async () => {
    const { cache, board } = boardOver(stateOf({ queues: [support], kpis }))
    const [view, { totals }] = [board.queue(support.id), board.picture()]
    cache.put(
      'kpis',
      support.id,
      aKpi('support', { answered: 90, answeredInTime: 70, lost: 10 }, { windows: ['today', 'last60'] }),
    )
    await settled()
    expect(board.queue(support.id)).toBe(view)
    expect(board.picture().totals).toBe(totals)
  })
})

describe('the lane of the worst', () => {
  const busy = (name: string, waiting: number) =>
    Array.from({ length: waiting }, (_, i) => aCaller(name, `${name}${i}`, { position: i + 1, joinedAt: NOW - 1000 }))
  const queues = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) =>
    aQueue(name, { limits: { ...NO_LIMITS, waitingCritical: 3 } }),
  )

  test('holds those with most waiting, and keeps them while none is in worse trouble', async () => {
    const callers = [...busy('c', 2), ...busy('f', 1)]
    const { cache, board } = boardOver(
      stateOf({ queues, callers, members: queues.map(({ name }) => aMember(name, 'x')) }),
    )
    const before = board.picture().worst
    expect(before.slice(0, 2)).toEqual([queues[2]?.id, queues[5]?.id])
    for (const caller of busy('e', 3)) cache.put('callers', caller.id, caller)
    await settled()
    expect(board.picture().worst).toBe(before)
  })

  test('lets a queue in at once when its level is worse', async () => {
    const { cache, board } = boardOver(stateOf({ queues, callers: busy('c', 2) }))
    for (const caller of busy('f', 4)) cache.put('callers', caller.id, caller)
    await settled()
    expect(board.picture().worst[0]).toBe(queues[5]?.id)
  })
})
