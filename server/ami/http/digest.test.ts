import { afterEach, describe, expect, test } from 'vitest'
import type { FrontRequest } from '../testing/http-front'
import { HttpRoom } from '../testing/http-room'
import type { Script } from '../testing/scripted-pbx'

const room = new HttpRoom()
afterEach(() => room.stop())

describe('a session by digest', () => {
  const polled = async (nth: number) => room.bench.front.asked('WaitEvent', nth)
  const nonceOf = ({ headers }: FrontRequest) => /nonce="(\w+)"/.exec(headers.authorization ?? '')?.[1] ?? ''
  const countOf = ({ headers }: FrontRequest) =>
    Number.parseInt(/nc=(\w+)/.exec(headers.authorization ?? '')?.[1] ?? '', 16)

  test('counts its requests: none is like another, and each action is higher than the one before', async () => {
    const { connection, front } = await room.ready('arawman')
    for (let n = 0; n < 20; n++) await connection.send({ action: 'Ping' })
    const counted = front.requests.filter(({ headers }) => headers.authorization !== undefined)
    expect(new Set(counted.map((one) => `${nonceOf(one)} ${countOf(one)}`)).size).toBe(counted.length)
    const pings = counted.filter(({ action }) => action === 'Ping').map(countOf)
    expect(pings).toEqual(pings.toSorted((one, other) => one - other))
  })

  test('takes a new nonce when the old one has had its time, and loses nothing', async () => {
    const { connection, front, session, heard } = await room.ready('amxml')
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
        `Response: Success\nActionID: ${ActionID}\nChallenge: ${challenges[room.bench.pbx.sessions.length - 1]}-${actions.length > 0}\n`,
    }
    const { clock, front, until } = await room.ready('arawman', { answers })
    front.forget()
    clock.advance(2_500)
    expect(await until('lost')).toMatchObject({ error: 'The PBX knows our HTTP session no more' })
    clock.advance(500)
    await until('ready')
  })

  test('is not begun where another login is asked for', async () => {
    await room.connect('arawman')
    room.instead('Events', (response) => void response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="x"' }).end())
    expect(await room.bench.until('lost')).toMatchObject({
      error: expect.stringContaining('another login than HTTP digest'),
    })
  })

  test('that is renewed at every request is given up', async () => {
    await room.connect('arawman')
    let nonce = 0
    const fresh = () => `Digest algorithm=MD5, realm="asterisk", nonce="${++nonce}", qop="auth", stale=true`
    room.instead('Events', (response) => void response.writeHead(401, { 'WWW-Authenticate': fresh() }).end())
    expect(await room.bench.until('lost')).toMatchObject({ error: 'The PBX took none of 4 new nonces' })
    expect(nonce).toBe(4)
  })
})
