import { afterEach, beforeEach, expect, it } from 'vitest'
import { PBX } from '@/lib/domain/testing/records'
import { openSqlite, type TestDatabase } from '@/server/testing/databases'
import { Gaps } from '../visits/gaps'
import type { ChunkSpan } from './coverage'
import { replayDays } from './days'

const HOUR = 3_600_000

let test: TestDatabase
beforeEach(async () => {
  test = await openSqlite()
})
afterEach(() => test.dispose())

/** Recorded without a hole, an hour each, but for what is left out. */
function chunks(from: number, to: number, without: { from: number; to: number } | null = null): ChunkSpan[] {
  const all: ChunkSpan[] = []
  for (let at = from; at < to; at += HOUR) {
    if (without && at >= without.from && at < without.to) continue
    const isAfter = without !== null && at >= without.to
    const run = isAfter ? 'second' : 'first'
    const seq = (at - (isAfter ? without.to : from)) / HOUR
    all.push({ id: `${run}|${seq}`, run, seq, from: at, to: at + HOUR, isSnapshot: true, bytes: 10 })
  }
  return all
}
const daysOf = (all: readonly ChunkSpan[], timeZone: string) =>
  replayDays(test.database, { all: async () => all }, timeZone, null)

it.each([
  ['in spring', 'Europe/Berlin', '2026-03-27T23:00Z', [24, 23, 24], '2026-03-28'],
  ['in autumn', 'Europe/Berlin', '2026-10-23T22:00Z', [24, 25, 24], '2026-10-24'],
  ['where midnight is skipped', 'America/Santiago', '2026-09-05T04:00Z', [24, 23, 24], '2026-09-05'],
  ['where midnight comes twice', 'America/Havana', '2026-10-31T04:00Z', [24, 25, 24], '2026-10-31'],
])('days around a change of the clock have all of their hours, %s', async (_when, timeZone, start, hours, first) => {
  const from = Date.parse(start)
  const all = chunks(from, from + hours.reduce((sum, one) => sum + one) * HOUR)
  const days = await daysOf(all, timeZone)
  expect(days.map(({ startsAt, endsAt }) => (endsAt - startsAt) / HOUR)).toEqual(hours)
  expect(days.map(({ bytes }) => bytes)).toEqual(hours.map((count) => count * 10))
  const next = (ahead: number) => new Date(Date.parse(`${first}T12:00Z`) + ahead * 24 * HOUR).toISOString().slice(0, 10)
  expect(days.map(({ day }) => day)).toEqual([first, next(1), next(2)])
  for (const [index, { startsAt }] of days.slice(1).entries()) expect(startsAt).toBe(days[index]?.endsAt)
})

it('what nobody saw in the hour that comes twice stands in the right one of the two, and what was not recorded beside it', async () => {
  const from = Date.parse('2026-10-24T22:00Z')
  const [first, second] = [from + 2 * HOUR, from + 3 * HOUR]
  await new Gaps(test.database, PBX).add({ from: second + 60_000, to: second + 120_000 })
  const [day] = await daysOf(chunks(from, from + 25 * HOUR, { from: first, to: second }), 'Europe/Berlin')
  expect(day?.gaps).toEqual([
    { from: first, to: second, why: 'notRunning' },
    { from: second + 60_000, to: second + 120_000, why: 'notConnected' },
  ])
})
