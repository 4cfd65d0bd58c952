import { expect, it } from 'vitest'
import type { EventFilter } from '@/lib/protocol/admin/console'
import { readMessages } from '@/server/ami/testing/read-messages'
import { FixedClock } from '@/server/testing/fixed-clock'
import { EventHub } from './event-hub'
import { BATCH_MS, IDLE_MS, MOST_IN_BATCH } from './feed'
import { SecretBlot } from './hide'

const ALL: EventFilter = { types: [], channel: '', queue: '', text: '' }
const READY = { state: 'ready', since: 0, amiVersion: '11.0.0' } as const

function setup() {
  const clock = new FixedClock()
  const hub = new EventHub(clock, new SecretBlot('top-secret'))
  const hear = (text: string) => {
    for (const message of readMessages([text.replaceAll('\n', '\r\n')])) hub.listener.message?.(message, clock.now())
  }
  const open = (filter: Partial<EventFilter> = {}) => hub.open({ ...ALL, ...filter }, READY, () => undefined)
  return { clock, hub, hear, open }
}

const event = (name: string, ...lines: string[]) =>
  [`Event: ${name}`, 'Privilege: call,all', ...lines, '', ''].join('\n')

/** The next line after the usual wait. */
async function nextLine({ clock }: { clock: FixedClock }, feed: ReturnType<EventHub['open']>, ms = BATCH_MS) {
  const line = feed.next()
  for (let passed = 0; passed < ms; passed += BATCH_MS) {
    await Promise.resolve()
    clock.advance(BATCH_MS)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return line
}

it('says at once how the session stands, then gathers events into lines', async () => {
  const all = setup()
  const feed = all.open()
  expect(await feed.next()).toMatchObject({ state: 'ready', events: [], counts: {}, end: null })
  all.hear(event('Newchannel', 'Channel: PJSIP/101-1') + event('Hangup') + event('Hangup'))
  const line = await nextLine(all, feed)
  expect(line?.events.map(({ name, seq }) => [name, seq])).toEqual([
    ['Newchannel', 1],
    ['Hangup', 2],
    ['Hangup', 3],
  ])
  expect(line?.events[0]?.headers).toContainEqual(['Channel', 'PJSIP/101-1'])
  expect(line?.counts).toEqual({ Newchannel: 1, Hangup: 2 })
})

it('tells nothing but that it is there while nothing happens', async () => {
  const all = setup()
  const feed = all.open()
  await feed.next()
  expect(await nextLine(all, feed, IDLE_MS)).toMatchObject({ events: [], counts: {}, lost: 0 })
})

it.each([
  [{ types: ['hangup'] }, ['Hangup']],
  [{ channel: 'pjsip/102' }, ['Hangup']],
  [{ queue: 'support' }, ['QueueCallerJoin']],
  [{ text: 'ivanov' }, ['QueueCallerJoin']],
  [{ types: ['Hangup'], text: 'ivanov' }, []],
])('filters by %j, and counts all types all the same', async (filter, names) => {
  const all = setup()
  const feed = all.open(filter)
  await feed.next()
  all.hear(event('Newchannel', 'Channel: PJSIP/101-1') + event('Hangup', 'Channel: PJSIP/102-1'))
  all.hear(event('QueueCallerJoin', 'Queue: support', 'CallerIDName: Ivanov'))
  const line = await nextLine(all, feed)
  expect(line?.events.map(({ name }) => name)).toEqual(names)
  expect(line?.counts).toEqual({ Newchannel: 1, Hangup: 1, QueueCallerJoin: 1 })
})

it('does not take items of lists for events', async () => {
  const all = setup()
  const feed = all.open()
  await feed.next()
  all.hear(`Event: QueueMember\nQueue: support\nActionID: 1\n\n${event('Status')}${event('Hangup')}`)
  expect((await nextLine(all, feed))?.counts).toEqual({ Hangup: 1 })
})

it('keeps a bounded number of events for a reader who does not come, and says how many were left out', async () => {
  const all = setup()
  const feed = all.open()
  await feed.next()
  all.hear(event('Newexten', `AppData: ${'x'.repeat(900)}`).repeat(20_000))
  const line = await nextLine(all, feed)
  const shown = line?.events.length ?? 0
  expect(shown).toBeLessThanOrEqual(MOST_IN_BATCH)
  expect(line?.lost).toBe(20_000 - shown)
  expect(line?.counts).toEqual({ Newexten: 20_000 })
  expect(JSON.stringify(line).length).toBeLessThan(1_500_000)
})

it('cuts an event that is longer than anybody reads, and says so', async () => {
  const all = setup()
  const feed = all.open()
  await feed.next()
  all.hear(event('UserEvent', `Text: ${'x'.repeat(300_000)}`))
  const shown = (await nextLine(all, feed))?.events[0]
  expect(JSON.stringify(shown).length).toBeLessThan(20_000)
  expect(shown?.cut).toBe(296_000)
})

it('blots out our own secret', async () => {
  const all = setup()
  const feed = all.open()
  await feed.next()
  all.hear(event('UserEvent', 'Text: top-secret it is'))
  expect((await nextLine(all, feed))?.events[0]?.headers).toContainEqual(['Text', '********** it is'])
})

it('ends with a line that says why, and is heard of no more', async () => {
  const all = setup()
  let closed = 0
  const feed = all.hub.open(ALL, READY, () => closed++)
  await feed.next()
  feed.end('signedOut')
  expect(await feed.next()).toMatchObject({ end: 'signedOut' })
  expect(await feed.next()).toBeNull()
  expect(closed).toBe(1)
})

it('refuses more streams than are bearable', () => {
  const { open } = setup()
  for (let index = 0; index < 20; index++) open()
  expect(() => open()).toThrow('20 streams are open already')
})
