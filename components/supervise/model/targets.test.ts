import { expect, test } from 'vitest'
import { agentsOf } from '@/lib/domain/agent'
import { aMember, aQueue, NOW } from '@/lib/domain/testing/records'
import { agentRowAt } from './agent-row'
import { targetsFor } from './targets'

const members = [
  aMember('support', '101', { name: 'Anna', activity: 'onCall' }),
  aMember('support', '102', { name: 'Bob' }),
  aMember('support', '103', { name: 'Zoë', activity: 'unavailable' }),
]
const rows = agentsOf(members).map((agent) => agentRowAt({ agent, call: undefined, pauseLimits: new Map() }, NOW))
const queues = [aQueue('support', { label: 'Support' }), aQueue('sales', { label: 'Продажи' })]

test('who can answer soonest comes first', () => {
  expect(targetsFor('', rows, queues).agents.map(({ agent }) => agent.name)).toEqual(['Bob', 'Anna', 'Zoë'])
})

test('names are found without their marks, queues by name and label', () => {
  expect(targetsFor('zoe', rows, queues).agents.map(({ agent }) => agent.name)).toEqual(['Zoë'])
  expect(targetsFor('прод', rows, queues).queues.map(({ name }) => name)).toEqual(['sales'])
  expect(targetsFor('sales', rows, queues).queues.map(({ name }) => name)).toEqual(['sales'])
})

test.each([
  ['+49 (30) 555-01', '+49 (30) 555-01'],
  ['*72', '*72'],
  ['anna', null],
  ['', null],
  ['12;34', null],
])('%j as a number: %j', (typed, number) => {
  expect(targetsFor(typed, rows, queues).number).toBe(number)
})
