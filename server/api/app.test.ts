import { describe, expect, it } from 'vitest'
import { FAMILIES } from '@/lib/domain/live-state'
import { recordSchemas } from '@/lib/protocol/picture'
import { aPrincipal, openAuth } from '@/server/socket/testing/fake-auth'
import { silentLog } from '@/server/socket/testing/wallboard'
import { createApi } from './app'
import { guardOf } from './testing/guard-of'
import { SAMPLE_BOARD } from './testing/sample-board'
import { sampleStore } from './testing/sample-store'

function api() {
  return createApi({
    store: sampleStore(),
    board: SAMPLE_BOARD,
    version: '0.1.0',
    now: () => 3_000,
    guard: guardOf(openAuth(aPrincipal('screen', 'display'))),
    log: silentLog,
  })
}

async function get(path: string) {
  const response = await api().request(path)
  return { response, body: (await response.json()) as { items: { id: string; queue: string; number: string }[] } }
}

describe('a list', () => {
  it('gives the records of the wire, sorted, with the clock they compare to', async () => {
    const { response, body } = await get('/api/v1/queues')
    expect(response.status).toBe(200)
    expect(body).toMatchObject({ now: 3_000, items: [{ id: 'main|sales' }, { id: 'main|support' }] })
    for (const item of body.items) expect(recordSchemas.queues.parse(item)).toEqual(item)
  })

  it.each([
    ['queues', 1],
    ['members', 1],
    ['callers', 1],
    ['calls', 0],
  ])('of %s can be narrowed to a queue', async (family, count) => {
    const { body } = await get(`/api/v1/${family}?queue=sales`)
    expect(body.items).toHaveLength(count)
    expect(body.items.every((item) => (item.queue ?? item.id) === 'main|sales')).toBe(true)
  })

  it('takes several queues, and knows none that is not there', async () => {
    expect((await get('/api/v1/members?queue=sales,support')).body.items).toHaveLength(2)
    expect((await get('/api/v1/members?queue=billing')).body.items).toEqual([])
    expect((await get('/api/v1/members?pbx=other')).body.items).toEqual([])
  })

  it('shows of a caller what everybody may see', async () => {
    expect((await get('/api/v1/callers?queue=sales')).body.items[0]?.number).toBe('··17')
  })

  it.each(['/api/v1/queues?que=sales', '/api/v1/queues?queue=', '/api/v1/extensions?queue=sales'])(
    'refuses %s with a problem document',
    async (path) => {
      const { response, body } = await get(path)
      expect(response.status).toBe(422)
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      expect(body).toMatchObject({ title: 'Unprocessable Content', errors: [expect.anything()] })
    },
  )
})

describe('beside the lists', () => {
  it('tells how the links stand', async () => {
    expect((await get('/api/v1/pbx')).body).toMatchObject({ items: [{ pbx: 'main', state: 'live', demo: false }] })
  })

  it('tells the wall how to present itself', async () => {
    expect((await get('/api/v1/board')).body).toEqual(SAMPLE_BOARD)
  })

  it('describes itself', async () => {
    const { body } = await get('/api/v1/openapi.json')
    expect(body).toMatchObject({ openapi: '3.1.0', info: { title: 'Callboard', version: '0.1.0' } })
    const { paths } = body as unknown as { paths: Record<string, { get: { responses: Record<string, object> } }> }
    const names = [...FAMILIES.filter((family) => !['devices', 'trends', 'kpis'].includes(family)), 'pbx', 'board']
    expect(Object.keys(paths).sort()).toEqual(names.map((name) => `/api/v1/${name}`).sort())
    expect(JSON.stringify(paths['/api/v1/queues']?.get.responses['200'])).toContain('serviceLevelPerf2')
  })

  it('answers what it does not know with 404 and what cannot be changed with 405', async () => {
    const unknown = await get('/api/v1/nothing')
    expect(unknown.response.status).toBe(404)
    expect(unknown.body).toMatchObject({ status: 404 })
    const headers = { 'content-type': 'application/json' }
    const posted = await api().request('/api/v1/queues', { method: 'POST', headers, body: '{}' })
    expect(posted.status).toBe(405)
    expect(posted.headers.get('allow')).toBe('GET, HEAD')
  })

  it('sends headers that let nobody frame, sniff or keep it', async () => {
    for (const path of ['/api/v1/queues', '/api/v1/nothing']) {
      const { headers } = (await get(path)).response
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cache-control')).toBe('no-store')
    }
  })
})
