import { expect, test } from 'vitest'
import { messageOf } from '@/server/testing/recordings/scripted-message'
import { ListCollector } from './lists'

/** As Asterisk 22.10.1 and 16.28.0 answer: two registrations are counted, what they sign in with is not. */
test('the list of registrations is whole though what they sign in with is not counted', () => {
  const collector = new ListCollector('PJSIPShowRegistrationsOutbound')
  collector.take(messageOf('Response: Success\nEventList: start'))
  for (const name of ['carrier-reg', 'other-reg']) {
    expect(collector.take(messageOf(`Event: OutboundRegistrationDetail\nObjectName: ${name}`))).toBeNull()
    expect(collector.take(messageOf(`Event: AuthDetail\nObjectName: ${name}`))).toBeNull()
  }
  const end = 'Event: OutboundRegistrationDetailComplete\nEventList: Complete\nListItems:'
  expect(() => collector.take(messageOf(`${end} 4`))).toThrow('2 items, expected 4')
  expect(collector.take(messageOf(`${end} 2`))?.items).toHaveLength(4)
})

test('elsewhere what is signed in with counts', () => {
  const collector = new ListCollector('PJSIPShowEndpoint')
  collector.take(messageOf('Response: Success\nEventList: start'))
  for (const name of ['EndpointDetail', 'AuthDetail']) collector.take(messageOf(`Event: ${name}\nObjectName: carrier`))
  const end = messageOf('Event: EndpointDetailComplete\nEventList: Complete\nListItems: 2')
  expect(collector.take(end)?.items).toHaveLength(2)
})

test('16 counts one in every tree of its database, and the tree is whole all the same', () => {
  const collector = new ListCollector('DBGetTree')
  collector.take(messageOf('Response: Success\nEventList: start'))
  for (const key of ['sky', 'sea']) collector.take(messageOf(`Event: DBGetTreeResponse\nKey: /colours/${key}`))
  const end = messageOf('Event: DBGetTreeComplete\nEventList: Complete\nListItems: 1')
  expect(collector.take(end)?.items).toHaveLength(2)
})
