import { describe, expect, it } from 'vitest'
import { hears, isLetDown, joins, joinsNext, leaves, OneCaller, type Said } from './testing/one-caller'

const tick: Said = { type: 'tick' }
const asking = (status: string | null, tellsPlaces = false) => {
  return new OneCaller({ askStatus: async () => status, tellsPlaces: () => tellsPlaces })
}

it.each([
  ['TIMEOUT', 'timedOut'],
  ['WITHDRAW', 'withdrawn'],
  ['LEAVEEMPTY', 'noAgents'],
  ['', 'moved'],
  [null, 'lost'],
  // Any dialplan may set any word.
  ['constructor', 'lost'],
])('who was let down and stands in the next queue at once ended as the dialplan says: %s', async (status, ending) => {
  const caller = asking(status).says([0, joins], [4, isLetDown('billing')], [4, leaves], [4, joinsNext])
  const { visits } = await caller.answered()
  expect(visits.map((visit) => [visit.queue, visit.ending, visit.leftAt])).toEqual([
    ['billing', ending, 4_000],
    ['sales', null, null],
  ])
})

it('a word of the dialplan’s own ends nobody’s waiting', () => {
  const { visits } = new OneCaller().says([0, joins], [2, hears('constructor')])
  expect(visits).toMatchObject([{ ending: null, leftAt: null }])
})

describe('who was let go by one queue, and left the next', () => {
  const both = [
    [0, joins],
    [4, isLetDown('billing')],
    [4, joinsNext],
  ] as const
  const letGoThere = [
    [9, isLetDown('sales', 'in|sales|2')],
    [12, tick],
  ] as const
  const endingIn = ({ visits }: OneCaller) => visits.find(({ queue }) => queue === 'sales')?.ending

  it('was moved, where they stand elsewhere by then: what the queue before has left as its word is no word on this one', async () => {
    const caller = await asking('TIMEOUT')
      .says(...both, [9, isLetDown('sales', 'in|echo|1')])
      .answered()
    expect(endingIn(caller)).toBe('moved')
  })

  it.each([
    ['is lost, nobody knows how, where the word is the same as before and may be the old one', false, 'lost'],
    ['timed out again, where this Asterisk would have told that they were sent elsewhere', true, 'timedOut'],
  ])('%s', async (_what, tellsPlaces, ending) => {
    const caller = await asking('TIMEOUT', tellsPlaces)
      .says(...both)
      .answered()
    expect(endingIn(await caller.says(...letGoThere).answered())).toBe(ending)
  })

  it.each([
    ['timed out again, where they went on to the next step of the dialplan', 'in|sales|3', 'timedOut'],
    ['is lost, nobody knows how, where they stand in another extension by then', 'in|echo|3', 'lost'],
    ['is lost, nobody knows how, where that cannot be asked', null, 'lost'],
  ])('%s', async (_what, place, ending) => {
    const caller = new OneCaller({ askStatus: async () => 'TIMEOUT', askPlace: async () => place })
    await caller.says(...both).answered()
    expect(endingIn(await caller.says(...letGoThere).answered())).toBe(ending)
  })

  it.each([
    ['timed out again, where the third queue is the next step', 'in|sales|3', 'timedOut'],
    ['is lost, nobody knows how, where the third queue begins an extension anew', 'in|sales|1', 'lost'],
  ])('%s', async (_what, place, ending) => {
    const third = { ...joinsNext, queue: 'night', place } as Said
    const caller = asking('TIMEOUT').says(...both)
    await caller.answered()
    await caller.says([9, isLetDown('sales', 'in|sales|2')], [9, third]).answered()
    expect(endingIn(caller)).toBe(ending)
  })

  it('timed out again, where the hang-up tells both the word and a later step', () => {
    const [first, second, next] = both
    const rest = { uniqueid: '1.1', cause: 16, queueStatus: 'TIMEOUT' }
    const hangsUp: Said = { type: 'channelHungUp', ...rest, place: 'in|sales|3' }
    const letGo = isLetDown('sales', 'in|sales|2')
    const told = [first, second, [4, hears('TIMEOUT')], next, [9, letGo], [9, hangsUp]] as const
    expect(endingIn(asking(null).says(...told))).toBe('timedOut')
  })

  it('was moved, where each word of the dialplan is heard and none came', async () => {
    const [first, second, next] = both
    const caller = asking('TIMEOUT').says(
      first,
      second,
      [4, hears('TIMEOUT')],
      next,
      [9, isLetDown('sales')],
      [12, tick],
    )
    expect(endingIn(await caller.answered())).toBe('moved')
  })

  it('is lost, where the old word comes along with the hang-up', () => {
    const [first, second, next] = both
    const hangsUp: Said = { type: 'channelHungUp', uniqueid: '1.1', cause: 16, queueStatus: 'TIMEOUT' }
    const told = [first, second, [4, hears('TIMEOUT')], next, [9, isLetDown('sales')], [9, hangsUp]] as const
    expect(endingIn(asking(null).says(...told))).toBe('lost')
  })
})

describe('who waits and is hung up on by somebody else, which no event tells', () => {
  const hangsUpAt = (place: string, queueStatus?: string): Said => ({
    ...{ type: 'channelHungUp', uniqueid: '1.1', cause: 0, place },
    ...(queueStatus !== undefined && { queueStatus }),
  })
  const at = (place: string): Said => ({ ...joins, place }) as Said

  it.each([
    ['as the log of the queues has it', 'in|sales|2', 'in|sales|2', '', 'hungUp'],
    ['also where the dialplan has steps for whoever hung up', 'in|sales|2', 'in|h|3', '', 'hungUp'],
    ['also where they waited within a macro, which ends with the call', 'macro-queue|s|2', 'in|sales|2', '', 'hungUp'],
    ['but is lost, nobody knows how, where they stand elsewhere by then', 'in|sales|2', 'in|echo|1', '', 'lost'],
    ['or where the queue may have let them go', 'in|sales|2', 'in|sales|2', undefined, 'lost'],
  ])('has hung up: %s', (_what, place, last, queueStatus, ending) => {
    const letGo = isLetDown('billing', place)
    const { visits } = new OneCaller().says([0, at(place)], [3, letGo], [3, leaves], [3, hangsUpAt(last, queueStatus)])
    expect(visits).toMatchObject([{ ending, leftAt: 3_000 }])
  })
})

it('after a kill, who comes into a queue before the lists are read had left the one before unseen', () => {
  const { visits } = new OneCaller().says([20, joins])
  const later = new OneCaller()
  // The last note that somebody watched is older than the visit.
  later.follower.loses(15_000)
  later.follower.adopt(visits)
  later.says([40, joins])
  expect(later.visits.map(({ ending }) => ending)).toEqual(['unknown', null])
})

it('a word on how a queue was left, told before the lists are read, may be of a visit that nobody saw', () => {
  const caller = new OneCaller().says([20, joins])
  caller.follower.loses(25_000)
  caller.says([60, hears('WITHDRAW')])
  expect(caller.visits).toMatchObject([{ ending: 'unknown', isPartlyUnseen: true }])
})

it('after a kill in the middle of asking, who stands in the next queue goes on, and how the first was left is not known', () => {
  const before = [new OneCaller().says([0, joins]), new OneCaller().says([4, joinsNext])]
  const later = new OneCaller()
  later.follower.adopt(before.flatMap(({ visits }) => visits))
  expect(later.visits.map(({ queue, ending }) => [queue, ending])).toEqual([
    ['billing', 'unknown'],
    ['sales', null],
  ])
  expect(later.follower.open().map(({ queue }) => queue)).toEqual(['sales'])
})
