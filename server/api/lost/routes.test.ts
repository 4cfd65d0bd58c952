import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PBX } from '@/lib/domain/testing/records'
import { aVisit } from '@/lib/domain/testing/visits'
import type { Visit } from '@/lib/domain/visit'
import { lostCallerSchema, lostSchema } from '@/lib/protocol/lost'
import { keep } from '@/server/history/lost/testing/lost-house'
import { Gaps } from '@/server/history/visits/gaps'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { FixedClock } from '@/server/testing/fixed-clock'
import { lostApi } from './testing/lost-api'

const NOW = new FixedClock().now()
const MINUTE = 60_000
const PEOPLE = {
  boss: {},
  sales: { queues: ['SALES'] },
  agent: { role: 'agent', phone: 'PJSIP/101' },
  blindfold: { role: 'agent', numbers: 'none', phone: 'PJSIP/101' },
  screen: { role: 'display' },
} as const

describe.each(databases)('lost callers over the API ($kind)', ({ open }) => {
  let test: TestDatabase
  let api: ReturnType<typeof lostApi>
  beforeEach(async () => {
    test = await open()
    api = lostApi(test.database, PEOPLE)
  })
  afterEach(async () => {
    await api.book.close()
    await test.dispose()
  })

  const lost = (minutesAgo: number, fields: Partial<Visit> & { waits?: number } = {}) =>
    aVisit({ ending: 'hungUp', waits: 30, enteredAt: NOW - minutesAgo * MINUTE, ...fields })
  async function given(...visits: Visit[]) {
    await keep(test.database, ...visits)
    api.book.start()
  }
  const list = async (who: string, query = '') => {
    const { text } = await api.ask(who, query)
    return lostSchema.parse(JSON.parse(text))
  }
  const doing = async (who: string, id: string, name: string, body: unknown = {}) => {
    const { status, body: answer } = await api.ask(who, `/${encodeURIComponent(id)}/${name}`, body)
    return { status, answer: answer as Record<string, unknown> }
  }

  it('are told oldest first, folded, with how each ended and how many there are of each kind', async () => {
    await given(
      lost(5, { number: '+4930111' }),
      lost(60),
      lost(26, { queue: 'sales', ending: 'timedOut', waits: 300 }),
      lost(50, { number: '+4930222' }),
      lost(40, { number: '+4930222', ending: 'answered' }),
      lost(10, { number: '+4930333', waits: 2 }),
    )
    const open = await list('boss')
    expect(open.counts).toEqual({ all: 3, open: 2, claimed: 0, calledBack: 1, byHand: 0, short: 1 })
    expect(
      open.items.map(({ number, times, queues, ending, waitMs }) => [number, times, queues, ending, waitMs]),
    ).toEqual([
      ['+49 30 5550117', 2, ['support', 'sales'], 'timedOut', 300_000],
      ['+4930111', 1, ['support'], 'hungUp', 30_000],
    ])
    expect((await list('boss', '?state=calledBack')).items).toMatchObject([{ closed: { how: 'answered', by: 'Ana' } }])
    expect((await list('boss', '?state=all&sort=newest&short=true')).items.map(({ isShort }) => isShort)).toEqual([
      ...[false, true, false, false],
    ])
    expect((await list('boss', '?queues=@care')).items).toHaveLength(1)
    expect((await list('boss', `?from=${NOW - 10 * MINUTE}`)).items.map(({ number }) => number)).toEqual(['+4930111'])
    expect((await list('boss', '?window=last15')).items.map(({ number }) => number)).toEqual(['+4930111'])
    const first = await list('boss', '?limit=1')
    expect([first.total, (await list('boss', `?limit=1&after=${first.next}`)).items[0]?.number]).toEqual([
      2,
      '+4930111',
    ])
  })

  it('are all told page by page, though somebody is done with meanwhile', async () => {
    await given(...[40, 30, 20, 10].map((minutes) => lost(minutes, { number: `+49301${minutes}` })))
    const first = await list('boss', '?limit=2')
    await doing('boss', first.items[0]?.id ?? '', 'done')
    const second = await list('boss', `?limit=2&after=${first.next}`)
    expect(second.items.map(({ number }) => number)).toEqual(['+4930120', '+4930110'])
    expect(second.next).toBeNull()
    expect((await api.ask('boss', '?after=2')).status).toBe(422)
  })

  it('are those of the queues that one sees, and nothing of others shows', async () => {
    await given(lost(60, { name: 'Tom Orlov' }), lost(20, { queue: 'sales' }), lost(10, { number: '+4930111' }))
    const [only, ...more] = (await list('sales')).items
    expect(more).toEqual([])
    expect(only).toMatchObject({ times: 1, queues: ['sales'], at: NOW - 20 * MINUTE + 30_000 })
    const hidden = (await list('boss')).items.find(({ number }) => number === '+4930111')
    expect((await doing('sales', hidden?.id ?? '', 'done')).status).toBe(404)
    expect((await api.ask('screen', '')).status).toBe(403)
  })

  it('agents see those of the queues in which their phones are, numbers only where it rang at theirs, and call all the same', async () => {
    const rang = [{ interface: 'PJSIP/101', at: NOW, rangMs: 5000, outcome: 'noAnswer' as const }]
    await given(
      lost(60, { rings: rang }),
      lost(20, { number: '+4930111' }),
      lost(10, { queue: 'night', number: '+4930222' }),
    )
    const [own, other, ...more] = (await list('agent')).items
    expect([own?.number, own?.callable, other?.number, other?.callable]).toEqual(['+49 30 5550117', true, '··11', true])
    expect(more).toEqual([])
    const id = randomUUID()
    expect((await doing('agent', other?.id ?? '', 'call', { id })).status).toBe(202)
    expect(api.dialled).toEqual([{ type: 'dial', to: '+4930111', phone: null }])
    expect((await list('blindfold')).items.map(({ callable }) => callable)).toEqual([false, false])
    expect((await doing('blindfold', own?.id ?? '', 'call', { id })).status).toBe(404)
  })

  it('two who call at once: one does, the other is told who, and does so only when meant', async () => {
    const visit = lost(60)
    await given(visit)
    const both = await Promise.all([
      doing('boss', visit.id, 'call', { id: randomUUID() }),
      doing('agent', visit.id, 'call', { id: randomUUID() }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([202, 409])
    const late = both.find(({ status }) => status === 409)
    expect(late?.answer).toMatchObject({ code: 'claimed', current: { by: expect.any(String), at: NOW } })
    expect(api.dialled).toHaveLength(1)
    const meant = { id: randomUUID(), takeOver: true }
    expect((await doing('agent', visit.id, 'call', meant)).status).toBe(202)
    const someone = { pbx: PBX, endpoint: 'pjsip/101', direction: 'out', number: visit.number, startedAt: NOW } as const
    api.book.hear('c', [{ ...someone, answeredAt: null }])
    expect((await doing('agent', visit.id, 'call', { id: randomUUID() })).answer).toMatchObject({ code: 'calling' })
  })

  it('whoever wanted to call and could not leaves nobody claimed, whatever went wrong', async () => {
    const visit = lost(60)
    await given(visit)
    api.fails(new Error('no such phone'))
    expect((await doing('boss', visit.id, 'call', { id: randomUUID() })).status).toBe(500)
    expect((await list('boss')).counts).toMatchObject({ open: 1, claimed: 0 })
    await doing('boss', visit.id, 'claim')
    expect((await doing('boss', visit.id, 'call', { id: randomUUID() })).status).toBe(500)
    expect((await list('boss')).counts).toMatchObject({ open: 1, claimed: 1 })
    api.clock.advance(31 * MINUTE)
    expect((await doing('boss', visit.id, 'call', { id: randomUUID() })).status).toBe(500)
    expect((await list('boss')).counts).toMatchObject({ open: 1, claimed: 0 })
  })

  it('are claimed, noted, done and undone, each told as it is then', async () => {
    const visit = lost(60)
    await given(visit)
    const claimed = lostCallerSchema.parse((await doing('boss', visit.id, 'claim')).answer)
    expect(claimed.claim).toEqual({ by: 'boss', isOwn: true, at: NOW, until: NOW + 30 * MINUTE })
    expect((await doing('agent', visit.id, 'claim')).answer).toMatchObject({ code: 'claimed', current: { by: 'boss' } })
    expect((await doing('agent', visit.id, 'claim', { takeOver: true })).answer).toMatchObject({
      claim: { by: 'agent' },
    })
    expect((await doing('agent', visit.id, 'note', { note: ' angry ' })).answer).toMatchObject({
      note: { text: 'angry' },
    })
    expect((await doing('agent', visit.id, 'done', { note: '' })).answer).toMatchObject({
      closed: { how: 'done', by: 'agent', note: null },
    })
    expect((await list('boss')).counts).toMatchObject({ open: 0, byHand: 1 })
    expect((await doing('boss', visit.id, 'undo')).answer).toMatchObject({ closed: null })
    expect((await doing('boss', visit.id, 'note', { note: 'x'.repeat(501) })).status).toBe(422)
  })

  it('who withheld the number cannot be called, only done by hand', async () => {
    const visit = lost(60, { number: 'anonymous', name: null })
    await given(visit)
    expect((await list('boss')).items).toMatchObject([{ number: null, callable: false }])
    expect((await doing('boss', visit.id, 'call', { id: randomUUID() })).status).toBe(404)
    expect((await doing('boss', visit.id, 'done')).status).toBe(200)
  })

  it('say when nothing was seen: whoever was spoken with then stands here as lost', async () => {
    await new Gaps(test.database, PBX).add({ from: NOW - 30 * MINUTE, to: NOW - 20 * MINUTE })
    await given(lost(60))
    expect((await list('boss')).gaps).toEqual([{ pbx: PBX, from: NOW - 30 * MINUTE, to: NOW - 20 * MINUTE }])
  })

  it('come as a file, safe against formulas', async () => {
    await given(lost(60, { name: '=cmd()' }), lost(20, { number: '+4930111' }))
    const { text } = await api.ask('boss', '?format=csv&state=all')
    const [head, first, ...more] = text.trim().split('\r\n')
    expect(head).toContain('number,name,queues')
    expect(first).toContain("'=cmd()")
    expect(more).toHaveLength(1)
    const lines = (await api.ask('boss', '?format=json')).text.trim().split('\n')
    expect(lines.map((line) => lostCallerSchema.parse(JSON.parse(line)).times)).toEqual([1, 1])
  })

  it('of a queue that nobody knows are not told as none', async () => {
    await given(lost(5))
    expect((await api.ask('boss', '?queues=suport')).status).toBe(422)
    expect((await api.ask('sales', '?queues=support')).status).toBe(422)
    expect((await api.ask('boss', '?queues=support')).status).toBe(200)
  })
})
