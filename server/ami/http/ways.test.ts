import { afterEach, describe, expect, test } from 'vitest'
import type { AmiConnectionOptions } from '../options'
import { connectOverHttp, connectToScript, type HttpBench } from '../testing/connect'
import { plain } from '../testing/read-messages'
import type { Script } from '../testing/scripted-pbx'
import { HTTP_WAYS, type HttpWay, isDigest, isXml } from './target'

let bench: HttpBench
const ready = async (way: HttpWay, script: Script = {}, options: Partial<AmiConnectionOptions> = {}) => {
  bench = await connectOverHttp(way, script, options)
  await bench.until('ready')
  return { ...bench, session: await bench.pbx.session() }
}
afterEach(() => bench.stop())

const list: Script['answers'] = {
  ParkedCalls: ({ ActionID }) =>
    ['Response: Success\nActionID: @\nEventList: start\n\n', 'Event: ParkedCall\nActionID: @\nParkingSpace: 1\n\n']
      .join('')
      .concat('Event: ParkedCallsComplete\nActionID: @\nEventList: Complete\nListItems: 1\n')
      .replaceAll('@', ActionID ?? ''),
}

/** Everything in a value that some way writes in its own manner, or repeats. */
const EVENT = [
  'Event: UserEvent',
  'Privilege: user,all',
  'CallerIDName: O\\\'Brien "Bob" <b>&amp; &lt;',
  'MemberName: Ιωάννα обед 佐藤 健',
  'Output: one',
  'Output: two: 2',
  'Output: ',
  'Cause-txt: Normal\u0001\u001b\t Clearing',
  'ChanVariable(a): 1',
  'EventTV: 1795426900.7',
  'Exten: 0041\n\n',
].join('\n')

describe.each(HTTP_WAYS)('/%s', (way) => {
  test('logs in, is ready, and says goodbye', async () => {
    const { connection, front, messages, pbx, statuses } = await ready(way)
    expect(connection.status).toMatchObject({ amiVersion: '11.0.0' })
    expect(connection.way).toMatchObject({ way, encrypted: false })
    await connection.close()
    expect(messages.at(-1)?.name).toBe('Goodbye')
    expect(statuses.map(({ state }) => state)).toEqual(['connecting', 'ready', 'closed'])
    const asked = front.requests.map(({ action }) => action)
    expect(asked.filter((action) => action === 'Login' || action === 'Events')).toEqual([
      isDigest(way) ? 'Events' : 'Login',
      ...(isDigest(way) ? ['Events'] : []),
    ])
    expect(
      JSON.stringify([
        front.requests.map(({ fields, headers }) => [...fields].concat(Object.entries(headers).map(String) as never)),
      ]),
    ).not.toContain('"secret"')
    expect(pbx.sessions).toHaveLength(1)
  })

  test('tells events as TCP does: UTF-8, quotes, controls, repeats', async () => {
    const { session, heard } = await ready(way)
    session.say(EVENT)
    const over = plain(await heard('UserEvent'))
    const tcp = await connectToScript()
    await tcp.until('ready')
    ;(await tcp.pbx.session()).say(EVENT)
    expect(over).toEqual(plain(await tcp.heard('UserEvent')))
    await tcp.stop()
  })

  test('reads lists and answers while a poll waits, and goes on to hear events', async () => {
    const { connection, front, session, heard } = await ready(way, { answers: list })
    const answers = await Promise.all([connection.list({ action: 'ParkedCalls' }), connection.send({ action: 'Ping' })])
    expect(answers[0].items.map((item) => item.get('ParkingSpace'))).toEqual(['1'])
    session.say('Event: Hold\n\n')
    await heard('Hold')
    expect(front.mostOpen).toBeLessThanOrEqual(3)
  })

  test('leaves out events that nobody uses, and counts them', async () => {
    const { connection, session, heard } = await ready(way, {}, { dropEvents: ['VarSet'] })
    session.say('Event: VarSet\nVariable: A\n\nEvent: Hold\n\n')
    await heard('Hold')
    expect(connection.stats()).toMatchObject({ droppedEvents: 1, logins: 1, readies: 1 })
  })

  test('a PBX that falls silent is noticed within 10 s, and what was asked fails', async () => {
    const { clock, connection } = await ready(way, { answers: { Ping: () => null, CoreStatus: () => null } })
    const from = clock.now()
    const answer = connection.send({ action: 'CoreStatus' })
    answer.catch(() => {})
    while (connection.status.state === 'ready' && clock.now() - from < 60_000) clock.advance(100)
    expect(clock.now() - from).toBeLessThanOrEqual(10_000)
    expect(connection.status).toMatchObject({ state: 'lost', error: 'Not an answer from the PBX within 8000 ms' })
    await expect(answer).rejects.toMatchObject({ code: 'link-lost' })
  })

  test('a connection that breaks is said at once, and made anew with another session', async () => {
    const { clock, front, pbx, until } = await ready(way)
    await front.asked('WaitEvent')
    front.reset()
    expect(await until('lost')).toMatchObject({ nextTryAt: clock.now() + 500 })
    clock.advance(500)
    await until('ready')
    const session = await pbx.session(2)
    session.say('Event: Hold\n\n')
    await bench.heard('Hold')
  })

  test('a restart asked for begins another session, and tells the old one goodbye', async () => {
    const { clock, connection, front, until } = await ready(way)
    await front.asked('WaitEvent')
    connection.restart('a test wants it')
    await until('lost')
    await front.asked('Logoff')
    clock.advance(500)
    await until('ready')
    expect(front.requests.filter(({ action }) => action === 'Logoff')).toHaveLength(1)
  })

  test('a wrong secret is refused, is not shown, and is tried again after a minute only', async () => {
    bench = await connectOverHttp(way, {}, { secret: 'not-the-one' })
    const { clock, statuses, connection } = bench
    expect(await bench.until('refused')).toMatchObject({ nextTryAt: clock.now() + 60_000 })
    expect(JSON.stringify(statuses)).toContain('Login of \\"wallboard\\" refused')
    expect(JSON.stringify(statuses)).not.toContain('not-the-one')
    expect(connection.stats()).toMatchObject({ logins: 1, refusedLogins: 1 })
  })

  test('an action that the PBX refuses fails alone', async () => {
    const answers = {
      CoreStatus: ({ ActionID }: Record<string, string>) =>
        `Response: Error\nActionID: ${ActionID}\nMessage: Permission denied\n`,
    }
    const { connection } = await ready(way, { answers })
    await expect(connection.send({ action: 'CoreStatus' })).rejects.toMatchObject({ code: 'denied' })
    expect((await connection.send({ action: 'Ping' })).name).toBe('Success')
  })

  test('an action of more than 40 kB is not sent', async () => {
    const { connection, front } = await ready(way)
    const headers = { Variable: Array.from({ length: 60 }, () => 'x'.repeat(900)) }
    await expect(connection.send({ action: 'Originate', headers })).rejects.toMatchObject({ code: 'invalid' })
    expect(front.requests.some(({ action }) => action === 'Originate')).toBe(false)
    expect((await connection.send({ action: 'Ping' })).name).toBe('Success')
  })

  test('repeated headers and signs of an action arrive as they were', async () => {
    const { connection, session } = await ready(way, {
      answers: { Originate: ({ ActionID }) => `Response: Success\nActionID: ${ActionID}\n` },
    })
    const Variable = ['A=1 + 2 & 3', 'B=%41=обед;"\'<>']
    await connection.send({ action: 'Originate', headers: { Variable, Exten: '+49 30' } })
    expect(await session.received('Originate')).toMatchObject({
      Variable: Variable.join('|'),
      Exten: '+49 30',
    })
  })

  test('says what it cannot do', async () => {
    const { connection } = await ready(way)
    expect(connection.way.limits).toEqual([
      'polled',
      'actionSize',
      ...(isDigest(way) ? ['bootUntold'] : []),
      ...(isXml(way) ? ['headerNames', 'blanks'] : []),
    ])
  })
})
