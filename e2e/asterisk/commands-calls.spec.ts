import { somebody } from '@/server/commands/testing/house'
import { test as base, expect } from './fixtures'
import { type Floor, isWith, openFloor, soon } from './product/call-floor'

/** 121 and 122 answer, 123 rings, 124 is busy, 125 declines, 126 is not registered; 199 does not exist. */
const boss = (exten = '121') => somebody('supervisor', { name: `boss ${exten}`, phones: [phone(exten)] })
const agent = (exten: string) => somebody('agent', { name: `agent ${exten}`, phones: [phone(exten)] })

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

function phone(exten: string) {
  return { pbx: 'lab', interface: `PJSIP/${exten}`, exten, label: null }
}

test('a number dialled rings one’s own phone, then the other, and is followed to its end', async ({ floor }) => {
  const dialled = await floor.start(boss(), { type: 'dial', to: '101' })
  await dialled.reaches('connected')
  expect(await floor.channels()).toBe('101 AppDial, 121 Dial')
  const { user, text } = floor.asterisk.desk.invites.at(-1) ?? {}
  expect(user).toBe('121')
  expect(text, 'one’s own phone shows whom it will be connected to').toMatch(/^From: "Alice Anders" <sip:101@/m)
  const hungUp = await floor.start(boss(), { type: 'call.hangUp', call: (await floor.find(isWith('121'))).id })
  expect([await hungUp.ends(), hungUp.way]).toEqual(['done', 'sent accepted seen'])
  expect(await dialled.ends()).toBe('done')
  expect(dialled.way).toBe('sent accepted phoneRings phoneAnswered dialling otherRings connected ended')
  await soon(floor.channels).toBe('')
})

test('a call is cancelled while one’s own phone rings, and while the other does', async ({ floor }) => {
  const mine = await floor.start(boss('123'), { type: 'dial', to: '101' })
  await mine.reaches('phoneRings')
  const cancelled = await floor.start(boss('123'), { type: 'cancel', receipt: mine.id })
  expect([await cancelled.ends(), await mine.ends()]).toEqual(['done', 'cancelled'])
  await soon(() => floor.asterisk.desk.requests.at(-1)).toBe('CANCEL 123')
  const other = await floor.start(boss(), { type: 'dial', to: '103' })
  await other.reaches('otherRings')
  expect(await floor.channels()).toBe('103 AppDial, 121 Dial')
  await floor.start(boss(), { type: 'cancel', receipt: other.id })
  expect(await other.ends()).toBe('cancelled')
  await soon(floor.channels).toBe('')
})

test('why one’s own phone was not reached is told as it is', async ({ floor }) => {
  const reasons = { 123: 'noAnswer', 124: 'busy', 125: 'declined', 126: 'unreachable', 199: 'unreachable' }
  for (const [exten, reason] of Object.entries(reasons)) {
    const dialled = await floor.start(boss(exten), { type: 'dial', to: '104' })
    expect([exten, await dialled.ends()]).toEqual([exten, reason])
    expect(dialled.way).toBe(exten === '123' ? 'sent accepted phoneRings' : 'sent accepted')
  }
  await soon(floor.channels).toBe('')
})

test('why the other was not reached is told as it is', async ({ floor }) => {
  const reasons = { 123: 'noAnswer', 124: 'busy', 125: 'declined', 126: 'unreachable', 4444: 'invalidNumber' }
  for (const [exten, reason] of Object.entries(reasons)) {
    const dialled = await floor.start(boss(), { type: 'dial', to: exten })
    expect([exten, await dialled.ends()]).toEqual([exten, reason])
  }
  await soon(floor.channels).toBe('')
})

test('a menu dials nobody, and that is no failure', async ({ floor }) => {
  const dialled = await floor.start(boss(), { type: 'dial', to: '800' })
  await soon(floor.channels).toBe('121 Echo')
  await floor.clear()
  expect([await dialled.ends(), dialled.way]).toEqual(['done', 'sent accepted phoneRings phoneAnswered ended'])
})

test('a call is hung up; who declines lays down only one’s own phone', async ({ floor }) => {
  const call = await floor.talk('122', '101')
  const hungUp = await floor.start(boss(), { type: 'call.hangUp', call: call.id })
  expect([await hungUp.ends(), hungUp.way]).toEqual(['done', 'sent accepted seen'])
  await soon(floor.channels).toBe('')
  await floor.asterisk.cli('channel originate PJSIP/122 extension 123@internal')
  const rings = await floor.find(isWith('123'))
  const declined = await floor.start(agent('123'), { type: 'call.hangUp', call: rings.id })
  expect(await declined.ends()).toBe('done')
  await soon(() => floor.asterisk.desk.requests.findLast((request) => request.endsWith('123'))).toBe('CANCEL 123')
})

for (const [by, stays] of [
  ['from', '101'],
  ['to', '122'],
] as const)
  test(`a blind transfer by the side ‘${by}’ leads ${stays} on`, async ({ floor }) => {
    const call = await floor.talk('122', '101')
    const sent = await floor.start(boss(), { type: 'call.transfer', call: call.id, by, to: '102' })
    expect([await sent.ends(), sent.way]).toEqual(['done', 'sent accepted seen:102 dialling otherRings connected'])
    await soon(floor.channels).toBe(`${[`102 AppDial`, `${stays} Dial`].toSorted().join(', ')}`)
  })

test('a blind transfer that finds nobody says why', async ({ floor }) => {
  const reasons = { 123: 'noAnswer', 124: 'busy', 125: 'declined', 126: 'unreachable', 4444: 'invalidNumber' }
  for (const [to, reason] of Object.entries(reasons)) {
    const call = await floor.talk('122', '101')
    const sent = await floor.start(boss(), { type: 'call.transfer', call: call.id, by: 'from', to })
    expect([to, await sent.ends()]).toEqual([to, reason])
    expect(sent.way).toMatch(`sent accepted seen:${to}`)
    await floor.clear()
  }
})

/** 122 talks to 101 and asks 102, while 101 hears music. */
async function consulting(floor: Floor) {
  const call = await floor.talk('122', '101')
  const asked = await floor.start(agent('122'), { type: 'call.attendedTransfer', call: call.id, by: 'from', to: '102' })
  await asked.reaches('seen')
  await soon(floor.bridges).toBe('101, 102+102@internal, 102@internal+122')
  expect(asked.receipt).toMatchObject({ state: 'underway', cancellable: true })
  return asked
}

test('an attended transfer is completed by hanging up: the others talk', async ({ floor }) => {
  const asked = await consulting(floor)
  const call = await floor.find(isWith('122'))
  const hungUp = await floor.start(agent('122'), { type: 'call.hangUp', call: call.id })
  expect(await hungUp.ends()).toBe('done')
  expect([await asked.ends(), asked.way]).toEqual(['done', 'sent accepted seen connected'])
  await soon(floor.bridges).toBe('101+102@internal, 102+102@internal')
})

test('an attended transfer is cancelled: the first two talk again', async ({ floor }) => {
  const asked = await consulting(floor)
  const cancelled = await floor.start(agent('122'), { type: 'cancel', receipt: asked.id })
  expect([await cancelled.ends(), await asked.ends()]).toEqual(['done', 'cancelled'])
  await soon(floor.bridges).toBe('101+122')
  await soon(floor.channels).toBe('101 AppDial, 122 Dial')
})

test('an attended transfer is taken back by its own command', async ({ floor }) => {
  const asked = await consulting(floor)
  const call = await floor.find(isWith('122'))
  const by = call.from.channel?.startsWith('PJSIP/122-') ? 'from' : 'to'
  const back = await floor.start(boss('122'), { type: 'call.cancelTransfer', call: call.id, by })
  expect([await back.ends(), back.way]).toEqual(['done', 'sent accepted seen'])
  expect(await asked.ends()).toBe('cancelled')
  await soon(floor.bridges).toBe('101+122')
})

test('who is asked before a transfer cannot be had: whoever asks talks on, and is told why', async ({ floor }) => {
  const reasons = { 123: 'noAnswer', 124: 'busy', 126: 'unreachable', 4444: 'invalidNumber' }
  for (const [to, reason] of Object.entries(reasons)) {
    const call = await floor.talk('122', '101')
    const asked = await floor.start(agent('122'), { type: 'call.attendedTransfer', call: call.id, by: 'from', to })
    expect([to, await asked.ends()]).toEqual([to, reason])
    await soon(floor.bridges).toBe('101+122')
    await floor.clear()
  }
})

test('where the dialplan lets nobody transfer, Asterisk says Success and nothing is seen', async ({ floor }) => {
  const call = await floor.talk('122', '140')
  const asked = await floor.start(boss(), { type: 'call.attendedTransfer', call: call.id, by: 'from', to: '102' })
  expect([await asked.ends(), asked.receipt.detail, asked.way]).toEqual(['notSeen', 'featureCode', 'sent accepted'])
  expect(await floor.bridges()).toBe('101+122')
})

test('who is parked is fetched by one’s own phone', async ({ floor }) => {
  const call = await floor.talk('122', '101')
  const parked = await floor.start(boss(), { type: 'call.park', call: call.id, party: 'to' })
  expect([await parked.ends(), parked.way]).toEqual(['done', 'sent accepted seen:701'])
  expect(await floor.asterisk.cli('parking show default')).toMatch(/Space\s*: +701\s+Channel\s*: +PJSIP\/101-/)
  const slot = await floor.find(({ parkingSlot }) => parkingSlot === '701')
  const fetched = await floor.start(boss(), { type: 'call.fetch', call: slot.id })
  await fetched.reaches('connected')
  expect(fetched.way).toBe('sent accepted phoneRings phoneAnswered connected')
  await soon(floor.bridges).toBe('101+121')
  await soon(() => floor.room.store.tables.calls.get(slot.id)?.parkingSlot ?? null).toBeNull()
  const late = await floor.start(boss('122'), { type: 'call.fetch', call: slot.id })
  expect([['gone', 'changed'].includes(await late.ends()), late.way]).toEqual([true, ''])
  await floor.clear()
  expect(await fetched.ends()).toBe('done')
})

test('both sides go to a conference', async ({ floor }) => {
  const call = await floor.talk('122', '101')
  const met = await floor.start(boss(), { type: 'call.conference', call: call.id })
  expect([await met.ends(), met.way]).toEqual(['done', expect.stringMatching(/^sent accepted seen:6\d{4}$/)])
  expect(await floor.channels()).toMatch(/^101 ConfBridge, 122 ConfBridge/)
  const room = met.way.split(':')[1]
  expect(await floor.asterisk.cli('confbridge list')).toMatch(new RegExp(`^${room} +2 `, 'm'))
})

test('a limit ends the call, and is taken away before it does', async ({ floor }) => {
  const call = await floor.talk('122', '101')
  const limit = async (seconds: number) => {
    const limited = await floor.start(boss(), { type: 'call.limit', call: call.id, seconds })
    expect([await limited.ends(), limited.way]).toEqual(['done', 'sent accepted seen'])
    const shown = await floor.asterisk.cli(`core show channel ${call.from}`)
    return /Time to Hangup: (-?\d+)/.exec(shown)?.[1]
  }
  expect(Number(await limit(60))).toBeGreaterThan(0)
  expect(Number(await limit(0))).toBeLessThanOrEqual(0)
  await limit(2)
  await soon(floor.channels).toBe('')
})

test('a recording is started, silenced, heard again and stopped', async ({ floor }) => {
  const call = await floor.talk('122', '101')
  const record = async (how: 'start' | 'mute' | 'unmute' | 'stop') => {
    const done = await floor.start(boss(), { type: 'call.record', call: call.id, how })
    return [await done.ends(), done.way]
  }
  const recordings = () => floor.asterisk.cli(`mixmonitor list ${call.from}`)
  for (const [how, recording] of [
    ['start', 'on'],
    ['mute', 'muted'],
    ['unmute', 'on'],
  ] as const) {
    expect(await record(how)).toEqual(['done', 'sent accepted seen'])
    expect(await recordings()).toMatch(/\t\/tmp\/[\w.-]+/)
    await soon(() => floor.room.store.tables.calls.get(call.id)?.recording).toBe(recording)
  }
  expect(await record('start')).toEqual(['changed', ''])
  expect(await record('stop')).toEqual(['done', 'sent accepted seen'])
  expect(await recordings()).not.toContain('/tmp/')
  expect(await record('stop')).toEqual(['refusedByPbx', 'sent'])
})

const OPTIONS = { listen: 'quES', whisper: 'quESw', barge: 'quESB' } as const

for (const mode of ['listen', 'whisper', 'barge'] as const)
  test(`one’s own phone comes to ${mode}, to that channel alone, and leaves again`, async ({ floor }) => {
    const call = await floor.talk('122', '101')
    const listens = await floor.start(boss(), { type: 'call.listen', call: call.id, party: 'to', mode })
    await listens.reaches('connected')
    expect(listens.way).toBe('sent accepted phoneRings phoneAnswered connected')
    const { application, data } = await floor.channelOf('121')
    expect([application, data]).toEqual(['ChanSpy', `${call.to},${OPTIONS[mode]}`])
    expect(listens.receipt.cancellable).toBe(true)
    await floor.start(boss(), { type: 'cancel', receipt: listens.id })
    expect([await listens.ends(), listens.way.split(' ').at(-1)]).toEqual(['done', 'ended'])
    await soon(floor.channels).toBe('101 AppDial, 122 Dial')
    // Its own line and that of what ended it come in any order.
    const detail = () => floor.room.lines.findLast((line) => line.detail?.seconds !== undefined)?.detail
    await soon(detail).toMatchObject({ mode, channel: call.to, seconds: expect.any(Number) })
  })

test('listening ends with the call, and does not begin where nobody is any more', async ({ floor }) => {
  const call = await floor.talk('122', '101')
  const listen = { type: 'call.listen', call: call.id, party: 'to', mode: 'listen' } as const
  const listens = await floor.start(boss(), listen)
  await listens.reaches('connected')
  await floor.asterisk.cli(`channel request hangup ${call.to}`)
  expect(await listens.ends()).toBe('done')
  const next = await floor.talk('122', '101')
  const late = await floor.start(boss(), { ...listen, call: next.id })
  await floor.asterisk.cli(`channel request hangup ${next.to}`)
  expect([await late.ends(), late.way]).toEqual(['gone', 'sent accepted phoneRings phoneAnswered'])
  await soon(floor.channels).toBe('')
})
