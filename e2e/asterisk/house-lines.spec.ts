import type { Reach } from '@/lib/domain/line'
import type { DeviceState } from '@/lib/domain/member'
import type { ReadTable } from '@/server/store/types'
import { patiently } from '../fixtures/patience'
import { test as base, expect } from './fixtures'
import { type Floor, openFloor, soon } from './product/call-floor'
import { parseContacts, parseEndpoints, parseMailboxes, parsePeers, parseRegistrations } from './truth/lines-show'

/** One Asterisk for all of them, with a far one for its trunk and its peer. */
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

/** Asterisk's own words (main/devicestate.c; res/res_pjsip/location.c; channels/chan_iax2.c) in ours. */
const STATES: Record<string, DeviceState> = {
  'Not in use': 'notInUse',
  'In use': 'inUse',
  Unavailable: 'unavailable',
  Ringing: 'ringing',
  Busy: 'busy',
}
const REACHES: Record<string, Reach> = {
  ...{ Avail: 'reachable', Unavail: 'unreachable', NonQual: 'unmonitored' },
  ...{ OK: 'reachable', UNREACHABLE: 'unreachable', Unmonitored: 'unmonitored' },
}

const tablesOf = (floor: Floor) => floor.room.store.tables
const all = <R>(table: ReadTable<R>): R[] => [...table.values()]
const endpoint = (floor: Floor, name: string, technology = 'PJSIP') =>
  all(tablesOf(floor).endpoints).find((one) => one.name === name && one.technology === technology)
const registration = (floor: Floor, technology: string) =>
  all(tablesOf(floor).registrations).find((one) => one.technology === technology)

const mapped = <T>(shown: Record<string, T>, to: (value: T) => unknown) =>
  Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, to(value)]))

/** What Asterisk's console shows of its lines, in our words. */
async function shown({ asterisk }: Floor) {
  const states = mapped(parseEndpoints(await asterisk.cli('pjsip show endpoints')), ({ state, channels }) => ({
    state: STATES[state] ?? state,
    channels,
  }))
  const contacts = mapped(parseContacts(await asterisk.cli('pjsip show contacts')), (word) => REACHES[word] ?? word)
  const peers = mapped(parsePeers(await asterisk.cli('iax2 show peers')), (word) => REACHES[word] ?? word)
  const registrations = mapped(parseRegistrations(await asterisk.cli('pjsip show registrations')), (word) =>
    word.toLowerCase(),
  )
  return { states, contacts, peers, registrations }
}

/** The same by the store. */
function ours(floor: Floor) {
  const { endpoints, contacts, registrations } = tablesOf(floor)
  const of = (technology: string) => all(endpoints).filter((one) => one.technology === technology)
  return {
    states: Object.fromEntries(of('PJSIP').map(({ name, state, channels }) => [name, { state, channels }])),
    contacts: Object.fromEntries(all(contacts).map(({ aor, uri, reach }) => [`${aor}/${uri}`, reach])),
    peers: Object.fromEntries(of('IAX2').map(({ name, reach }) => [name, reach])),
    registrations: Object.fromEntries(
      all(registrations).flatMap(({ technology, name, state }) => (technology === 'PJSIP' ? [[name, state]] : [])),
    ),
  }
}

/** Waits until the store equals the console. */
async function expectLines(floor: Floor) {
  const difference = async () => {
    const [their, our] = [await shown(floor), ours(floor)]
    const sorted = (lines: object) => JSON.stringify(lines, (_, value) => (isPlain(value) ? inOrder(value) : value))
    return sorted(their) === sorted(our) ? 'the same' : { their, our }
  }
  await expect.poll(difference).toBe('the same')
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function inOrder(value: object): object {
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

test('endpoints, contacts, peers and registrations are those that the console shows', async ({ floor }) => {
  await soon(() => endpoint(floor, 'trunk')?.reach).toBe('reachable')
  await soon(() => registration(floor, 'PJSIP')?.state).toBe('registered')
  await expectLines(floor)
  expect(Object.keys(ours(floor).states).length).toBeGreaterThan(15)
  expect(endpoint(floor, 'trunk')).toMatchObject({
    kind: 'trunk',
    address: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
  })
  expect(endpoint(floor, 'trunk')?.roundTripMs).toBeGreaterThan(0)
  expect(endpoint(floor, '101')).toMatchObject({ kind: 'phone' })
  expect(endpoint(floor, '126')).toMatchObject({ kind: 'phone', reach: 'unregistered' })
  // Only ever calls in: it has no address to ask.
  expect(endpoint(floor, 'carrier')).toMatchObject({ kind: 'trunk', reach: 'unmonitored' })
  expect(endpoint(floor, 'far', 'IAX2')).toMatchObject({ kind: 'trunk' })
  expect(registration(floor, 'PJSIP')).toMatchObject({ name: 'trunk', user: 'near', endpoint: 'trunk' })
  expect(registration(floor, 'IAX2')).toMatchObject({ user: 'near', endpoint: 'far' })
})

test('who talks to whom is what the bridges say, ringing and dialling included', async ({ floor }) => {
  const talks = () =>
    all(tablesOf(floor).phoneChannels).map((one) => `${one.endpoint} ${one.state} ${one.otherEndpoint}`)
  await floor.asterisk.cli('channel originate PJSIP/121 extension 123@internal')
  await soon(() => talks().toSorted()).toEqual(['PJSIP/121 dialing PJSIP/123', 'PJSIP/123 ringing PJSIP/121'])
  await floor.clear()
  await soon(talks).toEqual([])
  await floor.talk('121', '122')
  await soon(() => talks().toSorted()).toEqual(['PJSIP/121 talking PJSIP/122', 'PJSIP/122 talking PJSIP/121'])
  await soon(floor.bridges).toBe('121+122')
  const [call] = all(tablesOf(floor).calls)
  expect(all(tablesOf(floor).phoneChannels).map((channel) => channel.call)).toEqual([call?.id, call?.id])
  await expectLines(floor)
})

test('channels in use are counted per trunk', async ({ floor }) => {
  const used = () => [endpoint(floor, 'trunk')?.channels, endpoint(floor, 'far', 'IAX2')?.channels]
  await floor.asterisk.cli('channel originate PJSIP/121 extension 9001@internal')
  await floor.asterisk.cli('channel originate PJSIP/122 extension 9001@internal')
  await floor.asterisk.cli('channel originate PJSIP/127 extension 5001@internal')
  await soon(used).toEqual([2, 1])
  await soon(() => floor.bridges()).toBe('121+trunk, 122+trunk, 127+far')
  await expectLines(floor)
  await floor.clear()
  await soon(used).toEqual([0, 0])
})

test('what somebody tells of themselves stands at their extension', async ({ floor }) => {
  const presence = () => all(tablesOf(floor).extensions).find(({ exten }) => exten === '102')?.presence
  await floor.asterisk.cli('presencestate change CustomPresence:102 dnd')
  await soon(presence).toEqual({ state: 'dnd', subtype: null, message: null })
  await floor.asterisk.cli('presencestate change CustomPresence:102 "away,upstairs,eating lunch"')
  await soon(presence).toEqual({ state: 'away', subtype: 'upstairs', message: 'eating lunch' })
})

test('mailboxes count what is left in them, the urgent ones too', async ({ floor, asteriskVersion }) => {
  test.skip(asteriskVersion === '16', 'The package of 16 has no voicemail.')
  const counts = () => Object.fromEntries(all(tablesOf(floor).mailboxes).map((one) => [one.mailbox, one.newMessages]))
  const console = async () => parseMailboxes(await floor.asterisk.cli('voicemail show users'))
  expect(counts()).toEqual(await console())
  floor.asterisk.layMessage('101', { name: 'Tom', number: '+442071838750' })
  floor.asterisk.layMessage('102', { name: 'Ann', number: '+442071838751', urgent: true })
  await soon(counts).toEqual({ '101@default': 1, '102@default': 1 })
  expect(counts()).toEqual(await console())
  const alice = all(tablesOf(floor).mailboxes).find(({ mailbox }) => mailbox === '101@default')
  expect(alice).toMatchObject({ name: 'Alice Anders', oldMessages: 0 })
  expect(Date.now() - (alice?.changedAt ?? 0)).toBeLessThan(30_000)
})

test('a registration ended by hand is lost, and returns', async ({ floor }) => {
  const state = () => registration(floor, 'PJSIP')?.state
  await floor.asterisk.cli('pjsip send unregister trunk')
  await soon(state).toBe('unregistered')
  await expectLines(floor)
  await floor.asterisk.cli('pjsip send register trunk')
  await soon(state).toBe('registered')
  expect(registration(floor, 'PJSIP')?.nextAt).toBeGreaterThan(Date.now())
  await expectLines(floor)
})

test('the far Asterisk falls: trunk and registration say so, and that it is back', async ({ floor }) => {
  test.setTimeout(180_000)
  const slowly = { timeout: 60_000 }
  const killedAt = Date.now()
  await floor.asterisk.far?.kill()
  await expect.poll(() => endpoint(floor, 'trunk')?.reach, slowly).toBe('unreachable')
  const since = endpoint(floor, 'trunk')?.reachSince ?? 0
  expect(since).toBeGreaterThanOrEqual(killedAt - 1_000)
  expect(Date.now() - since).toBeLessThan(patiently(10_000))
  await floor.asterisk.cli('pjsip send register trunk')
  await expect.poll(() => registration(floor, 'PJSIP')?.state, slowly).toBe('rejected')
  await expectLines(floor)
  floor.asterisk.far?.start()
  await floor.asterisk.far?.booted()
  await expect.poll(() => registration(floor, 'PJSIP')?.state, slowly).toBe('registered')
  await expect.poll(() => endpoint(floor, 'trunk')?.reach, slowly).toBe('reachable')
  await expectLines(floor)
})
