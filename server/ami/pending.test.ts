import { beforeEach, describe, expect, test } from 'vitest'
import { FixedClock } from '@/server/testing/fixed-clock'
import { PendingActions } from './pending'
import { readMessages } from './testing/read-messages'

let clock: FixedClock
let written: string[]
let pending: PendingActions
const open = (strict: boolean) => {
  const write = (bytes: Buffer) => void written.push(/Action: (\w+)/.exec(bytes.toString())?.[1] ?? '')
  pending = new PendingActions({ clock, write, idPrefix: 'x', timeout: 10_000, strict })
}
beforeEach(() => {
  clock = new FixedClock()
  written = []
  open(false)
})

/** Messages as the PBX would write them, LF for CRLF. */
function come(text: string): void {
  for (const message of readMessages([`${text.replaceAll('\n', '\r\n')}\r\n\r\n`])) pending.take(message)
}

describe('answers', () => {
  test('find the action with their ActionID, in whatever order they come', async () => {
    const [one, two] = [pending.send({ action: 'CoreStatus' }), pending.send({ action: 'CoreSettings' })]
    come('Response: Success\nActionID: x-2\nAMIversion: 11.0.0')
    come('Response: Success\nActionID: x-1\nCoreCurrentCalls: 3')
    expect((await one).get('CoreCurrentCalls')).toBe('3')
    expect((await two).get('AMIversion')).toBe('11.0.0')
    expect(pending.size).toBe(0)
  })

  test('that are errors reject with what the PBX said', async () => {
    const answers = [pending.send({ action: 'Getvar' }), pending.list({ action: 'BridgeList' })]
    come('Response: Error\nActionID: x-1\nMessage: No such channel')
    come('Response: Error\nActionID: x-2\nMessage: Invalid/unknown command: BridgeList.')
    await expect(answers[0]).rejects.toMatchObject({ code: 'rejected', message: 'Action Getvar: No such channel' })
    await expect(answers[1]).rejects.toMatchObject({ code: 'unknown-action' })
  })

  test('with an event of the same ActionID first still wait for the response', async () => {
    const answer = pending.send({ action: 'Originate' })
    come('Event: OriginateResponse\nActionID: x-1\nResponse: Failure')
    come('Response: Success\nActionID: x-1\nMessage: Originate successfully queued')
    expect((await answer).get('Message')).toBe('Originate successfully queued')
  })

  test('that do not come in time reject, and a late one harms nobody', async () => {
    const answer = pending.send({ action: 'CoreStatus' })
    clock.advance(10_000)
    await expect(answer).rejects.toMatchObject({ code: 'timeout' })
    come('Response: Success\nActionID: x-1')
    expect(pending.size).toBe(0)
  })

  test('are not awaited for actions that may not be sent', async () => {
    await expect(pending.send({ action: 'Ping', headers: { A: '\n' } })).rejects.toMatchObject({ code: 'invalid' })
    expect(written).toEqual([])
    expect(pending.size).toBe(0)
  })

  test('are bounded in number', async () => {
    const answers = Array.from({ length: 2_000 }, () => pending.send({ action: 'Ping' }).catch(() => 'lost'))
    await expect(pending.send({ action: 'Ping' })).rejects.toMatchObject({ code: 'timeout' })
    pending.end(Object.assign(new Error('gone'), { code: 'link-lost' }) as never)
    expect(new Set(await Promise.all(answers))).toEqual(new Set(['lost']))
  })
})

describe('lists', () => {
  const start = 'Response: Success\nActionID: x-1\nEventList: start'
  const item = (n: number) => `Event: ParkedCall\nActionID: x-1\nParkingSpace: ${n}`
  const complete = (items: number) =>
    `Event: ParkedCallsComplete\nActionID: x-1\nEventList: Complete\nListItems: ${items}`

  test('are collected to their final event, live events of the same name left out', async () => {
    const list = pending.list({ action: 'ParkedCalls' })
    for (const text of [start, item(1), 'Event: ParkedCall\nParkingSpace: 9', item(2), complete(2)]) come(text)
    const { response, items, complete: last } = await list
    expect(items.map((one) => one.get('ParkingSpace'))).toEqual(['1', '2'])
    expect([response.get('EventList'), last.name]).toEqual(['start', 'ParkedCallsComplete'])
  })

  test('of old versions end by the name of their event and count nothing', async () => {
    const list = pending.list({ action: 'ParkedCalls' })
    come('Response: Success\nActionID: x-1\nMessage: Parked calls will follow')
    for (const text of [item(1), 'Event: ParkedCallsComplete\nActionID: x-1\nTotal: 1']) come(text)
    expect((await list).items).toHaveLength(1)
  })

  test('with another number of items than announced are incomplete', async () => {
    const list = pending.list({ action: 'ParkedCalls' })
    for (const text of [start, item(1), complete(2)]) come(text)
    await expect(list).rejects.toMatchObject({ code: 'incomplete', message: 'List ParkedCalls: 1 items, expected 2' })
  })

  test('that the PBX cancels are incomplete', async () => {
    const list = pending.list({ action: 'ParkedCalls' })
    for (const text of [start, complete(0).replace('Complete\nList', 'Cancelled\nList')]) come(text)
    await expect(list).rejects.toMatchObject({ code: 'incomplete' })
  })

  test('take as long as they like while items come', async () => {
    const list = pending.list({ action: 'ParkedCalls' })
    come(start)
    for (let n = 1; n <= 5; n++) {
      clock.advance(9_000)
      come(item(n))
    }
    come(complete(5))
    expect((await list).items).toHaveLength(5)
  })

  test('that stop in the middle reject', async () => {
    const list = pending.list({ action: 'ParkedCalls' })
    come(start)
    clock.advance(9_000)
    come(item(1))
    clock.advance(10_000)
    await expect(list).rejects.toMatchObject({ code: 'timeout' })
  })

  test('take items without an ActionID where Asterisk writes none', async () => {
    const list = pending.list({ action: 'IAXpeers' })
    come('Event: PeerEntry\nObjectName: before-the-response')
    come('Response: Success\nActionID: x-1\nEventList: start')
    come('Event: PeerEntry\nObjectName: office')
    come('Event: PeerlistComplete\nEventList: Complete\nListItems: 1')
    expect((await list).items.map((one) => one.get('ObjectName'))).toEqual(['office'])
  })
})

describe('sending', () => {
  test('is pipelined', () => {
    for (const action of ['Ping', 'CoreStatus', 'QueueStatus']) pending.send({ action }).catch(() => {})
    expect(written).toEqual(['Ping', 'CoreStatus', 'QueueStatus'])
  })

  test('is one action at a time for a PBX that wants it so, a list until its end', async () => {
    open(true)
    const list = pending.list({ action: 'ParkedCalls' })
    const answers = ['CoreStatus', 'CoreSettings'].map((action) => pending.send({ action }))
    expect(written).toEqual(['ParkedCalls'])
    come('Response: Success\nActionID: x-1\nEventList: start')
    expect(written).toEqual(['ParkedCalls'])
    come('Event: ParkedCallsComplete\nActionID: x-1\nEventList: Complete\nListItems: 0')
    await list
    expect(written).toEqual(['ParkedCalls', 'CoreStatus'])
    clock.advance(10_000)
    await expect(answers[0]).rejects.toMatchObject({ code: 'timeout' })
    expect(written).toEqual(['ParkedCalls', 'CoreStatus', 'CoreSettings'])
    come('Response: Success\nActionID: x-3')
    await answers[1]
  })
})
