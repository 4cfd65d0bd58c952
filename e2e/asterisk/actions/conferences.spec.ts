import { amiAction } from '@/server/ami/catalogue/action'
import { expect, test } from './fixtures'
import { type Room, soon } from './room'

const Conference = '60001'

/** 121 and 102 in the conference. Who still hears an announcement is in its list, but nothing can be done to him. */
async function meet(room: Room) {
  const one = await room.phone('121', { exten: `${Conference}*quiet` })
  const other = await room.phone('102', { exten: `${Conference}*quiet` })
  const inside = async (channel: string) => /Bridge ID: [\w-]{36}/.test(await room.shown(channel))
  await soon(async () => (await inside(one)) && (await inside(other))).toBe(true)
  return { one, other }
}

/** Channels and flags as the console shows them. */
async function people({ cli }: Room): Promise<string[]> {
  const lines = (await cli(`confbridge list ${Conference}`)).split('\n')
  return lines.filter((line) => line.startsWith('PJSIP/')).map((line) => line.slice(0, 37).replace(/\s+/g, ' ').trim())
}

/** The conference’s line in the list of all. */
async function line({ cli }: Room): Promise<string> {
  return (await cli('confbridge list')).split('\n').find((one) => one.startsWith(Conference)) ?? ''
}

test('rooms and who is in them', async ({ room }) => {
  const { one, other } = await meet(room)
  const rooms = await room.list(amiAction('ConfbridgeListRooms'))
  expect(rooms.map((item) => [item.get('Conference'), item.get('Parties')])).toEqual([[Conference, '2']])
  const listed = await room.list(amiAction('ConfbridgeList', { Conference }))
  expect(listed.map((item) => item.get('Channel')).toSorted()).toEqual([one, other].toSorted())
  expect(await room.refusal(amiAction('ConfbridgeList', { Conference: '69999' }))).toContain(
    'No Conference by that name',
  )
})

test('administrators, marked people and those who wait for them are told apart', async ({ room }) => {
  const callers = []
  for (const kind of ['waiting', 'admin', 'marked'])
    callers.push(await room.asterisk.placeCall({ queue: `${Conference}*${kind}`, name: kind, number: '1' }))
  const listed = async () => {
    const items = await room.list(amiAction('ConfbridgeList', { Conference })).catch(() => [])
    const told = items.map((item) => [item, ...['CallerIDName', 'Admin', 'MarkedUser', 'WaitMarked']] as const)
    return told.map(([item, ...headers]) => headers.map((header) => item.get(header)).join(' ')).toSorted()
  }
  await soon(listed).toEqual(['admin Yes No No', 'marked No Yes No', 'waiting No No Yes'])
  for (const caller of callers) await caller.abort()
})

test('ConfbridgeMute and ConfbridgeUnmute: one, and all at once', async ({ room }) => {
  const { one, other } = await meet(room)
  await room.send(amiAction('ConfbridgeMute', { Conference, Channel: one }))
  await soon(() => people(room)).toEqual(expect.arrayContaining([`${one} m`, other]))
  await room.send(amiAction('ConfbridgeUnmute', { Conference, Channel: one }))
  await soon(() => people(room)).toEqual(expect.arrayContaining([one, other]))
  await room.send(amiAction('ConfbridgeMute', { Conference, Channel: 'all' }))
  await soon(() => people(room)).toEqual(expect.arrayContaining([`${one} m`, `${other} m`]))
})

test('ConfbridgeLock keeps others out until ConfbridgeUnlock', async ({ room }) => {
  await meet(room)
  expect(await line(room)).toMatch(/ No +No *$/)
  await room.send(amiAction('ConfbridgeLock', { Conference }))
  expect(await line(room)).toMatch(/ Yes +No *$/)
  await room.send(amiAction('Originate', { Channel: 'PJSIP/122', Application: 'ConfBridge', Data: Conference }))
  await soon(() => people(room).then(({ length }) => length)).toBe(2)
  await room.send(amiAction('ConfbridgeUnlock', { Conference }))
  expect(await line(room)).toMatch(/ No +No *$/)
})

test('ConfbridgeStartRecord and ConfbridgeStopRecord', async ({ room }) => {
  await meet(room)
  const recorder = async () => (await room.channels()).filter((one) => one.startsWith('CBRec/')).length
  await room.send(amiAction('ConfbridgeStartRecord', { Conference, RecordFile: `/tmp/meeting-${process.pid}.wav` }))
  await soon(recorder).toBeGreaterThan(0)
  await room.event('ConfbridgeRecord', { Conference })
  await room.send(amiAction('ConfbridgeStopRecord', { Conference }))
  await soon(recorder).toBe(0)
  expect(await room.refusal(amiAction('ConfbridgeStopRecord', { Conference }))).toContain('Internal error')
})

test('ConfbridgeKick sends one away; ConfbridgeSetSingleVideoSrc names whose picture is seen', async ({ room }) => {
  const { one, other } = await meet(room)
  await room.send(amiAction('ConfbridgeSetSingleVideoSrc', { Conference, Channel: other }))
  await room.send(amiAction('ConfbridgeKick', { Conference, Channel: one }))
  await soon(() => people(room)).toEqual([other])
  await room.send(amiAction('ConfbridgeKick', { Conference, Channel: 'all' }))
  await soon(() => line(room)).toBe('')
})
