import { describe, expect, test, vi } from 'vitest'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import { extensionId, queueId } from '@/lib/domain/ids'
import type { LiveState } from '@/lib/domain/live-state'
import {
  aMailbox,
  aMember,
  anEndpoint,
  anExtension,
  aPhoneChannel,
  aQueue,
  byId,
  NOW,
  PBX,
} from '@/lib/domain/testing/records'
import { NO_HOUSE, PhonesBoard, type PhonesHouse } from './phones-board'
import { type PhonesView, USUAL_VIEW } from './phones-view'

const idOf = (exten: string) => extensionId(PBX, exten, 'internal')
const { compare } = new Intl.Collator('en', { numeric: true })

function aHouse(): Partial<LiveState> {
  return {
    extensions: byId([
      anExtension('101', { status: 1 }),
      anExtension('102'),
      anExtension('1010', { status: 8 }),
      anExtension('*28', { hint: 'Custom:night', status: 1 }),
    ]),
    endpoints: byId([anEndpoint('101'), anEndpoint('102', { reach: 'unreachable' }), anEndpoint('1010')]),
    phoneChannels: byId([
      aPhoneChannel('101', '1.1', { otherEndpoint: 'PJSIP/1010', otherNumber: '1010', otherName: null }),
      aPhoneChannel('1010', '1.2', { state: 'ringing', otherEndpoint: 'PJSIP/101', otherName: 'Self told' }),
    ]),
    mailboxes: byId([aMailbox('102', { name: 'Łucja Zielińska', newMessages: 3 })]),
    queues: byId([aQueue('support', { label: 'Support' })]),
    members: byId([aMember('support', '1010', { name: 'Anna Petrova' })]),
  }
}

function aBoard(view: Partial<PhonesView> = {}, house: Partial<PhonesHouse> = {}) {
  const cache = new FixtureCache(aHouse(), NOW)
  const board = new PhonesBoard({ cache, compare }, { ...USUAL_VIEW, ...view }, { ...NO_HOUSE, ...house })
  return { cache, board }
}

const shown = (board: PhonesBoard) =>
  board
    .picture()
    .sections.map(({ kind, label, state, ids }) => [
      label ?? state ?? kind,
      ids.map((id) => board.row(id)?.phone.number),
    ])

describe('the phones', () => {
  test('stand by number, lamps that are no phones last', () => {
    expect(shown(aBoard().board)).toEqual([
      ['all', ['101', '102', '1010']],
      ['keys', ['*28']],
    ])
  })

  test('of one’s own and starred ones come first', () => {
    const own = [{ pbx: PBX, interface: 'PJSIP/1010', exten: '1010', label: null }]
    const { board } = aBoard({}, { own, starred: new Set([idOf('102')]) })
    expect(shown(board)[0]).toEqual(['mine', ['1010', '102']])
    expect(shown(board)[1]).toEqual(['all', ['101']])
  })

  test('are grouped by queue, by state and by letter', () => {
    expect(shown(aBoard({ by: 'queue' }).board)).toEqual([
      ['Support', ['1010']],
      ['noQueue', ['101', '102']],
      ['keys', ['*28']],
    ])
    expect(shown(aBoard({ by: 'state' }).board).map(([head]) => head)).toEqual(['ringing', 'onCall', 'ready', 'keys'])
    expect(shown(aBoard({ by: 'letter' }).board)).toEqual([
      ['A', ['1010']],
      ['L', ['102']],
      ['S', ['101']],
      ['keys', ['*28']],
    ])
  })

  test('are found by number, name without accents, and whom they talk to', () => {
    const found = (find: string) => shown(aBoard({ find }).board).flatMap(([, numbers]) => numbers)
    expect(found('102')).toEqual(['102'])
    expect(found('lucja')).toEqual(['102'])
    expect(found('petrova')).toEqual(['101', '1010'])
    expect(found('nobody')).toEqual([])
  })

  test('are filtered by state, by what is to be noticed, and by a group of queues', () => {
    expect(shown(aBoard({ filter: 'unreachable' }).board)).toEqual([['all', ['102']]])
    expect(shown(aBoard({ filter: 'messages' }).board)).toEqual([['all', ['102']]])
    expect(shown(aBoard({ group: 'Care' }, { queueGroups: { Care: ['SUPPORT'] } }).board)).toEqual([['all', ['1010']]])
  })

  test('are counted before the filters', () => {
    const { total, keys, counts, shown, messages } = aBoard({ filter: 'ringing' }).board.picture()
    expect({ total, keys, shown, messages }).toEqual({ total: 3, keys: 1, shown: 1, messages: 3 })
    expect(counts).toMatchObject({ ringing: 1, onCall: 1, ready: 1, unreachable: 1, messages: 1 })
  })
})

describe('a row', () => {
  test('tells with whom: a colleague by name, whom the call leads to', () => {
    expect(aBoard().board.row(idOf('101'))).toMatchObject({ otherName: 'Anna Petrova', otherId: idOf('1010') })
  })

  test('that dials a colleague tells whom, before it rings there', () => {
    const { board, cache } = aBoard()
    const dialing = { state: 'dialing', otherNumber: '1010', otherName: null } as const
    cache.put('phoneChannels', aPhoneChannel('102', '1.4').id, aPhoneChannel('102', '1.4', dialing))
    board.start()()
    expect(board.row(idOf('102'))).toMatchObject({ otherName: 'Anna Petrova', otherId: idOf('1010') })
  })

  test('has an account’s name before a member’s, and its mailbox’s where there is no other', () => {
    const people = [{ pbx: PBX, interface: 'PJSIP/1010', name: 'A. Petrova', exten: '1010' }]
    const { board } = aBoard({}, { people })
    expect(board.row(idOf('1010'))?.name).toBe('A. Petrova')
    expect(board.row(idOf('102'))?.name).toBe('Łucja Zielińska')
  })

  test('keeps the name that a phone told in a call that has ended', async () => {
    const { board, cache } = aBoard()
    const stop = board.start()
    expect(board.row(idOf('101'))?.name).toBe('Self told')
    cache.put('phoneChannels', aPhoneChannel('1010', '1.2').id, undefined)
    await Promise.resolve()
    expect(board.row(idOf('101'))?.name).toBe('Self told')
    stop()
  })

  test('of a queue has the queue', () => {
    expect(aBoard().board.row(idOf('1010'))?.queues).toEqual([queueId(PBX, 'support')])
  })
})

test('a change of one phone leaves all other rows, and the order, the very same', async () => {
  const { board, cache } = aBoard()
  const stop = board.start()
  const before = ['101', '102', '1010'].map((exten) => board.row(idOf(exten)))
  const { sections } = board.picture()
  const listener = vi.fn()
  board.subscribe(listener)
  cache.put('endpoints', anEndpoint('102').id, anEndpoint('102', { roundTripMs: 40, reach: 'unreachable' }))
  await Promise.resolve()
  expect(listener).toHaveBeenCalledTimes(1)
  expect(['101', '102', '1010'].map((exten) => board.row(idOf(exten)))).toEqual([
    before[0],
    expect.objectContaining({ roundTripMs: 40 }),
    before[2],
  ])
  expect(board.row(idOf('101'))).toBe(before[0])
  // This one is a member of a queue.
  expect(board.row(idOf('1010'))).toBe(before[2])
  expect(board.picture().sections).toBe(sections)
  stop()
})
