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

  it('are of the queues that one may see, with numbers masked', async () => {
    const own = await told('figure=waiting', 'supervisor', ['support'])
    expect([own.queues, own.callers.map(({ number }) => number)]).toEqual([['support'], ['··17']])
    expect((await get('figure=waiting', 'agent')).status).toBe(403)
    for (const wrong of ['', 'figure=answered', 'figure=waiting&window=today', 'figure=waiting&queues=none'])
      expect([wrong, (await get(wrong)).status]).toEqual([wrong, 422])
  })
})
