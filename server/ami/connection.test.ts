import { afterEach, describe, expect, test } from 'vitest'
import type { AmiConnectionOptions } from './options'
import { type Bench, connectToScript } from './testing/connect'
import type { Script } from './testing/scripted-pbx'

let bench: Bench
async function connect(script: Script = {}, options: Partial<AmiConnectionOptions> = {}) {
  bench = await connectToScript(script, options)
  return bench
}
afterEach(() => bench.stop())

describe('the login', () => {
  test('answers a challenge, so that the secret never crosses the wire', async () => {
    const { pbx, until } = await connect()
    await until('ready')
    const [session] = pbx.sessions
    expect(session?.actions.map((action) => action.Action)).toEqual(['Challenge', 'Login'])
    expect(session?.actions[1]).toMatchObject({ Username: 'wallboard', AuthType: 'MD5', Events: 'system,call,agent' })
    expect(JSON.stringify(session?.actions)).not.toContain('"secret"')
  })

  test('can be plain, and asks for the classes of events it was given', async () => {
    const { pbx, until } = await connect({}, { login: 'plain', eventMask: 'agent' })
    await until('ready')
    expect(pbx.sessions[0]?.actions).toMatchObject([{ Action: 'Login', Secret: 'secret', Events: 'agent' }])
  })

  test.each([
    ['Asterisk Call Manager/1.1', '1.1'],
    ['Asterisk Call Manager/2.10.6', '2.10.6'],
    ['Asterisk Call Manager/5.0.4', '5.0.4'],
    ['Asterisk Call Manager/11.0.0', '11.0.0'],
    ['Asterisk Call Manager Proxy/1.22pre', '1.22'],
  ])('takes the greeting %s', async (banner, amiVersion) => {
    const { until } = await connect({ banner: `${banner}\r\n` })
    expect(await until('ready')).toMatchObject({ amiVersion })
  })

  test('is not tried where something else than AMI answers', async () => {
    const { pbx, until } = await connect({ banner: 'SSH-2.0-OpenSSH_9.6\r\n' })
    expect(await until('lost')).toMatchObject({ error: expect.stringContaining('"SSH-2.0-OpenSSH_9.6"') })
    expect(pbx.sessions[0]?.actions).toEqual([])
  })

  test('is not tried after a greeting without an end', async () => {
    const { until } = await connect({ banner: 'x'.repeat(100_000) })
    expect(await until('lost')).toMatchObject({ error: expect.stringContaining('expected "Asterisk Call Manager') })
  })

  test('gives up on a PBX that does not greet', async () => {
    const { pbx, clock, until } = await connect({ banner: '' })
    await pbx.session()
    clock.advance(8_000)
    expect(await until('lost')).toMatchObject({ error: 'No AMI greeting within 8000 ms' })
  })

  test('that is refused waits a minute, says why, and keeps the secret to itself', async () => {
    const { pbx, clock, until, statuses, connection } = await connect({}, { secret: 'not-the-one' })
    const refused = await until('refused')
    expect(refused).toMatchObject({ nextTryAt: clock.now() + 60_000 })
    expect(JSON.stringify(statuses)).toContain('Login of \\"wallboard\\" refused: Action Login: Authentication failed')
    expect(JSON.stringify(statuses)).not.toContain('not-the-one')
    clock.advance(59_999)
    expect(pbx.sessions).toHaveLength(1)
    clock.advance(1)
    await pbx.session(2)
    expect(connection.stats()).toMatchObject({ attempts: 2, refusedLogins: 1 })
  })

  test('is tried once per connection', async () => {
    const { pbx, until } = await connect({}, { secret: 'not-the-one' })
    await until('refused')
    expect(pbx.sessions[0]?.actions.filter((action) => action.Action === 'Login')).toHaveLength(1)
  })

  test('that meets a PBX on its way down is tried again soon', async () => {
    const answers: Script['answers'] = {
      Login: ({ ActionID }) => `Response: Error\nActionID: ${ActionID}\nMessage: Asterisk is shutting down\n`,
    }
    const { clock, until } = await connect({ answers })
    expect(await until('lost')).toMatchObject({ nextTryAt: clock.now() + 500 })
  })

  test('without an answer ends in a time-out', async () => {
    const { pbx, clock, until } = await connect({ answers: { Login: () => null } })
    await (await pbx.session()).received('Login')
    clock.advance(10_000)
    expect(await until('lost')).toMatchObject({ error: 'Action Login: no answer within 10000 ms' })
  })
})

describe('a booting PBX', () => {
  test('is asked for nothing before it is fully booted', async () => {
    const { pbx, connection, until } = await connect({ afterLogin: '' })
    const session = await pbx.session()
    await session.received('Login')
    await expect(connection.list({ action: 'QueueStatus' })).rejects.toMatchObject({ code: 'link-lost' })
    session.say('Event: FullyBooted\nPrivilege: system,all\n\n')
    await until('ready')
    expect(session.actions.map((action) => action.Action)).toEqual(['Challenge', 'Login'])
  })

  test('is tried with a small list when the account is not told of the boot', async () => {
    let booted = false
    const answers: Script['answers'] = {
      QueueStatus: ({ ActionID }) =>
        booted
          ? `Response: Success\nActionID: ${ActionID}\nEventList: start\n\nEvent: QueueStatusComplete\nActionID: ${ActionID}\nEventList: Complete\nListItems: 0\n`
          : `Response: Error\nActionID: ${ActionID}\nMessage: Invalid/unknown command: QueueStatus.\n`,
    }
    const { pbx, clock, heard, until, connection } = await connect({ afterLogin: 'Event: Hold\n', answers })
    const session = await pbx.session()
    await heard('Hold')
    clock.advance(1_000)
    await session.received('QueueStatus')
    await heard('Error')
    expect(connection.status.state).toBe('connecting')
    booted = true
    clock.advance(1_000)
    await until('ready')
    expect(session.actions.filter((action) => action.Action === 'QueueStatus')).toHaveLength(2)
  })

  test('that has no queues at all counts as booted after a minute', async () => {
    const answers: Script['answers'] = {
      QueueStatus: ({ ActionID }) => `Response: Error\nActionID: ${ActionID}\nMessage: Invalid/unknown command\n`,
    }
    const { clock, connection, heard, until } = await connect({ afterLogin: 'Event: Hold\n', answers })
    await heard('Hold')
    for (let second = 1; second <= 60; second++) {
      expect(connection.status.state).toBe('connecting')
      clock.advance(1_000)
      await heard('Error', second)
    }
    await until('ready')
  })

  test('that closes the session is tried again', async () => {
    const answers: Script['answers'] = {
      QueueStatus: ({ ActionID }, session) => {
        session.say(`Response: Error\nActionID: ${ActionID}\nMessage: Permission denied\n\n`)
        session.socket.end()
        return null
      },
    }
    const { clock, heard, until } = await connect({ afterLogin: 'Event: Hold\n', answers })
    await heard('Hold')
    clock.advance(1_000)
    expect(await until('lost')).toMatchObject({ error: 'The PBX closed the connection', nextTryAt: clock.now() + 500 })
  })
})

describe('messages', () => {
  test('reach every listener in the order of the wire, items and responses too', async () => {
    const answers: Script['answers'] = {
      ParkedCalls: ({ ActionID }) =>
        `Event: Hold\n\nResponse: Success\nActionID: ${ActionID}\nEventList: start\n\nEvent: ParkedCall\nActionID: ${ActionID}\n\nEvent: ParkedCallsComplete\nActionID: ${ActionID}\nEventList: Complete\nListItems: 1\n\nEvent: Unhold\n`,
    }
    const { connection, until, messages, heard } = await connect({ answers })
    await until('ready')
    const list = await connection.list({ action: 'ParkedCalls' })
    expect(list.items.map((item) => item.name)).toEqual(['ParkedCall'])
    await heard('Unhold')
    const names = messages.map((message) => message.name)
    expect(names.slice(3)).toEqual(['Hold', 'Success', 'ParkedCall', 'ParkedCallsComplete', 'Unhold'])
  })

  test('go on when a listener throws', async () => {
    const faults: unknown[] = []
    const { pbx, connection, until, heard } = await connect({}, { onListenerError: (error) => faults.push(error) })
    connection.subscribe({
      message(message) {
        if (message.name === 'Hold') throw new Error('a fault of ours')
      },
    })
    await until('ready')
    pbx.sessions[0]?.say('Event: Hold\n\nEvent: Unhold\n\n')
    await heard('Unhold')
    expect(faults).toEqual([new Error('a fault of ours')])
  })

  test('stop for a listener that unsubscribed', async () => {
    const { pbx, connection, until, heard } = await connect()
    const seen: string[] = []
    const unsubscribe = connection.subscribe({ message: (message) => seen.push(message.name) })
    await until('ready')
    unsubscribe()
    seen.length = 0
    pbx.sessions[0]?.say('Event: Hold\n\n')
    await heard('Hold')
    expect(seen).toEqual([])
  })
})

describe('closing', () => {
  test('says Logoff, waits for Goodbye and never comes back', async () => {
    const { pbx, clock, connection, until } = await connect()
    await until('ready')
    await connection.close()
    const [session] = pbx.sessions
    await session?.closed
    expect(session?.actions.at(-1)?.Action).toBe('Logoff')
    clock.advance(3_600_000)
    expect(connection.status).toEqual({ state: 'closed' })
    expect(connection.stats().attempts).toBe(1)
  })

  test('does not wait long for a PBX that says nothing any more', async () => {
    const { clock, pbx, connection, until } = await connect({ answers: { Logoff: () => null } })
    await until('ready')
    const closed = connection.close()
    await pbx.sessions[0]?.received('Logoff')
    clock.advance(1_000)
    await closed
    await pbx.sessions[0]?.closed
  })

  test('ends the wait for the next try, too', async () => {
    const { pbx, clock, connection, until } = await connect()
    await until('ready')
    pbx.sessions[0]?.socket.destroy()
    await until('lost')
    await connection.close()
    clock.advance(60_000)
    expect(connection.stats().attempts).toBe(1)
  })
})
