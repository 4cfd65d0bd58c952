import { expect, test } from 'vitest'
import { EventCensus } from './event-census'
import { readMessages } from './testing/read-messages'

const event = (name: string) => `Event: ${name}\r\nPrivilege: call,all\r\n\r\n`
const bytesOf = (name: string) => event(name).length - 2

test('events are counted by name with their bytes, dropped ones too, and answers are not', () => {
  const census = new EventCensus()
  const text = `Response: Success\r\nActionID: 1\r\n\r\n${event('Hold')}${event('VarSet')}${event('VarSet')}`
  const messages = readMessages([text], { census, dropEvents: ['varset'] })
  expect(messages.map(({ name }) => name)).toEqual(['Success', 'Hold'])
  expect(Object.fromEntries(census.read().events)).toEqual({
    Hold: { count: 1, bytes: bytesOf('Hold') },
    VarSet: { count: 2, bytes: 2 * bytesOf('VarSet') },
  })
})

test('items of a list are counted apart from events of the same name', () => {
  const census = new EventCensus()
  const item = 'Event: ExtensionStatus\r\nActionID: 1\r\n\r\n'
  readMessages([`${event('ExtensionStatus')}${item}${item}`], { census })
  expect(census.read().events.get('ExtensionStatus')?.count).toBe(1)
  expect(census.read().listed).toEqual({ count: 2, bytes: 2 * (item.length - 2) })
})

test('what came as XML, whose names are all small, counts as well', () => {
  const census = new EventCensus()
  readMessages(['event: Hold\r\nprivilege: call,all\r\n\r\n'], { census })
  expect([census.read().events.get('Hold')?.count, census.listed.count]).toEqual([1, 0])
})

test('it goes on over a new connection, and what was read before stays as it was', () => {
  const census = new EventCensus()
  readMessages([event('Hold')], { census })
  const before = census.read()
  readMessages([event('Hold')], { census })
  expect([before.events.get('Hold')?.count, census.read().events.get('Hold')?.count]).toEqual([1, 2])
})

test('a PBX that invents names without end fills no memory', () => {
  const census = new EventCensus()
  readMessages([Array.from({ length: 3000 }, (_, number) => event(`Made${number}`)).join('')], { census })
  expect(census.read().events.size).toBe(512)
})
