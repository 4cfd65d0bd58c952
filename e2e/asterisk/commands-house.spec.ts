import { somebody } from '@/server/commands/testing/house'
import { test as base, expect } from './fixtures'
import { type Floor, openFloor, soon } from './product/call-floor'
import { channelField } from './truth/channels'

/** 121 and 122 answer, 123 rings, 126 is not registered. */
const boss = (exten = '121') => somebody('admin', { name: `boss ${exten}`, phones: [phone(exten)] })

/** One Asterisk for all of them, and the far one that it registers to: nobody is on the phone when a test begins. */
const test = base.extend<object, { floor: Floor }>({
  floor: [
    async ({ asteriskVersion }, use) => {
      const floor = await openFloor(asteriskVersion, { far: true })
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

/** The phone of this number rings: its channel's id. */
async function ringing({ room }: Floor, exten: string): Promise<string> {
  const find = () =>
    [...room.store.tables.phoneChannels.values()].find(
      ({ endpoint, state }) => endpoint === `PJSIP/${exten}` && state === 'ringing',
    )?.id
  await soon(find).toBeTruthy()
  return find() ?? ''
}

function idOf<R extends { id: string }>(records: { values(): Iterable<R> }, isIt: (record: R) => boolean): string {
  return [...records.values()].find(isIt)?.id ?? ''
}

test('a call that rings at another phone is picked up, and that phone rings no more', async ({ floor }) => {
  await floor.asterisk.cli('channel originate PJSIP/122 extension 123@internal')
  const channel = await ringing(floor, '123')
  const taken = await floor.start(boss(), { type: 'phone.pickUp', channel })
  await taken.reaches('connected')
  await soon(floor.bridges).toBe('121+122')
  await soon(() => floor.asterisk.desk.requests.findLast((request) => request.endsWith('123'))).toBe('CANCEL 123')
  const late = await floor.start(boss(), { type: 'phone.pickUp', channel })
  expect(await late.ends()).toBe('gone')
  await floor.clear()
  expect([await taken.ends(), taken.way]).toEqual(['done', 'sent accepted phoneRings phoneAnswered connected ended'])
})

test('a caller of a queue whose agent’s phone rings is picked up, and waits no more', async ({ floor }) => {
  await floor.asterisk.cli('queue add member PJSIP/108 to night')
  const caller = await floor.asterisk.placeCall({ queue: 'night', name: 'Tom', number: '+442071838750' })
  const channel = await ringing(floor, '108')
  const taken = await floor.start(boss(), { type: 'phone.pickUp', channel })
  await taken.reaches('connected')
  await soon(floor.bridges).toBe('121+carrier')
  await soon(() => floor.room.store.tables.callers.size).toBe(0)
  expect(await floor.asterisk.cli('queue show night')).toContain('No Callers')
  await caller.hangUp()
  expect(await taken.ends()).toBe('done')
  await floor.asterisk.cli('queue remove member PJSIP/108 from night')
})

test('a text is shown by an idle phone and by one in a call; who is not there is told of', async ({ floor }) => {
  const text = (exten: string) =>
    floor.start(boss(), { type: 'phone.text', pbx: 'lab', endpoint: `PJSIP/${exten}`, text: 'Tom’s waiting: 7, ok?' })
  const idle = await text('121')
  expect([await idle.ends(), idle.way, idle.receipt.detail]).toEqual(['done', 'sent accepted', 'unconfirmed'])
  await soon(() => floor.asterisk.desk.requests.at(-1)).toBe('MESSAGE 121')
  await floor.talk('122', '101')
  expect(await (await text('122')).ends()).toBe('done')
  await soon(() => floor.asterisk.desk.requests.at(-1), 'within the call, to where the phone said it is').toBe(
    'MESSAGE desk',
  )
  expect(await (await text('126')).ends()).toBe('refusedByPbx')
  expect(await (await text('999')).ends()).toBe('gone')
})

test('a message is left in a mailbox, and lies there', async ({ floor, asteriskVersion }) => {
  const { mailboxes } = floor.room.store.tables
  if (asteriskVersion === '16') {
    // Its package has no app_voicemail, which the abilities tell.
    const [abilities] = floor.room.commands.abilities()
    expect(abilities?.commands['mailbox.leave']).toEqual({ reason: 'unsupported', detail: 'VoicemailUsersList' })
    return
  }
  const mailbox = idOf(mailboxes, (one) => one.mailbox === '101@default')
  const left = await floor.start(boss(), { type: 'mailbox.leave', mailbox })
  await left.reaches('connected')
  await soon(floor.channels).toBe('121 VoiceMail')
  const { name } = await floor.channelOf('121')
  // By then there is sound.
  const elapsed = async () => channelField(await floor.asterisk.cli(`core show channel ${name}`), 'Elapsed Time')
  await soon(elapsed).toMatch(/m([3-9]|\d\d)s/)
  await floor.clear()
  expect([await left.ends(), left.way]).toEqual(['done', 'sent accepted phoneRings phoneAnswered connected ended seen'])
  expect(mailboxes.get(mailbox)?.newMessages).toBe(1)
  expect(await floor.asterisk.cli('voicemail show users')).toMatch(/101 +Alice Anders.* 1$/m)
})

test('a trunk is checked now; one that is not asked for is told of', async ({ floor }) => {
  const { endpoints } = floor.room.store.tables
  const check = (name: string) =>
    floor.start(boss(), { type: 'trunk.qualify', endpoint: idOf(endpoints, (one) => one.name === name) })
  const trunk = await check('trunk')
  expect([await trunk.ends(), trunk.way]).toEqual(['done', 'sent accepted seen'])
  expect(await floor.asterisk.cli('pjsip show contacts')).toMatch(/trunk\/.* Avail /)
  const unasked = await check('121')
  expect([await unasked.ends(), unasked.receipt.detail]).toEqual(['notConfigured', 'qualify_frequency'])
})

test('a trunk is unregistered, and registered anew', async ({ floor }) => {
  const { registrations } = floor.room.store.tables
  const shown = () => floor.asterisk.cli('pjsip show registrations')
  await soon(shown).toMatch(/trunk\/.* Registered/)
  const registration = idOf(registrations, ({ technology }) => technology === 'PJSIP')
  const off = await floor.start(boss(), { type: 'trunk.unregister', registration })
  expect([await off.ends(), off.way]).toEqual(['done', 'sent accepted seen'])
  expect(await shown()).toMatch(/trunk\/.* Unregistered/)
  await soon(() => registrations.get(registration)?.state).toBe('unregistered')
  for (const when of ['from nothing', 'again']) {
    const on = await floor.start(boss(), { type: 'trunk.register', registration })
    expect([when, await on.ends(), on.way]).toEqual([when, 'done', 'sent accepted seen'])
    expect(await shown()).toMatch(/trunk\/.* Registered/)
  }
  await soon(() => registrations.get(registration)?.state).toBe('registered')
})
