import { afterEach, describe, expect, test } from 'vitest'
import type { AmiConnectionOptions } from './options'
import { type Bench, connectToScript } from './testing/connect'
import type { Script, ScriptedSession } from './testing/scripted-pbx'

let bench: Bench
async function connect(script: Script = {}, options: Partial<AmiConnectionOptions> = {}) {
  bench = await connectToScript(script, options)
  return { ...bench, session: await bench.pbx.session() }
}
async function ready(script: Script = {}, options: Partial<AmiConnectionOptions> = {}) {
  const connected = await connect(script, options)
  await connected.until('ready')
  return connected
}
afterEach(() => bench.stop())

describe('a half-open link', () => {
  test('is noticed within 10 s, though no packet says so', async () => {
    const { clock, connection } = await ready({ answers: { Ping: () => null } })
    const from = clock.now()
    while (connection.status.state === 'ready' && clock.now() - from < 60_000) clock.advance(100)
    expect(clock.now() - from).toBeLessThanOrEqual(10_000)
    expect(connection.status).toMatchObject({ state: 'lost', error: 'Not a byte from the PBX within 8000 ms' })
  })

  test('fails what was asked over it', async () => {
    const { clock, connection } = await ready({ answers: { Ping: () => null } })
    const answer = connection.send({ action: 'CoreStatus' })
    clock.advance(8_000)
    await expect(answer).rejects.toMatchObject({ code: 'link-lost' })
  })

  test('is not suspected while pings are answered, however quiet the PBX is', async () => {
    const { clock, connection, heard } = await ready()
    for (let nth = 1; nth <= 20; nth++) {
      clock.advance(2_500)
      // After the answers to Challenge and Login, that to this ping.
      await heard('Success', nth + 2)
    }
    expect(connection.status.state).toBe('ready')
    expect(connection.stats()).toMatchObject({ pings: 20, pingRoundTripMs: 0, attempts: 1 })
  })
})

describe('a link that breaks', () => {
  const closeAtLogin: Script = {
    answers: {
      Login(_, session) {
        session.socket.resetAndDestroy()
        return null
      },
    },
  }

  test('is tried again with growing waits up to 15 s, one login each', async () => {
    const { clock, connection, pbx, until } = await connect(closeAtLogin)
    const waits: number[] = []
    for (let nth = 1; nth <= 8; nth++) {
      const lost = await until('lost')
      if (lost.state === 'lost') waits.push(lost.nextTryAt - clock.now())
      clock.advance(waits.at(-1) as number)
      await (await pbx.session(nth + 1)).received('Login')
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000])
    expect(connection.stats()).toMatchObject({ attempts: 9, logins: 9, readies: 0 })
  })

  test('says at once that it is lost, and begins with short waits after a session that lasted', async () => {
    const { clock, session, heard, until } = await ready()
    for (let nth = 3; nth <= 6; nth++) {
      clock.advance(2_500)
      await heard('Success', nth)
    }
    session.socket.resetAndDestroy()
    expect(await until('lost')).toMatchObject({ nextTryAt: clock.now() + 500, attempt: 0 })
  })

  test('keeps to longer waits when it breaks soon after each login', async () => {
    const { clock, pbx, until } = await ready()
    for (const [nth, wait] of [500, 1_000, 2_000, 4_000].entries()) {
      await until('ready')
      pbx.sessions[nth]?.socket.resetAndDestroy()
      expect(await until('lost')).toMatchObject({ nextTryAt: clock.now() + wait })
      clock.advance(wait)
    }
  })

  test('in the middle of a message leaves nothing of it to the next session', async () => {
    const { clock, pbx, session, until, messages, heard } = await ready()
    session.socket.end('Event: QueueMemberStatus\r\nQueue: sup')
    await until('lost')
    clock.advance(500)
    await until('ready')
    ;(await pbx.session(2)).say('Event: Hold\n\n')
    await heard('Hold')
    expect(messages.map((message) => message.name)).not.toContain('QueueMemberStatus')
  })

  test('fails at once what is asked while it is down', async () => {
    const { session, connection, until } = await ready()
    session.socket.destroy()
    await until('lost')
    await expect(connection.send({ action: 'Ping' })).rejects.toMatchObject({
      code: 'link-lost',
      message: 'Action Ping: not connected to the PBX (lost)',
    })
  })

  test('gives every session ActionIDs that no other has', async () => {
    const { clock, pbx, session, until } = await ready()
    session.socket.destroy()
    await until('lost')
    clock.advance(500)
    await until('ready')
    const prefix = (one: ScriptedSession | undefined) => one?.actions[0]?.ActionID?.split('-')[0]
    expect(prefix(pbx.sessions[0])).toMatch(/^[0-9a-f]{12}$/)
    expect(prefix(pbx.sessions[1])).not.toBe(prefix(pbx.sessions[0]))
  })
})

describe('a restart asked for', () => {
  test('connects anew at once after a session that lasted', async () => {
    const { clock, connection, pbx, session, heard } = await ready()
    for (let nth = 3; nth <= 6; nth++) {
      clock.advance(2_500)
      await heard('Success', nth)
    }
    connection.restart('a test wants it')
    expect(connection.status).toMatchObject({ state: 'lost', error: 'Connecting anew: a test wants it' })
    await session.closed
    clock.advance(0)
    await pbx.session(2)
  })

  test('does not become a storm of logins', async () => {
    const { clock, connection } = await ready()
    connection.restart('again')
    expect(connection.status).toMatchObject({ nextTryAt: clock.now() + 500 })
  })
})

describe('junk', () => {
  test('costs at most the message it stands in', async () => {
    const { session, heard, connection, messages } = await ready()
    session.socket.write(Buffer.from(Array.from({ length: 4_096 }, (_, i) => (i * 7919) % 256)))
    session.say('\n\nEvent: Hold\n\n')
    await heard('Hold')
    expect(connection.status.state).toBe('ready')
    expect(messages.length).toBeGreaterThan(3)
  })

  test('as a line of 2 MiB costs one message, and the connection goes on', async () => {
    const { session, heard, connection } = await ready()
    session.say(`Event: UserEvent2\nText: ${'x'.repeat(2 * 1024 * 1024)}\n\nEvent: Hold\n\n`)
    await heard('Hold')
    expect(connection.stats()).toMatchObject({ lostMessages: 1, attempts: 1 })
  })

  test('with answers to actions that nobody sent is only passed on', async () => {
    const { session, heard, connection } = await ready()
    session.say('Response: Error\nActionID: someone-else\nMessage: No\n\nEvent: Hold\n\n')
    await heard('Hold')
    expect(connection.status.state).toBe('ready')
  })
})

test('counters say what went over the link', async () => {
  const { session, heard, connection } = await ready({}, { dropEvents: ['VarSet'] })
  session.say('Event: VarSet\n\nEvent: VarSet\n\nEvent: Hold\n\n')
  await heard('Hold')
  const stats = connection.stats()
  expect(stats).toMatchObject({ messages: 6, droppedEvents: 2, attempts: 1, logins: 1, readies: 1, pending: 0 })
  expect(stats.receivedBytes).toBe(session.socket.bytesWritten)
  expect(stats.sentBytes).toBe(session.socket.bytesRead)
})
