import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '@/lib/domain/rights'
import { liveExplanationSchema } from '@/lib/protocol/live-explanation'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { historyApi } from './testing/history-api'

describe.each(databases)('figures of this moment ($kind)', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  const get = (query: string, role: Role = 'admin', queues: readonly string[] | null = null) =>
    historyApi(test.database, { role, queues }).request(`/api/v1/explain/live?${query}`)
  const told = async (...asked: Parameters<typeof get>) =>
    liveExplanationSchema.parse(await (await get(...asked)).json())

  it('are told with the callers or members of whom they are made', async () => {
    const waiting = await told('figure=waiting')
    expect([waiting.value, waiting.callers.length, waiting.members]).toEqual([2, 2, []])
    const longest = await told('figure=longestNow&queues=support')
    expect(longest.value).toBe(longest.now - (longest.callers[0]?.joinedAt ?? 0))
    const ready = await told('figure=ready&queues=sales')
    expect([ready.value, ready.members.map(({ name }) => name), ready.queues]).toEqual([1, ['Ana'], ['sales']])
    expect((await told('figure=paused')).value).toBe(0)
  })

  it('count agents once, however many queues they are in, and tell what each does', async () => {
    const all = await told('figure=agents.all')
    expect(all.value).toBe(all.agents.length)
    expect(new Set(all.agents.map(({ interface: phone }) => phone)).size).toBe(all.agents.length)
    const ready = await told('figure=agents.ready&queues=sales&everywhere=true')
    expect(ready.agents).toEqual([expect.objectContaining({ name: 'Ana', state: 'ready', reason: null })])
  })

  it('are files, too, that say of which moment they are, and hold no formulas', async () => {
    const file = await get('figure=waiting&format=csv')
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="waiting-2026-11-23T12-00-00Z.csv"')
    const [head, ...lines] = (await file.text()).trimEnd().split('\r\n')
    expect(head).toBe('at,queue,queueLabel,position,priority,number,name,joinedAt,waitSeconds,pbx')
    expect(lines.map((line) => line.split(',')[0])).toEqual(['2026-11-23T12:00:00.000Z', '2026-11-23T12:00:00.000Z'])
    const masked = await (await get('figure=waiting&format=csv', 'supervisor', ['support'])).text()
    expect(masked).toContain('··17')
    const json = (await (await get('figure=ready&queues=sales&format=json')).text()).trimEnd().split('\n')
    expect(json.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ queue: 'sales', name: 'Ana', state: 'ready', at: '2026-11-23T12:00:00.000Z' }),
    ])
    const agents = await (await get('figure=agents.all&format=csv')).text()
    expect(agents.split('\r\n')[0]).toBe('at,name,interface,state,reason,since,seconds,queues,pbx')
  })

  it('are of the queues that one may see, with numbers masked', async () => {
    const own = await told('figure=waiting', 'supervisor', ['support'])
    expect([own.queues, own.callers.map(({ number }) => number)]).toEqual([['support'], ['··17']])
    expect((await get('figure=waiting', 'agent')).status).toBe(403)
    for (const wrong of ['', 'figure=answered', 'figure=waiting&window=today', 'figure=waiting&queues=none'])
      expect([wrong, (await get(wrong)).status]).toEqual([wrong, 422])
  })
})
