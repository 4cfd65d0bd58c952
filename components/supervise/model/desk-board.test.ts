import { beforeEach, describe, expect, test, vi } from 'vitest'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import type { Call } from '@/lib/domain/call'
import type { Member } from '@/lib/domain/member'
import { aCall, aCaller, aMember, aQueue, NO_LIMITS, NOW, stateOf } from '@/lib/domain/testing/records'
import { agentIdOf } from './agent-row'
import { DeskBoard } from './desk-board'
import { DEFAULT_VIEW, type DeskView } from './desk-view'

const support = aQueue('support', { label: 'Support', limits: { ...NO_LIMITS, waitCritical: 300 } })
const sales = aQueue('sales', { label: 'Sales' })
const anna = aMember('support', '101', { name: 'Петрова Анна', activity: 'onCall', inCall: true, activitySince: NOW })
const annaInSales = aMember('sales', '101', { name: 'Петрова Анна', penalty: 2, callsTaken: 3 })
const bob = aMember('support', '102', { name: 'Bob', paused: true, pausedReason: 'Lunch', lastPauseAt: NOW - 60_000 })
const zoe = aMember('sales', '103', { name: 'Zoë', activity: 'unavailable', device: 'unavailable' })
const elise = aCaller('support', 'e', { name: 'Élise', number: '+33 1 4567', joinedAt: NOW - 200_000 })
const tom = aCaller('sales', 't', { name: 'Tom', joinedAt: NOW - 20_000, priority: 2 })
const talk: Call = aCall('talk', {
  queue: support.id,
  agent: 'PJSIP/101',
  to: { name: null, number: '101', channel: 'PJSIP/101-0000000a' },
  from: { name: 'Иван', number: '+7 495 1', channel: 'PJSIP/trunk-0000000b' },
})

let cache: FixtureCache
let board: DeskBoard

function show(view: Partial<DeskView> = {}, queueGroups: Record<string, string[]> = {}): void {
  board.show({ ...DEFAULT_VIEW, ...view }, { queueGroups, pauseLimits: new Map([['lunch', 120_000]]) })
}

function names(): string[] {
  return board
    .picture()
    .agents.map((item) => (item.kind === 'head' ? `# ${item.key}` : (board.agent(item.id)?.agent.name ?? '')))
}

beforeEach(() => {
  const members = [anna, annaInSales, bob, zoe]
  cache = new FixtureCache(stateOf({ queues: [support, sales], members, callers: [elise, tom] }), NOW)
  cache.put('calls', talk.id, talk)
  board = new DeskBoard({
    cache,
    order: [],
    compare: (one, other) => (one < other ? -1 : 1),
    now: () => cache.now(),
    view: DEFAULT_VIEW,
    house: { queueGroups: {}, pauseLimits: new Map() },
  })
  show()
})

test('one agent in two queues is one row, with the state of the call and who is on the line', () => {
  const row = board.agent(agentIdOf(anna))
  expect(row).toMatchObject({ state: 'onCall', exten: '101', queue: support.id, withWhom: 'Иван', callsTaken: 3 })
  expect(board.call(talk.id)).toMatchObject({ first: 'to', firstName: 'Петрова Анна', secondName: 'Иван' })
})

test('who needs somebody stands first', () => {
  expect(names()).toEqual(['Zoë', 'Петрова Анна', 'Bob'])
})

test('a pause over its limit comes before those at work, at the moment it is over', () => {
  cache.setNow(NOW + 60_002)
  board.tick()
  expect(board.agent(agentIdOf(bob))?.overLimit).toBe(true)
  expect(names()).toEqual(['Zoë', 'Bob', 'Петрова Анна'])
})

test('a wait over the limit shows at the moment it is over', () => {
  expect(board.caller(elise.id)?.over).toBeNull()
  cache.setNow(NOW + 100_002)
  board.tick()
  expect(board.caller(elise.id)?.over).toBe('critical')
})

describe('filters', () => {
  test('a queue shows its own callers, calls and agents, and counts them alone', () => {
    show({ queues: ['SALES'] })
    const { queues, callers, calls, waiting, agentCount } = board.picture()
    expect({ queues, callers, calls }).toEqual({ queues: [sales.id], callers: [tom.id], calls: [] })
    expect({ waiting, agentCount }).toEqual({ waiting: 1, agentCount: 2 })
  })

  test('a group shows its queues', () => {
    show({ group: 'Care' }, { Care: ['support'] })
    expect(board.picture().queues).toEqual([support.id])
    expect(names()).toEqual(['Петрова Анна', 'Bob'])
  })

  test('a state shows those agents, and the counts of all', () => {
    show({ state: 'paused' })
    expect(names()).toEqual(['Bob'])
    expect(board.picture().crew).toMatchObject({ paused: 1, onCall: 1, unavailable: 1 })
  })

  test('the search finds names, numbers and extensions in every panel', () => {
    show({ find: 'анна' })
    expect(names()).toEqual(['Петрова Анна'])
    expect(board.picture().calls).toEqual([talk.id])
    show({ find: 'elise' })
    expect(board.picture().callers).toEqual([elise.id])
    show({ find: '102' })
    expect(names()).toEqual(['Bob'])
  })
})

describe('order and groups', () => {
  test('the longest wait first, or by another column', () => {
    expect(board.picture().callers).toEqual([elise.id, tom.id])
    show({ sorts: { ...DEFAULT_VIEW.sorts, callers: { column: 'priority', down: true } } })
    expect(board.picture().callers).toEqual([tom.id, elise.id])
  })

  test('what has no value stands last in either direction', () => {
    for (const down of [true, false]) {
      show({ sorts: { ...DEFAULT_VIEW.sorts, agents: { column: 'time', down } } })
      expect(names().at(-1)).toBe('Zoë')
    }
  })

  test('by queue an agent stands in each of the queues', () => {
    show({ by: 'queue' })
    expect(names()).toEqual([`# ${sales.id}`, 'Zoë', 'Петрова Анна', `# ${support.id}`, 'Петрова Анна', 'Bob'])
  })

  test('by state only states that there are', () => {
    show({ by: 'state' })
    expect(names()).toEqual(['# onCall', 'Петрова Анна', '# paused', 'Bob', '# unavailable', 'Zoë'])
  })
})

describe('a change', () => {
  async function change(member: Member): Promise<void> {
    const stop = board.start()
    cache.put('members', member.id, member)
    await Promise.resolve()
    stop()
  }

  test('of one member replaces one row and no other', async () => {
    const before = [anna, bob, zoe].map((member) => board.agent(agentIdOf(member)))
    await change({ ...bob, pausedReason: 'Break' })
    const after = [anna, bob, zoe].map((member) => board.agent(agentIdOf(member)))
    expect(after.map((row, i) => row === before[i])).toEqual([true, false, true])
  })

  test('that moves nobody leaves the lists as they are', async () => {
    const { agents, callers, calls, queues } = board.picture()
    await change({ ...bob, pausedReason: 'Break' })
    const after = board.picture()
    expect(after.agents).toBe(agents)
    expect(after.callers).toBe(callers)
    expect(after.calls).toBe(calls)
    expect(after.queues).toBe(queues)
  })

  test('of several families in one message is taken in once', async () => {
    const told = vi.fn()
    board.subscribe(told)
    const stop = board.start()
    told.mockClear()
    cache.put('members', bob.id, { ...bob, paused: false })
    cache.put('callers', tom.id, undefined)
    await Promise.resolve()
    stop()
    expect(told).toHaveBeenCalledTimes(1)
    expect(board.picture().callers).toEqual([elise.id])
  })
})
