import { afterEach, describe, expect, it } from 'vitest'
import { type ConsoleBatch, consoleBatchSchema } from '@/lib/protocol/admin/console'
import { createApi } from '@/server/api/app'
import { guardOf } from '@/server/api/testing/guard-of'
import { SAMPLE_BOARD } from '@/server/api/testing/sample-board'
import { sampleStore } from '@/server/api/testing/sample-store'
import { openConsoleRoom } from '@/server/console/testing/console-room'
import { aPrincipal, FakeAuth, rightsOfRole } from '@/server/socket/testing/fake-auth'
import { silentLog } from '@/server/socket/testing/wallboard'
import { addConsoleRoutes } from './routes'
import { RECHECK_MS } from './stream'

const DONE = ({ ActionID }: Record<string, string>) => `Response: Success\nActionID: ${ActionID}\nMessage: Done\n`
const SCRIPT = { answers: { MailboxCount: DONE, Hangup: DONE } }
const EVENT = 'Event: Hangup\nPrivilege: call,all\nChannel: PJSIP/101-1\n\n'

async function open() {
  const room = await openConsoleRoom({ script: SCRIPT })
  const auth = new FakeAuth(aPrincipal('root', 'admin'), aPrincipal('anna', 'supervisor'))
  const api = createApi({
    ...{ store: sampleStore(), board: SAMPLE_BOARD, version: '1', now: () => 0, guard: guardOf(auth), log: silentLog },
    routes: [(into) => addConsoleRoutes(into, { console: room.console, auth, clock: room.clock })],
  })
  const ask = (name: string, path: string, body?: unknown) => {
    const headers: Record<string, string> = { cookie: `callboard_session=${name}`, host: 'board.test' }
    if (body) Object.assign(headers, { origin: 'http://board.test', 'content-type': 'application/json' })
    const init = { method: body ? 'POST' : 'GET', headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
    return api.request(`http://board.test/api/v1/admin/console${path}`, init)
  }
  return { room, auth, ask }
}

let all: Awaited<ReturnType<typeof open>>
afterEach(() => all.room.close())

const run = async (action: string, more: object = {}) => {
  const answer = await all.ask('root', '/run', { action, headers: [], ...more })
  return { status: answer.status, body: await answer.json() }
}

describe('the console over the API', () => {
  it('runs an action for an administrator, and for nobody else', async () => {
    all = await open()
    expect(await run('MailboxCount')).toMatchObject({ status: 200, body: { outcome: 'success', text: 'Done' } })
    expect((await all.ask('anna', '/run', { action: 'MailboxCount', headers: [] })).status).toBe(403)
    expect((await all.ask('nobody', '/run', { action: 'MailboxCount', headers: [] })).status).toBe(401)
    expect(all.room.sent()).toHaveLength(1)
  })

  it('says in a code why it does not, which pages say in their own language', async () => {
    all = await open()
    expect(await run('Command')).toMatchObject({ status: 403, body: { code: 'class' } })
    expect(await run('Login')).toMatchObject({ status: 403, body: { code: 'session' } })
    expect(await run('OldAction')).toMatchObject({ status: 404, body: { code: 'notOffered' } })
    expect(await run('Hangup')).toMatchObject({ status: 409, body: { code: 'unconfirmed' } })
    expect(await run('Hangup', { confirmed: true })).toMatchObject({ status: 200 })
  })

  it('names the field that is wrong', async () => {
    all = await open()
    const wrong = await run('MailboxCount', { headers: [['Mailbox', 'a\r\nAction: Logoff']] })
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ path: 'headers.0' }] } })
    expect((await run('')).status).toBe(422)
    expect((await run('MailboxCount', { secret: 'x' })).status).toBe(422)
    expect(all.room.sent()).toEqual([])
  })

  it('does nothing when the log cannot be written', async () => {
    all = await open()
    all.room.audit.isBroken = true
    expect(await run('MailboxCount')).toMatchObject({ status: 503, body: { code: 'notAudited' } })
    expect(all.room.sent()).toEqual([])
  })

  it('lists what there is', async () => {
    all = await open()
    const body = await (await all.ask('root', '')).json()
    expect(body).toMatchObject({ pbx: 'main', state: 'ready', allowed: [], account: { username: 'callboard' } })
    expect(JSON.stringify(body)).not.toContain('top-secret')
  })
})

/** A stream of the console's session, which stands: no time passes while bytes are on their way, however long they take. */
async function openStream() {
  const response = await all.ask('root', '/events')
  const session = await all.room.pbx.session()
  await session.received('Events')
  return { response, session, lines: linesOf(response) }
}

/** Lines of a stream, one after the other; time passes while one is awaited. */
function linesOf(response: Response) {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const next = async (): Promise<ConsoleBatch | null> => {
    let isHere = false
    const reading = reader.read().finally(() => {
      isHere = true
    })
    while (!isHere) {
      await new Promise((resolve) => setImmediate(resolve))
      all.room.clock.advance(250)
    }
    const { value, done } = await reading
    return done ? null : consoleBatchSchema.parse(JSON.parse(new TextDecoder().decode(value)))
  }
  /** The first line that fits, within a few. */
  const until = async (fits: (line: ConsoleBatch) => boolean) => {
    for (let line = await next(); line !== null; line = await next()) if (fits(line)) return line
    throw new Error('The stream ended before.')
  }
  return { reader, next, until }
}

describe('the stream of events', () => {
  it('tells of the session and of every event, as it comes', async () => {
    all = await open()
    const { response, session, lines } = await openStream()
    expect(response.headers.get('content-type')).toBe('application/x-ndjson')
    await lines.until(({ state }) => state === 'ready')
    session.say(EVENT)
    // What is answered comes behind the event.
    await run('MailboxCount')
    expect((await lines.until(({ events }) => events.length > 0)).events[0]?.name).toBe('Hangup')
    await lines.reader.cancel()
    await session.received('Events', 2)
  })

  it.each([
    ['the session is revoked', 'signedOut', () => all.auth.revoke('root')],
    [
      'the permission is taken',
      'notPermitted',
      () => all.auth.set(aPrincipal('root', 'admin', { rights: rightsOfRole('supervisor') })),
    ],
  ])('ends within 5 s when %s, in whatever process', async (_, why, change) => {
    all = await open()
    const { lines } = await openStream()
    await lines.until(({ state }) => state === 'ready')
    const since = all.room.clock.now()
    change()
    expect((await lines.until(({ end }) => end !== null)).end).toBe(why)
    expect(await lines.next()).toBeNull()
    expect(all.room.clock.now() - since).toBeLessThanOrEqual(5_000)
  })

  it('is cut off when its reader does not even take the last line', async () => {
    all = await open()
    const { reader } = linesOf(await all.ask('root', '/events'))
    await reader.read()
    all.auth.revoke('root')
    all.room.clock.advance(RECHECK_MS)
    await new Promise((resolve) => setImmediate(resolve))
    all.room.clock.advance(1_000)
    expect((await reader.read()).done).toBe(true)
  })

  it('ends when the server does', async () => {
    all = await open()
    const lines = linesOf(await all.ask('root', '/events'))
    await lines.next()
    await all.room.console.close()
    expect((await lines.until(({ end }) => end !== null)).end).toBe('closed')
  })
})
