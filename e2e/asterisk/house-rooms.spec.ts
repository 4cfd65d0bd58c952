import { somebody } from '@/server/commands/testing/house'
import { test as base, expect } from './fixtures'
import { type Floor, openFloor, soon } from './product/call-floor'
import { openRoom } from './product/command-room'
import { ourRooms, ourSlots, shownRooms, shownSlots } from './product/rooms'

const boss = somebody('supervisor', { phones: [{ pbx: 'lab', interface: 'PJSIP/121', exten: '121', label: null }] })

/** One Asterisk for all of them: nobody is on the phone when a test begins. */
const test = base.extend<object, { floor: Floor }>({
  floor: [
    async ({ asteriskVersion }, use) => {
      const floor = await openFloor(asteriskVersion)
      await use(floor)
      await floor.close()
    },
    { scope: 'worker' },
  ],
})

test.afterEach(({ floor }) => floor.clear())

const tablesOf = (floor: Floor) => floor.room.store.tables
const call = (floor: Floor, from: string, exten: string) =>
  floor.asterisk.cli(`channel originate PJSIP/${from} extension ${exten}@internal`)
const participant = (floor: Floor, exten: string) =>
  [...tablesOf(floor).participants.values()].find(({ channel }) => channel.startsWith(`PJSIP/${exten}-`))?.id ?? ''
const conference = (floor: Floor) => [...tablesOf(floor).conferences.values()][0]

async function parkedIn(floor: Floor, from: string) {
  await call(floor, from, '700')
  await soon(() => tablesOf(floor).parkedCalls.size).toBe(1)
  return [...tablesOf(floor).parkedCalls.values()][0]
}

/** Three phones in one conference, one of them as its admin. */
async function meeting(floor: Floor) {
  for (const [from, exten] of [
    ['101', '61234'],
    ['102', '61234'],
    ['104', '61234*admin'],
  ] as const)
    await call(floor, from, exten)
  await soon(() => tablesOf(floor).participants.size).toBe(3)
  await expectRooms(floor)
}

async function expectRooms(floor: Floor) {
  await expect
    .poll(async () => {
      const [ours, shown] = [ourRooms(tablesOf(floor)), await shownRooms(floor.asterisk)]
      return JSON.stringify(ours) === JSON.stringify(shown) ? 'the same' : { ours, shown }
    })
    .toBe('the same')
}

test('parking: lot, slot, who stands there by whom, since when; and nobody once they hang up', async ({ floor }) => {
  const tables = tablesOf(floor)
  expect([...tables.parkingLots.values()]).toMatchObject([
    { name: 'default', first: 701, last: 720, timeoutSeconds: 600 },
  ])
  const parked = await parkedIn(floor, '101')
  expect(ourSlots(tables)).toEqual(await shownSlots(floor.asterisk))
  expect(parked).toMatchObject({ number: '101', parkedBy: 'PJSIP/101', lot: 'default' })
  expect(Date.now() - (parked?.parkedAt ?? 0)).toBeLessThan(10_000)
  expect((parked?.timesOutAt ?? 0) - (parked?.parkedAt ?? 0)).toBe(600_000)
  expect(tables.calls.get(parked?.call ?? '')).toMatchObject({ state: 'parked', parkingSlot: parked?.slot })
  await floor.clear()
  await soon(async () => [ourSlots(tables), await shownSlots(floor.asterisk)]).toEqual([[], []])
})

test('parking: who is fetched by a click talks to whoever fetched them', async ({ floor }) => {
  const parked = await parkedIn(floor, '101')
  const fetched = await floor.start(boss, { type: 'parked.fetch', parked: parked?.id ?? '' })
  await fetched.reaches('connected')
  await soon(floor.bridges).toBe('101+121')
  await soon(() => ourSlots(tablesOf(floor))).toEqual([])
  await floor.clear()
  expect([await fetched.ends(), fetched.way]).toEqual([
    'done',
    'sent accepted phoneRings phoneAnswered connected ended',
  ])
  const late = await floor.start(boss, { type: 'parked.fetch', parked: parked?.id ?? '' })
  expect(await late.ends()).toBe('gone')
})

test('parking: whoever is not fetched in time goes back', async ({ floor }) => {
  const { from } = await floor.talk('122', '101')
  await floor.room.door.send({ action: 'Park', headers: { Channel: from, Timeout: 1000, Parkinglot: 'default' } })
  await soon(() => ourSlots(tablesOf(floor)).length).toBe(1)
  await soon(() => ourSlots(tablesOf(floor))).toEqual([])
  await soon(() => shownSlots(floor.asterisk)).toEqual([])
})

test('conference: who is in it, and what each of them is', async ({ floor }) => {
  await meeting(floor)
  expect(conference(floor)).toMatchObject({ name: '61234', recording: false })
  expect(conference(floor)?.startedAt).not.toBeNull()
  const calls = new Set([...tablesOf(floor).participants.values()].map(({ call: id }) => id))
  expect([calls.size, calls.has(null)]).toEqual([3, false])
  await floor.clear()
  await expectRooms(floor)
  expect(tablesOf(floor).conferences.size).toBe(0)
})

test('conference: who waits for a marked user waits no more when that one comes', async ({ floor }) => {
  await call(floor, '101', '65555*waiting')
  await soon(() => [...tablesOf(floor).participants.values()].map(({ waiting }) => waiting)).toEqual([true])
  await expectRooms(floor)
  await call(floor, '102', '65555*marked')
  await soon(() => [...tablesOf(floor).participants.values()].map(({ waiting }) => waiting)).toEqual([false, false])
  await expectRooms(floor)
})

test('conference: mute, unmute, lock, unlock, record and kick, each by Asterisk’s own word', async ({ floor }) => {
  await meeting(floor)
  const does = async (input: Parameters<Floor['start']>[1]) => {
    const done = await floor.start(boss, input)
    expect([input.type, await done.ends(), done.way]).toEqual([input.type, 'done', 'sent accepted seen'])
    await expectRooms(floor)
  }
  const id = conference(floor)?.id ?? ''
  await does({ type: 'conference.mute', participant: participant(floor, '101') })
  expect((await shownRooms(floor.asterisk))['61234']?.people.map(({ muted }) => muted)).toEqual([true, false, false])
  const again = await floor.start(boss, { type: 'conference.mute', participant: participant(floor, '101') })
  expect([await again.ends(), again.receipt.detail]).toEqual(['changed', expect.stringMatching(/^muted/)])
  await does({ type: 'conference.unmute', participant: participant(floor, '101') })
  await does({ type: 'conference.lock', conference: id })
  expect((await shownRooms(floor.asterisk))['61234']?.locked).toBe(true)
  await does({ type: 'conference.unlock', conference: id })
  await does({ type: 'conference.record', conference: id, how: 'start' })
  expect(conference(floor)?.recording).toBe(true)
  expect(await floor.asterisk.cli('core show channels concise')).toContain('CBRec/61234')
  await does({ type: 'conference.record', conference: id, how: 'stop' })
  expect(conference(floor)?.recording).toBe(false)
  await does({ type: 'conference.kick', participant: participant(floor, '102') })
  await soon(floor.channels).not.toContain('102')
})

test('conference: who is invited by number comes in, and whoever does not answer is told of', async ({ floor }) => {
  await meeting(floor)
  const id = conference(floor)?.id ?? ''
  const invited = await floor.start(boss, { type: 'conference.invite', conference: id, to: '106' })
  expect([await invited.ends(), invited.way]).toEqual(['done', 'sent accepted dialling otherRings connected seen'])
  await expectRooms(floor)
  expect([...tablesOf(floor).participants.values()].map(({ number }) => number)).toContain('106')
  const reasons = { 123: 'noAnswer', 124: 'busy', 125: 'declined', 126: 'unreachable', 4444: 'invalidNumber' }
  for (const [to, reason] of Object.entries(reasons)) {
    const failed = await floor.start(boss, { type: 'conference.invite', conference: id, to })
    expect([to, await failed.ends()]).toEqual([to, reason])
  }
  expect(tablesOf(floor).participants.size).toBe(4)
})

test('lists tell the same as events have told', async ({ floor }) => {
  await meeting(floor)
  await parkedIn(floor, '106')
  const fresh = await openRoom(floor.asterisk, { handlers: {} as never })
  const { tables } = fresh.store
  expect(ourRooms(tables)).toEqual(ourRooms(tablesOf(floor)))
  expect(ourSlots(tables)).toEqual(ourSlots(tablesOf(floor)))
  expect([...tables.parkingLots.values()]).toEqual([...tablesOf(floor).parkingLots.values()])
  await fresh.close()
})
