import { beforeEach, describe, expect, it } from 'vitest'
import { PBX } from '@/lib/domain/testing/records'
import type { Visit } from '@/lib/domain/visit'
import { Centre } from './testing/centre'
import { VisitFollower } from './visit-follower'

const SECOND = 1_000
const START = 1_000_000_000_000
/** What `which` picks of two queues, and of three phones. */
const [SUPPORT, SALES] = [0, 1]
const [ANA, BEN] = [0, 1]

let now: number
let centre: Centre
let follower: VisitFollower
let told: Map<string, Visit>
beforeEach(() => {
  now = START
  told = new Map()
  centre = new Centre(
    () => now,
    (event) => follower.take({ at: now, ...event } as Parameters<VisitFollower['take']>[0]),
  )
  follower = new VisitFollower({
    pbx: PBX,
    channelName: (uniqueid) => centre.channelName(uniqueid),
    memberName: () => null,
    told: (visit) => told.set(visit.id, visit),
  })
})

const visits = () => [...told.values()]

describe('visits of one caller', () => {
  it.each<[string, Partial<Visit>, () => void]>([
    [
      'transferred blindly',
      { endedBy: 'transfer', transferredTo: '500' },
      () => [centre.answers(1), centre.transfers(0)],
    ],
    ['taken out of a talk', { ending: 'answered', endedBy: null }, () => [centre.answers(1), centre.takesOut(0)]],
    ['let go by a key', { ending: 'key' }, () => centre.pressesKey(0)],
    ['timed out', { ending: 'timedOut' }, () => centre.isLetDown(0)],
    ['moved while waiting', { ending: 'moved' }, () => centre.isLetDown(3)],
  ])('are linked where they were %s, and stand in another queue then', (_how, first, leaves) => {
    centre.comes(SUPPORT)
    now += 20 * SECOND
    leaves()
    now += SECOND
    centre.comesBack(SALES)
    const [before, after] = visits()
    expect(before).toMatchObject({ queue: 'support', ...first })
    expect(after).toMatchObject({ queue: 'sales', ending: null, previous: before?.id })
    now += 5 * SECOND
    centre.abandons(0)
    expect(visits()).toHaveLength(2)
    // A minute later nothing more can become known of either.
    now += 61 * SECOND
    follower.passes(now)
    expect(follower.size).toBe(0)
  })

  it('are three where they were passed on twice, one after the other', () => {
    centre.comes(SUPPORT)
    for (const queue of [SALES, SUPPORT]) {
      centre.answers(1)
      now += 30 * SECOND
      centre.transfers(0)
      centre.comesBack(queue)
    }
    const [first, second, third] = visits()
    expect([first?.previous, second?.previous, third?.previous]).toEqual([null, first?.id, second?.id])
  })
})

describe('rings of one visit', () => {
  it('end with the answer, for the other agents elsewhere, each as long as it rang; seconds and ms as Asterisk tells them', () => {
    centre.comes(SUPPORT)
    centre.rings(ANA)
    now += 15 * SECOND
    // RingTime: 15000.
    centre.ringsOut(0)
    centre.rings(ANA)
    centre.rings(BEN)
    now += 4 * SECOND
    centre.answers(1)
    expect(visits()[0]?.rings.map(({ outcome, rangMs }) => [outcome, rangMs])).toEqual([
      ['noAnswer', 15_000],
      ['elsewhere', 4_000],
      ['answered', 4_000],
    ])
  })
})
