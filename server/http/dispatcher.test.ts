import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterEach, describe, expect, it } from 'vitest'
import { type Api, createApi } from '@/server/api/app'
import { guardOf } from '@/server/api/testing/guard-of'
import { SAMPLE_BOARD } from '@/server/api/testing/sample-board'
import { sampleStore } from '@/server/api/testing/sample-store'
import { aPrincipal, openAuth } from '@/server/socket/testing/fake-auth'
import { silentLog } from '@/server/socket/testing/wallboard'
import { attachRoutes, type Routes } from './dispatcher'
import { createHostGuard } from './host-guard'
import { metricsPage } from './metrics-page'
import { health, readiness } from './probes'
import { sampleMetrics } from './testing/sample-metrics'

type Answer = { status: number; headers: IncomingHttpHeaders; text: string }
const undo: (() => void)[] = []
afterEach(() => {
  for (const close of undo.splice(0)) close()
})

async function listen(
  routes: Partial<Routes> = {},
  store = sampleStore(),
  more: readonly ((api: Api) => void)[] = [],
): Promise<number> {
  const api = createApi({
    store,
    board: SAMPLE_BOARD,
    version: '1',
    now: () => 1,
    guard: guardOf(openAuth(aPrincipal('screen', 'display'))),
    log: silentLog,
    routes: more,
  })
  const server = createServer()
  attachRoutes(server, {
    health,
    readiness: readiness(store, async () => {}),
    metrics: metricsPage(sampleMetrics(store), undefined),
    api: getRequestListener(api.fetch, { overrideGlobalObjects: false }),
    pages: (_request, response) => response.end('a page'),
    socketUpgrade: (_request, socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n'),
    mayServe: createHostGuard('127.0.0.1', ['https://board.example.net']),
    ...routes,
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  undo.push(() => server.close().closeAllConnections())
  return (server.address() as AddressInfo).port
}

function ask(
  port: number,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
) {
  return new Promise<Answer>((resolve, reject) => {
    const { body, ...rest } = options
    const outgoing = httpRequest({ port, host: '127.0.0.1', path, ...rest }, (response) => {
      let text = ''
      response.on('data', (bytes: Buffer) => (text += bytes))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

describe('every request goes to whom it belongs', () => {
  it('pages to the pages, the API to the API', async () => {
    const port = await listen()
    expect((await ask(port, '/wall?queues=sales')).text).toBe('a page')
    expect((await ask(port, '/apiary')).text).toBe('a page')
    expect(JSON.parse((await ask(port, '/api/v1/queues')).text).items).toHaveLength(2)
    expect((await ask(port, '/api/nothing')).status).toBe(404)
    expect((await ask(port, '/constructor')).text).toBe('a page')
  })

  it('keeps its head when HEAD asks', async () => {
    const port = await listen()
    expect(await ask(port, '/healthz', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
    expect(await ask(port, '/api/v1/queues', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
  })

  it('refuses to write where there is only reading', async () => {
    const port = await listen()
    for (const path of ['/healthz', '/readyz', '/metrics', '/api/v1/queues']) {
      const { status, headers } = await ask(port, path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      })
      expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: 'GET, HEAD' })
    }
  })

  it('lets the API be asked to delete without a body, as browsers do', async () => {
    const deletes = (api: Api) => void api.delete('/api/v1/session', (c) => c.json({ deleted: true }))
    const port = await listen({}, sampleStore(), [deletes])
    expect(await ask(port, '/api/v1/session', { method: 'DELETE' })).toMatchObject({ status: 200 })
  })

  it('refuses a body in chunks, whose end nobody knows', async () => {
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
    expect((await ask(await listen(), '/api/v1/queues', { method: 'POST', headers, body: '{}' })).status).toBe(411)
  })

  it('refuses a large body before reading it', async () => {
    const port = await listen()
    const headers = { 'content-length': String(10 ** 9) }
    expect((await ask(port, '/api/v1/queues', { method: 'POST', headers, body: 'x' })).status).toBe(413)
  })
})

/** What the server says to an upgrade before it closes. */
async function upgrade(port: number, path: string, host = 'localhost'): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)
  let text = ''
  socket.on('data', (bytes) => (text += bytes))
  await new Promise<void>((resolve) => socket.on('close', () => resolve()))
  return text
}

describe('upgrades', () => {
  it('that nobody wants are closed at once', async () => {
    const port = await listen()
    expect(await upgrade(port, '/chat')).toBe('')
  })

  it('of browsers reach the gateway, unless the name is not ours', async () => {
    const port = await listen()
    expect(await upgrade(port, '/socket.io/?EIO=4')).toMatch(/^HTTP.1.1 101/)
    expect(await upgrade(port, '/socket.io/?EIO=4', 'evil.example')).toBe('')
    expect((await ask(port, '/socket.io/?EIO=4&transport=polling')).status).toBe(426)
  })

  it('of pages reach the pages', async () => {
    const paths: unknown[] = []
    const port = await listen({
      pageUpgrade: (request, socket) => {
        paths.push(request.url)
        socket.destroy()
      },
    })
    await upgrade(port, '/_next/hmr')
    expect(paths).toEqual(['/_next/hmr'])
  })
})

describe('for machines', () => {
  it('/healthz tells that the process lives', async () => {
    expect(JSON.parse((await ask(await listen(), '/healthz')).text)).toMatchObject({ status: 'ok' })
  })

  it('/readyz tells whether the link to the PBX is live, and else why not', async () => {
    expect((await ask(await listen(), '/readyz')).status).toBe(200)
    const refused = await listen({}, sampleStore({ state: 'refused', error: 'Authentication failed' }))
    const answer = await ask(refused, '/readyz')
    expect(answer.status).toBe(503)
    expect(JSON.parse(answer.text)).toEqual({
      status: 'not ready',
      pbx: [{ name: 'main', state: 'refused', reason: 'Authentication failed' }],
      database: { state: 'ok' },
    })
  })

  it('/readyz tells whether the database answers, and not in its words', async () => {
    const ping = () => Promise.reject(new Error('password of callboard@db.example refused'))
    const answer = await ask(await listen({ readiness: readiness(sampleStore(), ping) }), '/readyz')
    expect(answer.status).toBe(503)
    expect(JSON.parse(answer.text)).toMatchObject({ status: 'not ready', database: { state: 'failed' } })
    expect(answer.text).not.toContain('example')
  })

  it('/metrics speaks Prometheus', async () => {
    const { text, headers } = await ask(await listen(), '/metrics')
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/)
    expect(text).toContain('callboard_pbx_link_state{pbx="main",state="live"} 1')
    expect(text).toContain('callboard_sockets 2')
    expect(text).toContain('callboard_diffs_total 7')
    expect(text).toContain('callboard_ami_messages_total{pbx="main"} 11')
    expect(text).toContain('callboard_pbx_events_total{pbx="main",type="memberPut"} 5')
    expect(text).toContain('callboard_audit_differences_total{pbx="main",kind="member different"} 3')
    expect(text).toContain('callboard_audit_differences_total{pbx="main",kind="caller extra"} 0')
    expect(text).toContain('callboard_visits_waiting 12')
    expect(text).toContain('callboard_visits_lost_total 3')
    expect(text).toContain('callboard_pbx_clock_ahead_seconds{pbx="main"} -2.5')
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds')
  })

  it('/metrics with a token is for its bearer', async () => {
    const metrics = sampleMetrics(sampleStore())
    const port = await listen({ metrics: metricsPage(metrics, 'a-token-of-some-length') })
    expect((await ask(port, '/metrics')).status).toBe(401)
    expect((await ask(port, '/metrics', { headers: { authorization: 'Bearer wrong' } })).status).toBe(401)
    const right = { authorization: 'Bearer a-token-of-some-length' }
    expect((await ask(port, '/metrics', { headers: right })).status).toBe(200)
  })
})

describe('names of this server', () => {
  it.each(['localhost:3000', 'wall.localhost', '127.0.0.1:3000', '[::1]:3000', '192.0.2.7', 'board.example.net'])(
    '%s is served on loopback',
    async (host) => {
      expect((await ask(await listen(), '/healthz', { headers: { host } })).status).toBe(200)
    },
  )

  it('a name that anybody may point at loopback is not', async () => {
    const port = await listen()
    expect((await ask(port, '/api/v1/calls', { headers: { host: 'evil.example' } })).status).toBe(421)
  })

  it('any name is served where everybody may listen', () => {
    expect(createHostGuard('0.0.0.0', [])('evil.example')).toBe(true)
  })
})
