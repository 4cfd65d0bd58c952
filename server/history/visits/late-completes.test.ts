import { expect, it } from 'vitest'
import { answers, channel, completes, gone, joins, joinsNext, leaves, type Said, visitsOf } from './testing/one-caller'

const backInTheQueue = [
  [0, joins],
  [3, leaves],
  [3, answers('PJSIP/101', '1.2')],
  [10, gone('1.2')],
  [10, joins],
] as const
const talks = [
  [0, joins],
  [3, leaves],
  [3, answers('PJSIP/101', '1.2')],
] as const

it('a completion told late is of the talk with that agent, whose end it does not tell, and not of the one that goes on', () => {
  const visits = visitsOf(
    ...backInTheQueue,
    [12, leaves],
    [12, answers('PJSIP/102', '1.3')],
    [15, completes('PJSIP/101', 12)],
  )
  expect(visits.map(({ agent, talkEndedAt, endedBy }) => [agent, talkEndedAt, endedBy])).toEqual([
    ['PJSIP/101', 10_000, null],
    ['PJSIP/102', null, null],
  ])
})

it('a completion told late does not end the waiting of whoever stands in a queue again', () => {
  const visits = visitsOf(
    ...backInTheQueue,
    [15, { type: 'hangupRequested', uniqueid: '1.1' }],
    [15, completes('PJSIP/101', 12)],
    [15, { type: 'callerAbandoned', queue: 'billing', uniqueid: '1.1', originalPosition: 1, holdSeconds: 5 }],
  )
  expect(visits.map(({ ending, leftAt }) => [ending, leftAt])).toEqual([
    ['answered', 3_000],
    ['hungUp', 15_000],
  ])
})

it('a transfer that is told once the caller stands in the next queue still says where to', () => {
  const transferred = {
    ...{ type: 'blindTransferred', byUniqueid: '1.2', uniqueid: '1.1', exten: 'sales', succeeded: true },
  } as Said
  const [first] = visitsOf(...talks, [10, joinsNext], [10, transferred])
  expect(first).toMatchObject({ endedBy: 'transfer', transferredTo: 'sales', talkEndedAt: 10_000 })
})

it('an agent who asks somebody and sends that one elsewhere has not transferred the caller, and leaves the talk', () => {
  const asked: Said = { type: 'blindTransferred', byUniqueid: '1.2', uniqueid: '1.3', exten: 'sales', succeeded: true }
  const [visit] = visitsOf(...talks, [10, asked], [11, gone('1.2')])
  expect(visit).toMatchObject({ transferredTo: null, talkEndedAt: 11_000 })
  expect(visit?.endedBy).not.toBe('transfer')
})

it.each([
  ['of a talk that began at another time, ends nobody else’s', 40, null],
  ['of the talk that began then, ends it', 7, 10_000],
])('a completion without its caller, %s', (_what, talkSeconds, endedAt) => {
  const withoutCaller = { ...completes('PJSIP/101', talkSeconds), callerUniqueid: null } as Said
  expect(visitsOf(...talks, [10, withoutCaller]).map(({ talkEndedAt }) => talkEndedAt)).toEqual([endedAt])
})

it('a completion of a caller whose answer nobody saw ends no other talk that its agent began at that moment', () => {
  const another = { ...completes('PJSIP/101', 7), callerUniqueid: '1.9', agentUniqueid: null } as Said
  expect(visitsOf(...talks, [10, another]).map(({ talkEndedAt }) => talkEndedAt)).toEqual([null])
  const withAgent = { ...another, agentUniqueid: '1.2' } as Said
  expect(visitsOf(...talks, [10, withAgent]).map(({ talkEndedAt }) => talkEndedAt)).toEqual([10_000])
})

it('a completion told after both have gone ends no other talk that its agent began at that moment', () => {
  const other = { ...channel, uniqueid: '1.5' }
  const visits = visitsOf(
    [0, joins],
    [0, { ...joins, channel: other } as Said],
    [3, leaves],
    [3, { ...leaves, callerUniqueid: '1.5' } as Said],
    [3, answers('PJSIP/101', '1.2')],
    [3, { ...answers('PJSIP/101', '1.6'), callerUniqueid: '1.5' } as Said],
    [20, { type: 'hangupRequested', uniqueid: '1.2' }],
    [20, gone('1.2')],
    [20, gone('1.1')],
    [20, completes('PJSIP/101', 17)],
  )
  expect(visits.map(({ talkEndedAt }) => talkEndedAt)).toEqual([20_000, null])
})

it('who asks with both channels in one bridge hands over all the same: Asterisk may leave out who was transferred', () => {
  const asked = '1.9'
  const waiting = { ...channel, uniqueid: asked } as typeof channel
  const visits = visitsOf(
    ...talks,
    [10, { ...joins, queue: 'night', channel: waiting } as Said],
    [
      20,
      {
        ...{ type: 'attendedTransferred', byUniqueid: '1.2', secondUniqueid: asked, transferee: null },
        ...{ bridge: 'b1', app: null, succeeded: true },
      },
    ],
  )
  expect(visits).toMatchObject([
    { queue: 'billing', endedBy: 'transfer' },
    { queue: 'night', number: '555', ending: null, previous: visits[0]?.id },
  ])
})
