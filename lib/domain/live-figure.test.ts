import { expect, test } from 'vitest'
import { AGENT_FIGURES, agentsIn, crewIn, isOfAgents, isOfCallers, LIVE_FIGURES } from './live-figure'
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
    LIVE_FIGURES.flatMap((figure) =>
      isOfCallers(figure) || isOfAgents(figure) ? [] : [[figure, crewIn(members, support, figure, NOW)]],
    ),
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

test('an agent of several queues is one, by what tells most of them in the queues that count', () => {
  const members = [
    aMember('support', 'Ana', { paused: true, lastPauseAt: NOW }),
    aMember('sales', 'Ana'),
    aMember('support', 'Bob', { activity: 'ringing', activitySince: NOW }),
    aMember('sales', 'Cem'),
  ]
  const support = new Set([aQueue('support').id])
  const told = (everywhere: boolean) =>
    AGENT_FIGURES.flatMap((figure) => {
      const agents = agentsIn(members, support, figure, { now: NOW, everywhere })
      return agents.length === 0 ? [] : [`${figure}: ${agents.map(({ agent }) => agent.name).join()}`]
    })
  expect(told(false)).toEqual(['agents.all: Ana,Bob', 'agents.ringing: Bob', 'agents.paused: Ana'])
  expect(told(true)).toEqual(['agents.all: Ana,Bob', 'agents.ready: Ana', 'agents.ringing: Bob'])
})
