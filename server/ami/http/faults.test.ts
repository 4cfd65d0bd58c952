import type http from 'node:http'
import v8 from 'node:v8'
import vm from 'node:vm'
import { afterEach, describe, expect, test } from 'vitest'
import { HttpRoom } from '../testing/http-room'
import type { HttpWay } from './target'

const room = new HttpRoom()
afterEach(() => room.stop())

const text = (response: http.ServerResponse, length?: number) =>
  response.writeHead(200, { 'Content-Type': 'text/plain', ...(length !== undefined && { 'Content-Length': length }) })

describe('a session by cookie', () => {
  test('that Asterisk has forgotten is noticed at the next answer, and another login follows', async () => {
    const { clock, connection, front, until } = await room.ready('rawman')
    front.forget()
    await expect(connection.send({ action: 'Ping' })).rejects.toMatchObject({ code: 'link-lost' })
    expect(await until('lost')).toMatchObject({ error: 'The PBX knows our HTTP session no more' })
    clock.advance(500)
    await until('ready')
    expect(connection.stats()).toMatchObject({ logins: 2, readies: 2, refusedLogins: 0 })
  })

  test('whose poll another request has taken over is begun anew: its events are gone', async () => {
    const { clock, front, until } = await room.ready('mxml')
    const { headers, path } = await front.asked('WaitEvent')
    fetch(`http://127.0.0.1:${front.port}${path}`, {
      ...{ method: 'POST', headers: { cookie: headers.cookie ?? '' }, body: 'Action=WaitEvent&ActionID=other' },
    }).catch(() => {})
    expect(await until('lost')).toMatchObject({ error: 'Another request took the events of our HTTP session' })
    clock.advance(500)
    await until('ready')
  })

  test('is not begun with a server that sets none', async () => {
    await room.connect('rawman')
    room.instead('Challenge', (response) => void text(response).end('Response: Success\r\n\r\n'))
    expect(await room.bench.until('lost')).toMatchObject({ error: expect.stringContaining('no cookie mansession_id') })
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
    await room.connect('rawman')
    room.instead('Challenge', answer)
    expect(await room.bench.until('lost')).toMatchObject({ error: expect.stringContaining(why) })
  })

  test('that refuses our address is left alone for a minute', async () => {
    await room.connect('arawman')
    room.instead('Events', (response) => void response.writeHead(403).end())
    expect(await room.bench.until('refused')).toMatchObject({ nextTryAt: room.bench.clock.now() + 60_000 })
  })

  test('that has grown too slow is given up: a letter now and then is no answer', async () => {
    const { clock, connection } = await room.ready('rawman')
    let trickle: http.ServerResponse | undefined
    room.instead('Ping', (response) => {
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
    const { connection } = await room.ready('rawman')
    room.instead('Originate', (response) => void response.writeHead(413).end())
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
      const { clock, session, until, messages, heard } = await room.ready(way)
      const half =
        way === 'rawman'
          ? 'Event: Hold\r\nQueue: sup'
          : "<ajax-response>\n<response type='object' id='unknown'><generic event='Hold' queue='sup"
      room.instead('WaitEvent', (response) => {
        response.writeHead(200, { 'Content-Type': way === 'rawman' ? 'text/plain' : 'text/xml' })
        response.end(half)
        room.bench.front.meddle = () => false
      })
      session.say('Event: Before\n\n')
      expect(await until('lost')).toMatchObject({ error: 'The PBX ended an answer in the middle of a message' })
      clock.advance(500)
      await until('ready')
      ;(await room.bench.pbx.session(2)).say('Event: After\n\n')
      await heard('After')
      expect(messages.map(({ name }) => name)).not.toContain('Hold')
    },
  )

  test('that comes in time does not hide that the connection broke before the next poll', async () => {
    const { clock, front, heard, session, until } = await room.ready('rawman', {}, { times: { pollRest: 50 } })
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
    const { clock, connection, front, until } = await room.connect('rawman', {}, { times: { pollRest: 50 } })
    room.instead('WaitEvent', (response, { fields }) => {
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
    const { connection, front, heard, session } = await room.ready('mxml')
    front.closing = true
    for (const name of ['One', 'Two', 'Three']) {
      session.say(`Event: ${name}\n\n`)
      await heard(name)
    }
    expect(connection.stats()).toMatchObject({ attempts: 1, logins: 1 })
  })

  test('that the network cuts ends the session', async () => {
    const { session, until } = await room.ready('rawman')
    room.instead('WaitEvent', (response) => {
      text(response, 1_000).write('Event: Hold\r\n\r\n')
      setImmediate(() => response.destroy())
    })
    session.say('Event: Before\n\n')
    expect(await until('lost')).toMatchObject({ error: 'An answer over HTTP was cut' })
  })

  test('without a word about the action fails the action alone', async () => {
    const { connection } = await room.ready('rawman')
    room.instead('CoreStatus', (response) => void text(response).end('Response: Success\r\nActionID: another\r\n\r\n'))
    await expect(connection.send({ action: 'CoreStatus' })).rejects.toMatchObject({ code: 'incomplete' })
    expect((await connection.send({ action: 'Ping' })).name).toBe('Success')
  })

  test.each<HttpWay>(['rawman', 'mxml'])(
    'of 100 MB over %s is given up, and takes no memory to speak of',
    async (way) => {
      const { session, until, connection } = await room.ready(way)
      const piece = Buffer.alloc(64 * 1024, 'x')
      room.instead('WaitEvent', (response) => {
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
  )
})
