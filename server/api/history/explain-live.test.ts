import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { queueId } from '@/lib/domain/ids'
import type { Role } from '@/lib/domain/rights'
import { PBX } from '@/lib/domain/testing/records'
import { liveExplanationSchema } from '@/lib/protocol/live-explanation'
import type { PictureCheck } from '@/server/store/session/queue-check'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { historyApi, NOW } from './testing/history-api'

describe.each(databases)('figures of this moment ($kind)', ({ open }) => {
  let test: TestDatabase
  let check: PictureCheck
  beforeEach(async () => {
    test = await open()
    check = { pbx: PBX, isLive: true, readAt: NOW, auditedAt: null, mended: new Map() }
  })
  afterEach(() => test.dispose())

  const queueOf = (name: string) => queueId(PBX, name)
  const get = (query: string, role: Role = 'admin', queues: readonly string[] | null = null) =>
    historyApi(test.database, { role, queues, deps: { checks: () => [check] } }).request(
      `/api/v1/explain/live?${query}`,
    )
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

  it('are told beside what Asterisk’s own summary would count', async () => {
    const summaryOf = async (query: string) => (await told(query)).asterisk.summary
    expect(await summaryOf('figure=waiting')).toEqual({ field: 'Callers', value: 2, wrapUp: 0 })
    expect(await summaryOf('figure=agents.all')).toEqual({ field: 'LoggedIn', value: 2, wrapUp: 0 })
    expect(await summaryOf('figure=agents.ready&queues=sales')).toEqual({ field: 'Available', value: 1, wrapUp: 0 })
    expect(await summaryOf('figure=paused')).toBeNull()
  })

  it('are told with when they were last held against it, and what was put right then of the queues asked for', async () => {
    const checks = async (...asked: Parameters<typeof get>) => (await told(...asked)).asterisk.checks
    const nothing = { queues: 0, members: 0, callers: 0 }
    expect(await checks('figure=waiting')).toEqual([{ ...check, mended: nothing }])
    const mended: PictureCheck['mended'] = new Map([
      [queueOf('sales'), { queue: 0, member: 2, caller: 1 }],
      [queueOf('support'), { queue: 1, member: 0, caller: 0 }],
    ])
    check = { ...check, isLive: false, auditedAt: NOW + 30_000, mended }
    expect(await checks('figure=waiting')).toEqual([{ ...check, mended: { queues: 1, members: 2, callers: 1 } }])
    expect(await checks('figure=paused', 'supervisor', ['sales'])).toEqual([
      { ...check, mended: { queues: 0, members: 2, callers: 1 } },
    ])
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
