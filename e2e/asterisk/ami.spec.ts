import { createAmiConnection } from '@/server/ami/connection'
import { HTTP_WAYS, type HttpWay } from '@/server/ami/http/target'
import type { AmiConnectionOptions } from '@/server/ami/options'
import type { AmiConnection, AmiMessage, AmiStatus } from '@/server/ami/types'
import { expect, test } from './fixtures'
import type { Asterisk } from './rig/asterisk'
import { startHttpCounter } from './rig/http-counter'

type Session = { connection: AmiConnection; messages: AmiMessage[]; statuses: AmiStatus[] }

/** Connects with the smallest account, unless told otherwise. */
function open(asterisk: Asterisk, options: Partial<AmiConnectionOptions> = {}): Session {
  const account = { username: 'callboard', secret: 'callboard-secret' }
  const connection = createAmiConnection({ host: '127.0.0.1', port: asterisk.ami, ...account, ...options })
  const session: Session = { connection, messages: [], statuses: [] }
  connection.subscribe({
    message: (message) => session.messages.push(message),
    status: (status) => session.statuses.push(status),
  })
  connection.start()
  return session
}

async function ready(session: Session): Promise<AmiConnection> {
  await expect.poll(() => session.connection.status.state).toBe('ready')
  return session.connection
}

const LISTS = ['QueueStatus', 'CoreShowChannels', 'BridgeList', 'ExtensionStateList', 'DeviceStateList']

/** All lists at once, as a resync asks for them; each checked by its own `ListItems`. */
async function readLists(connection: AmiConnection): Promise<number[]> {
  const lists = await Promise.all(LISTS.map((action) => connection.list({ action })))
  return lists.map(({ items }) => items.length)
}

const over = (way: HttpWay) => ({ path: `/asterisk/${way}`, way })

const ways: Record<string, (asterisk: Asterisk) => Partial<AmiConnectionOptions>> = {
  'plain login': () => ({ login: 'plain' }),
  'MD5 challenge': () => ({ login: 'md5' }),
  'one action at a time': () => ({ strict: true }),
  'TLS, its authority known': ({ tls, certificates }) => ({ port: tls, tls: { ca: certificates.ca } }),
  'TLS, its fingerprint known': ({ tls, certificates }) => ({
    port: tls,
    tls: { fingerprint256: certificates.fingerprint },
  }),
  ...Object.fromEntries(
    HTTP_WAYS.map((way) => [`HTTP, /${way}`, ({ http: port }: Asterisk) => ({ port, http: over(way) })]),
  ),
  'HTTP, /rawman, plain login': ({ http: port }) => ({ port, http: over('rawman'), login: 'plain' }),
  'HTTPS, its authority known': ({ https: port, certificates }) => ({
    ...{ port, http: over('mxml'), tls: { ca: certificates.ca } },
  }),
  'HTTPS, its fingerprint known': ({ https: port, certificates }) => ({
    ...{ port, http: over('arawman'), tls: { fingerprint256: certificates.fingerprint } },
  }),
}
for (const [way, options] of Object.entries(ways)) {
  test(`${way}: logs in, reads all lists, hears events, says goodbye`, async ({ asterisk }) => {
    const session = open(asterisk, options(asterisk))
    const connection = await ready(session)
    const [queues, , , extensions] = await readLists(connection)
    expect([queues, extensions]).toEqual([4 + 10, 12])
    await asterisk.cli('queue pause member PJSIP/101 queue support reason обед')
    const heard = () => session.messages.find((message) => message.name === 'QueueMemberPause')
    await expect.poll(() => heard()?.get('PausedReason')).toBe('обед')
    await connection.close()
    expect(session.messages.at(-1)?.name).toBe('Goodbye')
    expect(session.statuses.map((status) => status.state)).toEqual(['connecting', 'ready', 'closed'])
  })
}

test('TLS: actions of more than 1024 bytes do not stall', async ({ asterisk }) => {
  const { tls, certificates } = asterisk
  const session = open(asterisk, { port: tls, tls: { ca: certificates.ca } })
  const connection = await ready(session)
  const value = 'x'.repeat(900)
  const answer = connection.send({ action: 'Ping', headers: { One: value, Two: value, Three: value } })
  expect((await answer).name).toBe('Success')
  await connection.close()
})

test('TLS and HTTPS: a stranger is not told the name of the account', async ({ asterisk }) => {
  const { tls, https, certificates } = asterisk
  const strangers = [{ ca: certificates.strangerCa }, { fingerprint256: 'AA:'.repeat(31).concat('AA') }, {}]
  for (const trust of strangers) {
    for (const way of [{ port: tls }, { port: https, http: over('rawman') }]) {
      const session = open(asterisk, { ...way, tls: trust })
      await expect.poll(() => session.connection.status.state).toBe('lost')
      await session.connection.close()
      expect(session.messages).toEqual([])
    }
  }
  expect(asterisk.log()).not.toContain('callboard')
})

test('a wrong secret is refused, said so, and not tried again and again', async ({ asterisk }) => {
  const http = { port: asterisk.http }
  const logins: Partial<AmiConnectionOptions>[] = [
    ...[{ login: 'plain' as const }, { login: 'md5' as const }],
    ...[
      { ...http, http: over('rawman') },
      { ...http, http: over('amxml') },
    ],
    { ...http, http: over('amxml'), username: 'nobody' },
  ]
  for (const login of logins) {
    const session = open(asterisk, { secret: 'wrong', ...login })
    await expect.poll(() => session.connection.status.state).toBe('refused')
    const { status } = session.connection
    if (status.state !== 'refused') throw new Error(`unexpectedly ${status.state}`)
    expect(status.nextTryAt - Date.now()).toBeGreaterThan(30_000)
    expect(status.error).not.toContain('wrong')
    await session.connection.close()
  }
  // Of a wrong digest Asterisk says nothing; what it says, it writes a little later.
  await expect.poll(() => asterisk.log().match(/failed to authenticate/g)).toHaveLength(3)
})

test('an account without read=system gets there by asking', async ({ asterisk }) => {
  const session = open(asterisk, { username: 'display', secret: 'display-secret' })
  const connection = await ready(session)
  expect((await readLists(connection))[0]).toBe(14)
  expect(session.messages.some((message) => message.name === 'FullyBooted')).toBe(false)
  await connection.close()
})

test('an event mask keeps out what it does not name', async ({ asterisk }) => {
  const agentOnly = open(asterisk, { eventMask: 'system,agent' })
  const connection = await ready(agentOnly)
  const call = await asterisk.placeCall({ queue: 'billing', name: 'Masked', number: '1001' })
  await expect.poll(() => agentOnly.messages.some((message) => message.name === 'QueueCallerJoin')).toBe(true)
  await call.hangUp()
  await expect.poll(() => agentOnly.messages.some((message) => message.name === 'QueueCallerLeave')).toBe(true)
  expect(agentOnly.messages.filter((message) => message.name === 'Newchannel')).toEqual([])
  await connection.close()
})

test('a command gives its output line by line, or is denied', async ({ asterisk, asteriskVersion }) => {
  const admin = open(asterisk, { username: 'admin', secret: 'admin-secret' })
  const command = { action: 'Command', headers: { Command: 'core show version' } }
  const answer = await (await ready(admin)).send(command)
  expect(answer.all('Output')[0]).toMatch(new RegExp(`^Asterisk ${asteriskVersion}\\.`))
  await admin.connection.close()
  const small = open(asterisk)
  await expect((await ready(small)).send(command)).rejects.toMatchObject({ code: 'denied' })
  await small.connection.close()
})

test('unknown actions are told apart from denied ones', async ({ asterisk }) => {
  const session = open(asterisk)
  const connection = await ready(session)
  await expect(connection.send({ action: 'NoSuchAction' })).rejects.toMatchObject({ code: 'unknown-action' })
  await expect(connection.list({ action: 'ParkedCalls' })).rejects.toMatchObject({ code: 'denied' })
  await connection.close()
})

test('while Asterisk boots nobody is ready too early', async ({ asterisk }) => {
  await asterisk.kill()
  asterisk.writeConfig('asterisk.conf', `${asterisk.readConfig('asterisk.conf')}\nexecincludes = yes\n`)
  asterisk.writeConfig('queues.conf', `${asterisk.readConfig('queues.conf')}\n#exec /usr/bin/sleep 3\n`)
  asterisk.start()
  const display = { username: 'display', secret: 'display-secret' }
  const sessions = [
    ...[open(asterisk), open(asterisk, display)],
    ...HTTP_WAYS.map((way) => open(asterisk, { port: asterisk.http, http: over(way) })),
    open(asterisk, { ...display, port: asterisk.http, http: over('mxml') }),
  ]
  for (const session of sessions) {
    const connection = await ready(session)
    expect((await connection.list({ action: 'QueueStatus' })).items).toHaveLength(14)
    expect(session.statuses.map((status) => status.state)).not.toContain('refused')
    await connection.close()
  }
})

for (const way of HTTP_WAYS) {
  test(`HTTP, /${way}: one poll is open at a time, and one request for each action`, async ({ asterisk }) => {
    const counter = await startHttpCounter(asterisk.http)
    const session = open(asterisk, { port: counter.port, http: over(way) })
    const connection = await ready(session)
    await asterisk.placeCall({ queue: 'support', name: 'Busy', number: '1001', hangUpAfter: 2 })
    await asterisk.placeCall({ queue: 'billing', name: 'Busy', number: '1002', hangUpAfter: 2 })
    await Promise.all(Array.from({ length: 10 }, () => readLists(connection)))
    const heard = (name: string) => session.messages.filter((message) => message.name === name).length
    await expect.poll(() => heard('QueueCallerJoin')).toBe(2)
    expect(counter.most('WaitEvent')).toBe(1)
    expect(counter.most('QueueStatus')).toBe(1)
    expect(counter.mostOfAll()).toBeLessThanOrEqual(3)
    await connection.close()
    await counter.stop()
  })

  test(`HTTP, /${way}: a session that Asterisk has forgotten is found out, and another is begun`, async ({
    asterisk,
  }) => {
    const session = open(asterisk, { port: asterisk.http, http: over(way) })
    const connection = await ready(session)
    await asterisk.kill()
    asterisk.start()
    await asterisk.booted()
    await expect.poll(() => session.statuses.filter(({ state }) => state === 'ready').length).toBe(2)
    expect((await readLists(connection))[0]).toBe(14)
    expect(session.statuses.map(({ state }) => state)).not.toContain('refused')
    await connection.close()
  })
}

test('HTTP: what a value may hold comes out as over TCP', async ({ asterisk }) => {
  const sessions = [open(asterisk), ...HTTP_WAYS.map((way) => open(asterisk, { port: asterisk.http, http: over(way) }))]
  for (const session of sessions) await ready(session)
  const admin = open(asterisk, { username: 'admin', secret: 'admin-secret' })
  await ready(admin)
  const reasons = ['обед 佐藤', `O'Brien "Bob" \\ <b>&amp;</b> &lt;`, 'a: b=c&d%20+ e', '$[X]%41', ']]> <!-- -->']
  for (const Reason of reasons) {
    for (const Paused of ['true', 'false'])
      await admin.connection.send({ action: 'QueuePause', headers: { Interface: 'PJSIP/101', Paused, Reason } })
  }
  const heard = ({ messages }: Session) =>
    messages
      .filter(({ name }) => name === 'QueueMemberPause')
      .map((message) => [...message.entries()].filter(([name]) => name !== 'Timestamp').map(String))
  await expect
    .poll(() => sessions.map((session) => heard(session).length))
    .toEqual(sessions.map(() => 2 * reasons.length))
  for (const session of sessions.slice(1)) expect(heard(session)).toEqual(heard(sessions[0] as Session))
  for (const { connection } of [...sessions, admin]) await connection.close()
})

test('HTTP: the lines of a command come in order, by XML without the blanks at their ends', async ({ asterisk }) => {
  const admin = { username: 'admin', secret: 'admin-secret' }
  const command = { action: 'Command', headers: { Command: 'core show settings' } }
  const lines = async (options: Partial<AmiConnectionOptions>) => {
    const { connection } = open(asterisk, { ...admin, ...options })
    const answer = await (await ready({ connection, messages: [], statuses: [] })).send(command)
    await connection.close()
    // What ticks.
    return answer.all('Output').filter((line) => !/time|Startup|uptime|processes|load/i.test(line))
  }
  const over = await lines({})
  expect(over.length).toBeGreaterThan(20)
  for (const way of HTTP_WAYS) {
    const told = await lines({ port: asterisk.http, http: { path: `/asterisk/${way}`, way } })
    expect(told, way).toEqual(way.endsWith('xml') ? over.map((line) => line.trim()) : over)
  }
})
