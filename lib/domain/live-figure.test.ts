import { expect, test } from 'vitest'
import { crewIn, isOfCrew, LIVE_FIGURES } from './live-figure'
import { queueFiguresAt } from './queue-figures'
import { aMember, aQueue, NOW } from './testing/records'

test('whom a figure opens to are as many as it counts, each once, whatever they do', () => {
  const members = [
    aMember('support', 'Ready'),
    aMember('support', 'Called', { activity: 'onCall', activitySince: NOW, paused: true }),
    aMember('support', 'Wrapping', { lastCallAt: NOW - 1_000, wrapUpSeconds: 10 }),
    aMember('support', 'Lunch', { paused: true, lastPauseAt: NOW }),
    aMember('support', 'Gone', { activity: 'unavailable' }),
    aMember('sales', 'Ready'),
  ]
  const support = new Set([aQueue('support').id])
  const named = Object.fromEntries(
    LIVE_FIGURES.filter(isOfCrew).map((figure) => [figure, crewIn(members, support, figure, NOW)]),
  )
  expect(Object.values(named).map((some) => some.map(({ name }) => name))).toEqual([
    ['Ready'],
    ['Called', 'Wrapping'],
    ['Lunch'],
    ['Gone'],
  ])
  const counts = queueFiguresAt(
    members.filter(({ queue }) => support.has(queue)),
    [],
    NOW,
  )
  expect(counts).toMatchObject({ ready: 1, onCall: 2, paused: 1, away: 1 })
})
