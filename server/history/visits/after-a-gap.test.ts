import { beforeEach, describe, expect, it } from 'vitest'
import { PBX } from '@/lib/domain/testing/records'
import type { Visit } from '@/lib/domain/visit'
import { Centre } from './testing/centre'
import { VisitFollower } from './visit-follower'

const START = 1_000_000_000_000
const SECOND = 1_000
/** Of the queues `which` picks: the first and the second. */
const [SUPPORT, SALES] = [0, 1]

let now: number
let isSeen: boolean
let centre: Centre
let follower: VisitFollower
let told: Map<string, Visit>
beforeEach(() => {
  now = START
  isSeen = true
  told = new Map()
  centre = new Centre(
    () => now,
    (event) => isSeen && follower.take({ at: now, ...event } as Parameters<VisitFollower['take']>[0]),
  )
  follower = new VisitFollower({
    pbx: PBX,
    channelName: (uniqueid) => centre.channelName(uniqueid),
    memberName: () => null,
    told: (visit) => told.set(visit.id, visit),
  })
})

/** Nothing is seen for a minute, in which something may happen; and again a minute later, when the lists are read. */
function unseen(happens: () => void, afterwards = () => {}) {
  isSeen = false
  follower.loses(now)
  now += 30 * SECOND
  happens()
  now += 30 * SECOND
  isSeen = true
  afterwards()
  const callers = centre.standing.map(({ uniqueid, queue, enteredAt }) => ({
    ...{ pbx: PBX, queue, uniqueid, number: null, name: null, at: enteredAt, position: 1, priority: null },
    ...{ isPartlyUnseen: true, previous: null },
  }))
  const exists = (uniqueid: string) => centre.channelName(uniqueid) !== null
  return follower.reconcile({ from: START, to: now }, { callers, exists })
}

const visits = () => [...told.values()].map(({ queue, ending, isPartlyUnseen }) => [queue, ending, isPartlyUnseen])

describe('after a gap', () => {
  it('whoever waited through it goes on, and is partly unseen', () => {
    centre.comes(SUPPORT)
    unseen(() => {})
    centre.abandons(0)
    expect(visits()).toEqual([['support', 'hungUp', true]])
  })

  it('whoever stands in another queue has left the one before, nobody knows how, and has two visits that are linked', () => {
    centre.comes(SUPPORT)
    unseen(() => {
      centre.pressesKey(0)
      centre.comesBack(SALES)
    })
    expect(visits()).toEqual([
      ['support', 'unknown', true],
      ['sales', null, true],
    ])
    expect([...told.values()][1]?.previous).toBe([...told.keys()][0])
  })

  it('whoever stands in the same queue again has two visits, too', () => {
    centre.comes(SUPPORT)
    unseen(() => {
      centre.pressesKey(0)
      centre.comesBack(SUPPORT)
    })
    expect(visits()).toEqual([
      ['support', 'unknown', true],
      ['support', null, true],
    ])
  })

  it('whoever was taken out of a talk and stands in a queue has a visit there', () => {
    centre.comes(SUPPORT)
    centre.answers(1)
    unseen(() => {
      centre.transfers(0)
      centre.comesBack(SALES)
    })
    expect(visits()).toEqual([
      ['support', 'answered', true],
      ['sales', null, true],
    ])
    expect([...told.values()][0]).toMatchObject({ talkEndedAt: START, endedBy: null })
  })

  it('a talk goes on though the Local channel by which the agent was called is long gone', () => {
    centre.comes(SUPPORT)
    centre.answers(2)
    expect(follower.open()).toMatchObject([{ agent: 'Local/103@agents' }])
    unseen(() => {})
    expect(follower.open()).toMatchObject([{ ending: 'answered', talkEndedAt: null }])
    now += 5 * SECOND
    centre.ends(0)
    expect([...told.values()]).toMatchObject([{ talkEndedAt: now, endedBy: 'caller' }])
  })

  it('nothing is guessed of what began before it when events come before the lists', () => {
    for (const _ of ['key', 'gone']) centre.comes(SUPPORT)
    unseen(
      () => {
        for (const _ of ['key', 'gone']) centre.pressesKey(0)
      },
      () => {
        centre.comesBack(SALES)
        centre.looseHangsUp(0)
      },
    )
    expect(visits()).toEqual([
      ['support', 'unknown', true],
      ['support', 'unknown', true],
      ['sales', null, true],
    ])
  })

  it('whoever was about to be connected did not press a key because time has passed', () => {
    centre.comes(SUPPORT)
    centre.answers(0)
    isSeen = false
    follower.loses(now)
    now += 120 * SECOND
    follower.passes(now)
    expect(visits()).toEqual([['support', null, false]])
  })

  it('whoever had given up before is lost, if not known why', () => {
    centre.comes(SUPPORT)
    centre.isLetDown(3)
    unseen(() => centre.looseHangsUp(0))
    expect(visits()).toEqual([['support', 'lost', true]])
  })

  it('talks that were over, and that Asterisk counts when the caller hangs up, are told', () => {
    centre.comes(SUPPORT)
    centre.answers(1)
    centre.takesOut(0)
    expect(unseen(() => centre.looseHangsUp(0))).toEqual({ late: ['support'] })
    expect(follower.size).toBe(0)
  })
})
