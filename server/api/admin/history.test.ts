import { expect, it } from 'vitest'
import { adminApi } from './testing/admin-api'

it('says since when visits cannot be written down, and how many wait', async () => {
  const { as } = adminApi()
  const { status, body } = await as('root', 'GET', '/history')
  expect(status).toBe(200)
  expect(body).toEqual({ keepDays: 400, waiting: 7, lost: 0, failingSince: 2_000, error: 'database is locked' })
})

it('forgets a caller by number, and says how often they were remembered', async () => {
  const { as, forgotten } = adminApi()
  const { status, body } = await as('root', 'POST', '/callers/forget', { number: '+49 170 1234567' })
  expect([status, body]).toEqual([200, { visits: 3, calls: 2, underWay: 1 }])
  expect(forgotten).toEqual(['+49 170 1234567'])
})

it('forgets nobody for a number without digits, for who does not administer, or where the log cannot be written', async () => {
  const { as, audit, forgotten } = adminApi()
  const forget = async (name: string, number: unknown) => (await as(name, 'POST', '/callers/forget', { number })).status
  expect(await forget('root', 'anonymous')).toBe(422)
  expect(await forget('root', 17)).toBe(422)
  expect(await forget('anna', '+49301')).toBe(403)
  audit.full = true
  expect(await forget('root', '+49301')).toBe(503)
  expect(forgotten).toEqual([])
})
