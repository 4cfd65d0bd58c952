import { describe, expect, test } from 'vitest'
import { readOne } from './testing/read-messages'
import { bannerVersion, errorCode, isListEnd, isPassingRefusal, isUnmarkedItem } from './versions'

describe('the greeting', () => {
  test.each([
    ['Asterisk Call Manager/1.1', '1.1'],
    ['Asterisk Call Manager/1.3', '1.3'],
    ['Asterisk Call Manager/2.8.0', '2.8.0'],
    ['Asterisk Call Manager/5.0.4', '5.0.4'],
    ['Asterisk Call Manager/11.0.0', '11.0.0'],
  ])('%s', (line, version) => expect(bannerVersion(line)).toBe(version))

  test.each(['', 'HTTP/1.1 400 Bad Request', 'Asterisk Call Manager', '220 mail ESMTP'])('%j is none', (line) => {
    expect(bannerVersion(line)).toBeNull()
  })
})

describe('the end of a list', () => {
  const ends = (action: string, lines: string) => isListEnd(action, readOne(`${lines.replaceAll('|', '\r\n')}\r\n\r\n`))

  test('is marked since Asterisk 12, in whatever capitals', () => {
    expect(ends('QueueStatus', 'Event: QueueStatusComplete|EventList: Complete|ListItems: 3')).toBe(true)
    expect(ends('FAXSessions', 'Event: FAXSessionsComplete|eventlist: complete')).toBe(true)
    expect(ends('BridgeList', 'Event: BridgeListComplete|EventList: cancelled')).toBe(true)
    expect(ends('QueueStatus', 'Event: QueueParams|Queue: support')).toBe(false)
  })

  test('is told by the name of the event in 1.8 and 11', () => {
    expect(ends('QueueStatus', 'Event: QueueStatusComplete|ActionID: 1')).toBe(true)
    expect(ends('Status', 'Event: StatusComplete|ActionID: 1|Items: 0')).toBe(true)
    expect(ends('ParkedCalls', 'Event: ParkedCallsComplete|Total: 0')).toBe(true)
    expect(ends('QueueStatus', 'Event: StatusComplete|ActionID: 1')).toBe(false)
  })
})

test('items of IAXpeers come without an ActionID', () => {
  expect(isUnmarkedItem('IAXpeers', 'PeerEntry')).toBe(true)
  expect(isUnmarkedItem('IAXpeerlist', 'PeerEntry')).toBe(false)
  expect(isUnmarkedItem('QueueStatus', 'QueueParams')).toBe(false)
})

test.each([
  ['Invalid/unknown command: BridgeList. Use Action: ListCommands to show available commands.', 'unknown-action'],
  ['Invalid/unknown command', 'unknown-action'],
  ['Permission denied', 'denied'],
  ['No such channel', 'rejected'],
])('the error %s means %s', (text, code) => {
  expect(errorCode(text)).toBe(code)
})

test('a PBX on its way down refuses in passing', () => {
  expect(isPassingRefusal('Asterisk is shutting down')).toBe(true)
  expect(isPassingRefusal('Authentication failed')).toBe(false)
})
