import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../simulator'
import { AmiClient } from '../testing/ami-client'
import { ManualClock } from '../testing/manual-clock'

let simulator: Simulator
let client: AmiClient
const clock = new ManualClock()

beforeEach(async () => {
  simulator = await startSimulator({ clock, historyMinutes: 1 })
  client = await AmiClient.connect(simulator.port)
})

afterEach(async () => {
  client.close()
  await simulator.close()
})

test('the banner is that of Asterisk 22', () => {
  expect(client.banner).toBe('Asterisk Call Manager/11.0.0')
})

test('before the login only a login helps', async () => {
  const reply = await client.send({ Action: 'QueueStatus', ActionID: 'q' })
  expect(reply.headers).toEqual([
    ['Response', 'Error'],
    ['ActionID', 'q'],
    ['Message', 'Permission denied'],
  ])
})

test('a plain login is answered, and FullyBooted follows without a timestamp', async () => {
  const reply = await client.send({ Action: 'login', username: 'callboard', Secret: 'callboard' })
  expect(reply.get('Message')).toBe('Authentication accepted')
  await client.until(() => client.events.length > 0)
  expect(client.events[0]?.headers).toEqual([
    ['Event', 'FullyBooted'],
    ['Privilege', 'system,all'],
    ['Uptime', '60'],
    ['LastReload', '60'],
    ['Status', 'Fully Booted'],
  ])
})

test('an MD5 login takes the challenge with the secret', async () => {
  const { get } = await client.send({ Action: 'Challenge', AuthType: 'MD5' })
  const Key = createHash('md5')
    .update(`${get('Challenge')}callboard`)
    .digest('hex')
  const reply = await client.send({ Action: 'Login', AuthType: 'MD5', Username: 'callboard', Key })
  expect(reply.get('Message')).toBe('Authentication accepted')
})

test.each([{ Secret: 'wrong' }, { Username: 'nobody' }, { AuthType: 'MD5', Key: 'callboard' }])(
  'a wrong login %o is refused after a second, and the connection ends',
  async (wrong) => {
    const answered = client.send({ Action: 'Login', Username: 'callboard', Secret: 'callboard', ...wrong })
    await client.until(() => true)
    const waited = (async () => {
      while (!client.closed) {
        await new Promise((resolve) => setImmediate(resolve))
        clock.advance(100)
      }
    })()
    expect((await answered).get('Message')).toBe('Authentication failed')
    await waited
  },
)

test('logins are refused while the switch says so', async () => {
  simulator.refuseLogins(true)
  const answered = client.send({ Action: 'Login', Username: 'callboard', Secret: 'callboard' })
  while (!client.closed) {
    await new Promise((resolve) => setImmediate(resolve))
    clock.advance(100)
  }
  expect((await answered).get('Message')).toBe('Authentication failed')
})

test('a mask of classes lets only their events through, and an unknown word none', async () => {
  await client.send({ Action: 'Login', Username: 'callboard', Secret: 'callboard', Events: 'agent' })
  clock.advance(30 * 60_000)
  await client.send({ Action: 'Events', EventMask: 'nonsense' })
  const heard = client.events.length
  expect(new Set(client.events.map((event) => event.get('Privilege')))).toEqual(new Set(['agent,all']))
  clock.advance(30 * 60_000)
  await client.send({ Action: 'Ping' })
  expect(client.events.length).toBe(heard)
})

test('what is not simulated is refused in Asterisk’s words', async () => {
  await client.send({ Action: 'Login', Username: 'callboard', Secret: 'callboard', Events: 'off' })
  const reply = await client.send({ Action: 'SIPpeers', ActionID: 'o' })
  expect(reply.headers).toEqual([
    ['Response', 'Error'],
    ['ActionID', 'o'],
    ['Message', 'Invalid/unknown command: SIPpeers. Use Action: ListCommands to show available commands.'],
  ])
})

test('an over-long line and a message without an action are each answered once', async () => {
  await client.send({ Action: 'Login', Username: 'callboard', Secret: 'callboard', Events: 'off' })
  const tooLong = await client.send({ Action: 'Ping', Filler: 'x'.repeat(1020) })
  expect(tooLong.get('Message')).toBe('Failed to parse message: line too long')
  expect((await client.send({ Foo: 'bar' })).get('Message')).toBe('Missing action in request')
  expect((await client.send({ Action: 'Ping' })).get('Ping')).toBe('Pong')
})

test('Logoff says Goodbye and closes', async () => {
  await client.send({ Action: 'Login', Username: 'callboard', Secret: 'callboard', Events: 'off' })
  expect((await client.send({ Action: 'Logoff' })).get('Response')).toBe('Goodbye')
  await client.until(() => client.closed)
})

test('ListCommands names what there is', async () => {
  await client.send({ Action: 'Login', Username: 'callboard', Secret: 'callboard', Events: 'off' })
  const names = (await client.send({ Action: 'ListCommands' })).headers.map(([name]) => name)
  expect(names).toEqual(expect.arrayContaining(['QueueStatus', 'QueueWithdrawCaller', 'Login']))
})
