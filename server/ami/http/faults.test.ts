import type http from 'node:http'
import v8 from 'node:v8'
import vm from 'node:vm'
import { afterEach, describe, expect, test } from 'vitest'
import type { AmiConnectionOptions } from '../options'
import { connectOverHttp, type HttpBench } from '../testing/connect'
import type { FrontRequest } from '../testing/http-front'
import type { Script } from '../testing/scripted-pbx'
import type { HttpWay } from './target'

let bench: HttpBench
const connect = async (way: HttpWay, script: Script = {}, options: Partial<AmiConnectionOptions> = {}) => {
  bench = await connectOverHttp(way, script, options)
  return bench
}
const ready = async (way: HttpWay, script: Script = {}, options: Partial<AmiConnectionOptions> = {}) => {
  await connect(way, script, options)
  await bench.until('ready')
  await bench.front.asked('WaitEvent')
  return { ...bench, session: await bench.pbx.session() }
}
afterEach(() => bench.stop())

/** Answers every request for `action` so, and leaves the others alone. */
function instead(action: string, answer: (response: http.ServerResponse, request: FrontRequest) => void) {
  bench.front.meddle = (request, response) => {
    if (request.action !== action) return false
    answer(response, request)
    return true
  }
}

const text = (response: http.ServerResponse, length?: number) =>
  response.writeHead(200, { 'Content-Type': 'text/plain', ...(length !== undefined && { 'Content-Length': length }) })

describe('a session by cookie', () => {
  test('that Asterisk has forgotten is noticed at the next answer, and another login follows', async () => {
    const { clock, connection, front, until } = await ready('rawman')
    front.forget()
    await expect(connection.send({ action: 'Ping' })).rejects.toMatchObject({ code: 'link-lost' })
    expect(await until('lost')).toMatchObject({ error: 'The PBX knows our HTTP session no more' })
    clock.advance(500)
    await until('ready')
    expect(connection.stats()).toMatchObject({ logins: 2, readies: 2, refusedLogins: 0 })
  })

  test('whose poll another request has taken over is begun anew: its events are gone', async () => {
    const { clock, front, until } = await ready('mxml')
    const { headers, path } = await front.asked('WaitEvent')
    fetch(`http://127.0.0.1:${front.port}${path}`, {
      ...{ method: 'POST', headers: { cookie: headers.cookie ?? '' }, body: 'Action=WaitEvent&ActionID=other' },
    }).catch(() => {})
    expect(await until('lost')).toMatchObject({ error: 'Another request took the events of our HTTP session' })
    clock.advance(500)
    await until('ready')
  })

  test('is not begun with a server that sets none', async () => {
    await connect('rawman')
    instead('Challenge', (response) => void text(response).end('Response: Success\r\n\r\n'))
    expect(await bench.until('lost')).toMatchObject({ error: expect.stringContaining('no cookie mansession_id') })
  })
})

describe('a session by digest', () => {
  const polled = async (nth: number) => bench.front.asked('WaitEvent', nth)
  const nonceOf = ({ headers }: FrontRequest) => /nonce="(\w+)"/.exec(headers.authorization ?? '')?.[1] ?? ''
  const countOf = ({ headers }: FrontRequest) =>
    Number.parseInt(/nc=(\w+)/.exec(headers.authorization ?? '')?.[1] ?? '', 16)

  test('counts its requests: none is like another, and each action is higher than the one before', async () => {
    const { connection, front } = await ready('arawman')
    for (let n = 0; n < 20; n++) await connection.send({ action: 'Ping' })
    const counted = front.requests.filter(({ headers }) => headers.authorization !== undefined)
    expect(new Set(counted.map((one) => `${nonceOf(one)} ${countOf(one)}`)).size).toBe(counted.length)
    const pings = counted.filter(({ action }) => action === 'Ping').map(countOf)
    expect(pings).toEqual(pings.toSorted((one, other) => one - other))
  })

  test('takes a new nonce when the old one has had its time, and loses nothing', async () => {
    const { connection, front, session, heard } = await ready('amxml')
    const fresh = front.renew([...front.sessions.keys()].at(-1) ?? '')
    expect((await connection.send({ action: 'Ping' })).get('Ping')).toBe('Pong')
    session.say('Event: Hold\n\n')
    await heard('Hold')
    for (let nth = 2; nonceOf(await polled(nth)) !== fresh; nth++);
    expect(connection.stats()).toMatchObject({ attempts: 1, readies: 1 })
  })

  test('that Asterisk makes of our old nonce, in place of one it has forgotten, is found out with the next ping', async () => {
    const challenges = ['111', '222']
    const answers: Script['answers'] = {
      Challenge: ({ ActionID }, { actions }) =>
        `Response: Success\nActionID: ${ActionID}\nChallenge: ${challenges[bench.pbx.sessions.length - 1]}-${actions.length > 0}\n`,
    }
    const { clock, front, until } = await ready('arawman', { answers })
    front.forget()
    clock.advance(2_500)
    expect(await until('lost')).toMatchObject({ error: 'The PBX knows our HTTP session no more' })
    clock.advance(500)
    await until('ready')
  })

  test('is not begun where another login is asked for', async () => {
    await connect('arawman')
    instead('Events', (response) => void response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="x"' }).end())
    expect(await bench.until('lost')).toMatchObject({
      error: expect.stringContaining('another login than HTTP digest'),
    })
  })

  test('that is renewed at every request is given up', async () => {
    await connect('arawman')
    let nonce = 0
    const fresh = () => `Digest algorithm=MD5, realm="asterisk", nonce="${++nonce}", qop="auth", stale=true`
    instead('Events', (response) => void response.writeHead(401, { 'WWW-Authenticate': fresh() }).end())
    expect(await bench.until('lost')).toMatchObject({ error: 'The PBX took none of 4 new nonces' })
    expect(nonce).toBe(4)
  })
})

describe('a server that is none of AMI', () => {
  const cases: [string, (response: http.ServerResponse) => void, string][] = [
    [
      'sends us elsewhere',
      (response) => response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end(),
      'HTTP 302',
    ],
    ['knows no such address', (response) => response.writeHead(404).end('<html>'), 'is webenabled=yes'],
    ['is too busy', (response) => response.writeHead(503).end(), 'The PBX answered HTTP 503, expected 200'],
    [
      'answers with a page',
      (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>'),
      'text/html',
    ],
    [
      'answers with packed text',
      (response) =>
        response
          .writeHead(200, {
            'Content-Type': 'text/plain',
            'Content-Encoding': 'gzip',
            'Set-Cookie': 'mansession_id="12"',
          })
          .end('x'),
      'packed text',
    ],
    [
      'answers in something else than HTTP',
      (response) => response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n\r\n'),
      'does not answer in HTTP',
    ],
    [
      'announces 100 MB',
      (response) =>
        response
          .writeHead(200, {
            'Content-Type': 'text/plain',
            'Content-Length': 100 * 1024 * 1024,
            'Set-Cookie': 'mansession_id="12"',
          })
          .flushHeaders(),
      'longer than 67108864 bytes',
    ],
  ]
  test.each(cases)('that %s is refused, and says why', async (_, answer, why) => {
    await connect('rawman')
    instead('Challenge', answer)
    expect(await bench.until('lost')).toMatchObject({ error: expect.stringContaining(why) })
  })

  test('that refuses our address is left alone for a minute', async () => {
    await connect('arawman')
    instead('Events', (response) => void response.writeHead(403).end())
    expect(await bench.until('refused')).toMatchObject({ nextTryAt: bench.clock.now() + 60_000 })
  })

  test('that has grown too slow is given up: a letter now and then is no answer', async () => {
    const { clock, connection } = await ready('rawman')
    let trickle: http.ServerResponse | undefined
    instead('Ping', (response) => {
      trickle = response
      text(response).flushHeaders()
    })
    const from = clock.now()
    while (connection.status.state === 'ready' && clock.now() - from < 60_000) {
      clock.advance(500)
      trickle?.write('R')
      await new Promise(setImmediate)
    }
    expect(clock.now() - from).toBeLessThanOrEqual(10_000)
    expect(connection.status).toMatchObject({ state: 'lost' })
  })

  test('that takes no action of this size fails this action alone', async () => {
    const { connection } = await ready('rawman')
    instead('Originate', (response) => void response.writeHead(413).end())
    await expect(connection.send({ action: 'Originate' })).rejects.toMatchObject({ code: 'invalid' })
    expect(connection.status.state).toBe('ready')
  })
})

v8.setFlagsFromString('--expose-gc')
const collectGarbage: () => void = vm.runInNewContext('gc')

/** Bytes that somebody still holds. */
function held(): number {
  collectGarbage()
  return process.memoryUsage().arrayBuffers
}

describe('an answer', () => {
  test.each<HttpWay>(['rawman', 'mxml'])(
    'of %s that ends in the middle ends the session, and leaves nothing to the next',
    async (way) => {
      const { clock, session, until, messages, heard } = await ready(way)
      const half =
        way === 'rawman'
          ? 'Event: Hold\r\nQueue: sup'
          : "<ajax-response>\n<response type='object' id='unknown'><generic event='Hold' queue='sup"
      instead('WaitEvent', (response) => {
        response.writeHead(200, { 'Content-Type': way === 'rawman' ? 'text/plain' : 'text/xml' })
        response.end(half)
        bench.front.meddle = () => false
      })
      session.say('Event: Before\n\n')
      expect(await until('lost')).toMatchObject({ error: 'The PBX ended an answer in the middle of a message' })
      clock.advance(500)
      await until('ready')
      ;(await bench.pbx.session(2)).say('Event: After\n\n')
      await heard('After')
      expect(messages.map(({ name }) => name)).not.toContain('Hold')
    },
  )

  test('that comes in time does not hide that the connection broke before the next poll', async () => {
    const { clock, front, heard, session, until } = await ready('rawman', {}, { times: { pollRest: 50 } })
    for (let nth = 1; nth <= 4; nth++) {
      await front.asked('WaitEvent', nth)
      session.say('Event: Hold\n\n')
      await heard('Hold', nth)
    }
    // Time stands still, so that the next poll rests.
    expect(front.requests.filter(({ action }) => action === 'WaitEvent')).toHaveLength(4)
    front.reset()
    expect(await until('lost')).toMatchObject({ error: 'The PBX closed the connection' })
    clock.advance(500)
    await until('ready')
  })

  test('of a poll that comes at once, over and over, makes no storm of polls', async () => {
    const { clock, connection, front, until } = await connect('rawman', {}, { times: { pollRest: 50 } })
    instead('WaitEvent', (response, { fields }) => {
      const id = `ActionID: ${fields.get('ActionID')}\r\n\r\n`
      text(response).end(`Response: Success\r\n${id}Event: WaitEventComplete\r\n${id}`)
    })
    await until('ready')
    for (let nth = 4; nth <= 10; nth++) {
      await front.asked('WaitEvent', nth)
      await connection.send({ action: 'Ping' })
      expect(front.requests.filter(({ action }) => action === 'WaitEvent')).toHaveLength(nth)
      clock.advance(50)
    }
  })

  test('that a proxy ends with the connection is as good as any', async () => {
    const { connection, front, heard, session } = await ready('mxml')
    front.closing = true
    for (const name of ['One', 'Two', 'Three']) {
      session.say(`Event: ${name}\n\n`)
      await heard(name)
    }
    expect(connection.stats()).toMatchObject({ attempts: 1, logins: 1 })
  })

  test('that the network cuts ends the session', async () => {
    const { session, until } = await ready('rawman')
    instead('WaitEvent', (response) => {
      text(response, 1_000).write('Event: Hold\r\n\r\n')
      setImmediate(() => response.destroy())
    })
    session.say('Event: Before\n\n')
    expect(await until('lost')).toMatchObject({ error: 'An answer over HTTP was cut' })
  })

  test('without a word about the action fails the action alone', async () => {
    const { connection } = await ready('rawman')
    instead('CoreStatus', (response) => void text(response).end('Response: Success\r\nActionID: another\r\n\r\n'))
    await expect(connection.send({ action: 'CoreStatus' })).rejects.toMatchObject({ code: 'incomplete' })
    expect((await connection.send({ action: 'Ping' })).name).toBe('Success')
  })

  test.each<HttpWay>(['rawman', 'mxml'])(
    'of 100 MB over %s is given up, and takes no memory to speak of',
    async (way) => {
      const { session, until, connection } = await ready(way)
      const piece = Buffer.alloc(64 * 1024, 'x')
      instead('WaitEvent', (response) => {
        response.writeHead(200, { 'Content-Type': way === 'rawman' ? 'text/plain' : 'text/xml' })
        response.write(
          way === 'rawman' ? 'Event: Hold\r\nText: ' : "<ajax-response><response><generic event='Hold' text='",
        )
        let left = 1_600
        const more = () => {
          for (; left > 0 && !response.destroyed; left--)
            if (!response.write(piece)) return void response.once('drain', more)
          response.end()
        }
        more()
      })
      let most = 0
      const from = held()
      const watch = setInterval(() => {
        most = Math.max(most, held() - from)
      }, 5)
      session.say('Event: Before\n\n')
      expect(await until('lost')).toMatchObject({ error: "The PBX's answer is longer than 67108864 bytes" })
      clearInterval(watch)
      expect(most).toBeLessThan(16 * 1024 * 1024)
      expect(connection.stats().receivedBytes).toBeLessThan(70 * 1024 * 1024)
    },
    30_000,
  )
})

describe('the order of what is told', () => {
  const list = (ActionID: string, items: string) =>
    `Response: Success\nActionID: ${ActionID}\nEventList: start\n\n${items}Event: ParkedCallsComplete\nActionID: ${ActionID}\nEventList: Complete\nListItems: 1\n`

  test('events that come while a list is read are told after it, and before the next action is sent', async () => {
    let finish = () => {}
    const answers: Script['answers'] = {
      ParkedCalls: ({ ActionID = '' }, session) => {
        finish = () => session.say(`${list(ActionID, `Event: ParkedCall\nActionID: ${ActionID}\n\n`)}\n`)
        return null
      },
    }
    const { connection, session, messages, front } = await ready('rawman', { answers })
    const lists = connection.list({ action: 'ParkedCalls' })
    const next = connection.send({ action: 'Ping' })
    await session.received('ParkedCalls')
    const polls = front.requests.filter(({ action }) => action === 'WaitEvent').length
    session.say('Event: Hold\n\n')
    finish()
    await lists
    await next
    await front.asked('WaitEvent', polls + 1)
    const told = messages.map(({ name }) => name).slice(-5)
    expect(told).toEqual(['Success', 'ParkedCall', 'ParkedCallsComplete', 'Hold', 'Success'])
  })

  test('an action without an answer holds events back for a second, no more', async () => {
    const { connection, clock, session, heard, messages } = await ready('rawman', {
      answers: { CoreStatus: () => null },
    })
    connection.send({ action: 'CoreStatus' }).catch(() => {})
    await session.received('CoreStatus')
    session.say('Event: Hold\n\n')
    expect(messages.map(({ name }) => name)).not.toContain('Hold')
    clock.advance(1_000)
    await heard('Hold')
  })
})
