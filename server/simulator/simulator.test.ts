import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type Simulator, startSimulator } from './simulator'
import { AmiClient } from './testing/ami-client'
import { ManualClock } from './testing/manual-clock'

// Days of hundreds of people, on machines that have other things to do.

let simulator: Simulator
let client: AmiClient

afterEach(async () => {
  client.close()
  await simulator.close()
})

async function start(options: Parameters<typeof startSimulator>[0] = {}): Promise<ManualClock> {
  const clock = new ManualClock()
  simulator = await startSimulator({ clock, ...options })
  client = await AmiClient.login(simulator)
  return clock
}

const waitingIn = (name: string) => simulator.snapshot().queues[name]?.waiting.length

test('a start shows a lived-in morning at once', async () => {
  await start()
  const { queues, channels } = simulator.snapshot()
  expect(Object.keys(queues)).toEqual(['support', 'sales', 'billing', 'night'])
  const support = queues.support
  expect(support?.completed).toBeGreaterThan(50)
  expect(support?.abandoned).toBeGreaterThan(5)
  expect(support?.waiting.length).toBeGreaterThan(3)
  expect(channels.length).toBeGreaterThan(5)
})

test('the same seed gives the same day, another seed another one', async () => {
  await start({ seed: 7 })
  const first = simulator.snapshot()
  for (const [seed, same] of [
    [7, true],
    [8, false],
  ] as const) {
    const other = await startSimulator({ clock: new ManualClock(), seed })
    expect(JSON.stringify(other.snapshot()) === JSON.stringify(first)).toBe(same)
    await other.close()
  }
})

test.each([
  ['1', { support: 12 }],
  ['4', { support: 12, sales: 2, billing: 5, night: 0 }],
  ['12', { 'support-en': 12, 'sales-de': 4, billing: 5 }],
  ['40', { 'support-en': 12, fraud: 3, 'cards-lost': 2 }],
] as const)('the fixed moment of %s queues is the design’s, and stays', async (freeze, waiting) => {
  const clock = await start({ freeze })
  for (const pass of [0, 1]) {
    clock.advance(pass * 3_600_000)
    for (const [name, count] of Object.entries(waiting)) expect(waitingIn(name), name).toBe(count)
  }
  expect(Object.keys(simulator.snapshot().queues)).toHaveLength(Number(freeze))
})

test('200 queues of 50 can be had', async () => {
  await start({ queues: 200, membersPerQueue: 50, historyMinutes: 0 })
  const { queues } = simulator.snapshot()
  const members = Object.values(queues).map((queue) => Object.keys(queue.members).length)
  expect([members.length, Math.min(...members), Math.max(...members)]).toEqual([200, 50, 50])
})

test('under load about as many events are sent as were asked for', async () => {
  const clock = await start({ eventsPerSecond: 500, historyMinutes: 30 })
  clock.advance(120_000)
  const before = simulator.stats().eventsSent
  clock.advance(60_000)
  const perSecond = (simulator.stats().eventsSent - before) / 60
  expect(perSecond).toBeGreaterThan(400)
  expect(perSecond).toBeLessThan(600)
})

test('a silent PBX keeps the connection and answers nobody, old or new; its return resets the old', async () => {
  const clock = await start()
  simulator.goSilent()
  client.write('Action: Ping\r\n\r\n')
  clock.advance(60_000)
  const late = connect(simulator.port, '127.0.0.1')
  late.on('error', () => {}) // it will be reset
  const lateEnded = new Promise((resolve) => late.on('close', resolve))
  late.resume()
  await expect.poll(() => simulator.stats().accepted).toBe(2)
  expect(client.closed).toBe(false)
  const heard = client.events.length
  simulator.speakAgain()
  await Promise.all([lateEnded, client.until(() => client.closed)])
  expect(late.bytesRead).toBe(0)
  expect(client.events.length).toBe(heard)
  const fresh = await AmiClient.login(simulator)
  expect((await fresh.send({ Action: 'Ping' })).get('Ping')).toBe('Pong')
  fresh.close()
})

test('a reset ends every connection, and the next one is welcome', async () => {
  await start()
  simulator.reset()
  await client.until(() => client.closed)
  const fresh = await AmiClient.login(simulator)
  expect((await fresh.send({ Action: 'Ping' })).get('Ping')).toBe('Pong')
  fresh.close()
})

test.each([{}, { freeze: '4' }] as const)(
  'after a restart of %o the calls are gone, the counters are zero and the uptime begins anew',
  async (options) => {
    const clock = await start(options)
    clock.advance(1_000)
    simulator.restart()
    await client.until(() => client.closed)
    expect(client.events.at(-1)?.headers.slice(-2)).toEqual([
      ['Shutdown', 'Cleanly'],
      ['Restart', 'True'],
    ])
    const { queues, channels } = simulator.snapshot()
    expect(channels).toEqual([])
    expect(queues.support).toMatchObject({ completed: 0, abandoned: 0, waiting: [] })
    expect(simulator.stats().startedAt).toBe(clock.now())
    client = await AmiClient.login(simulator)
    await client.until(() => client.events.length > 0)
    expect(client.events[0]?.get('Uptime')).toBe('0')
  },
)

test('junk stands between two messages and harms neither', async () => {
  await start()
  await client.send({ Action: 'Events', EventMask: 'off' })
  simulator.junk(Buffer.from('\x00\xff nonsense\r\n\r\n'))
  const first = await client.send({ Action: 'Ping' })
  expect([first.get('Ping'), (await client.send({ Action: 'Ping' })).get('Ping')]).toEqual(['', 'Pong'])
})

test('a stall holds answers back as well', async () => {
  const clock = await start({ freeze: '4' })
  const burst = simulator.stallThenBurst(100, 5_000)
  let answered = false
  const answer = client.send({ Action: 'Ping' }).then(() => {
    answered = true
  })
  clock.advance(4_999)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(answered).toBe(false)
  clock.advance(1)
  await burst
  await answer
  await client.send({ Action: 'Ping' })
  expect(client.events.length).toBeGreaterThanOrEqual(100)
})
