import { expect, test } from 'vitest'
import { EventCensus } from './event-census'
import { readMessages } from './testing/read-messages'

const event = (name: string) => `Event: ${name}\r\nA: b\r\n\r\n`

test('events are counted by name with their bytes, dropped ones too, and answers are not', () => {
  const census = new EventCensus()
  const text = `Response: Success\r\nActionID: 1\r\n\r\n${event('Hold')}${event('VarSet')}${event('VarSet')}`
  const messages = readMessages([text], { census, dropEvents: ['varset'] })
  expect(messages.map(({ name }) => name)).toEqual(['Success', 'Hold'])
  expect(Object.fromEntries(census.read())).toEqual({
    Hold: { count: 1, bytes: 'Event: Hold\r\nA: b\r\n'.length },
    VarSet: { count: 2, bytes: 2 * 'Event: VarSet\r\nA: b\r\n'.length },
  })
})

test('it goes on over a new connection, and what was read before stays as it was', () => {
  const census = new EventCensus()
  readMessages([event('Hold')], { census })
  const before = census.read()
  readMessages([event('Hold')], { census })
  expect([before.get('Hold')?.count, census.read().get('Hold')?.count]).toEqual([1, 2])
})

test('a PBX that invents names without end fills no memory', () => {
  const census = new EventCensus()
  readMessages([Array.from({ length: 3000 }, (_, number) => event(`Made${number}`)).join('')], { census })
  expect(census.read().size).toBe(512)
})
