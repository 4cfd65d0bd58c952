import { describe, expect, it, vi } from 'vitest'
import type { Receipt } from '@/lib/protocol/receipts'
import type { Mine, Viewer } from '@/lib/protocol/viewer'
import { NOTHING_PERSONAL } from './personal'
import { HandCranked } from './testing/hand-cranked'

const viewer: Viewer = {
  kind: 'account',
  id: 'a1',
  name: 'Ana',
  role: 'agent',
  queues: ['support'],
  numbers: 'own',
  permissions: { dial: null },
  phones: [],
}
const mine: Mine = { type: 'mine', calls: [] }
const receipt = (id: string, startedAt: number, fields: Partial<Receipt> = {}): Receipt => ({
  id,
  type: 'dial',
  subject: { who: null, queue: null, value: '117' },
  startedAt,
  state: 'underway',
  steps: [],
  reason: null,
  detail: null,
  cancellable: true,
  undo: null,
  ...fields,
})

describe('what is told to one person', () => {
  it('is nothing at first', () => {
    expect(new HandCranked().cache.personal()).toEqual(NOTHING_PERSONAL)
  })

  it('is kept, and those who watch are told of each change', () => {
    const hand = new HandCranked()
    const listener = vi.fn()
    const stop = hand.cache.subscribePersonal(listener)
    hand.say({ type: 'viewer', viewer })
    hand.say({ type: 'mine', mine })
    expect(hand.cache.personal()).toEqual({ ...NOTHING_PERSONAL, viewer, mine })
    stop()
    hand.say({ type: 'viewer', viewer: { ...viewer, role: 'display' } })
    expect(listener).toHaveBeenCalledTimes(2)
  })

  it('is that lost callers are otherwise, each time', () => {
    const hand = new HandCranked()
    hand.say({ type: 'lost' })
    hand.say({ type: 'lost' })
    expect(hand.cache.personal()).toEqual({ ...NOTHING_PERSONAL, lost: 2 })
  })

  it('are receipts, each as it stands, the newest first', () => {
    const hand = new HandCranked()
    hand.say({ type: 'receipt', receipt: receipt('one', 1) })
    hand.say({ type: 'receipt', receipt: receipt('two', 2) })
    hand.say({ type: 'receipt', receipt: receipt('one', 1, { state: 'done' }) })
    expect(hand.cache.personal().receipts.map(({ id, state }) => [id, state])).toEqual([
      ['two', 'underway'],
      ['one', 'done'],
    ])
  })

  it('is not more than the newest fifty receipts', () => {
    const hand = new HandCranked()
    for (let at = 1; at <= 60; at++) hand.say({ type: 'receipt', receipt: receipt(`r${at}`, at) })
    expect(hand.cache.personal().receipts.map(({ startedAt }) => startedAt)).toEqual(
      Array.from({ length: 50 }, (_, index) => 60 - index),
    )
  })

  it('is forgotten when the session ends', () => {
    const hand = new HandCranked()
    hand.say({ type: 'viewer', viewer })
    hand.say({ type: 'signedOut' })
    expect(hand.cache.personal()).toEqual({ ...NOTHING_PERSONAL, signedOut: true })
  })

  it.each([
    { type: 'viewer', viewer: null },
    { type: 'viewer', viewer: { kind: 'account', role: 'admin' } },
    { type: 'mine', mine: { calls: [{}] } },
    { type: 'mine', mine: 7 },
    { type: 'receipt', receipt: { id: 7 } },
    { type: 'receipt', receipt: { ...receipt('x', 1), steps: [null] } },
    { type: 'receipt', receipt: { ...receipt('x', 1), startedAt: null } },
  ])('changes nothing when it has not the right shape: %j', (message) => {
    const hand = new HandCranked()
    const listener = vi.fn()
    hand.cache.subscribePersonal(listener)
    hand.say(message as never)
    expect(hand.cache.personal()).toBe(NOTHING_PERSONAL)
    expect(listener).not.toHaveBeenCalled()
  })
})
