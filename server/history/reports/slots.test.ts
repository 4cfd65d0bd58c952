import { describe, expect, it } from 'vitest'
import { dayStart } from '@/lib/domain/day-start'
import { isTooFine, type Slot, slotsOf, stepFor, type TimeCut } from './slots'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

function cut(by: TimeCut, from: string, to: string, timeZone = 'Europe/Berlin', startMs = 0) {
  const calendar = { timeZone, dayStart: (now: number) => dayStart(now, timeZone, startMs) }
  return slotsOf(by, { from: Date.parse(from), to: Date.parse(to) }, calendar)
}
const labels = (slots: readonly Slot[]) => slots.map(({ label }) => label)
const hours = (slots: readonly Slot[]) => slots.map(({ from, to }) => (to - from) / HOUR_MS)

describe('time cut by the clock on the wall', () => {
  it('skips an hour in spring', async () => {
    const day = await cut('hour', '2026-03-28T23:00Z', '2026-03-29T22:00Z')
    expect(labels(day).slice(0, 4)).toEqual([
      ...['2026-03-29 00:00', '2026-03-29 01:00', '2026-03-29 03:00', '2026-03-29 04:00'],
    ])
    expect(day).toHaveLength(23)
    expect(await cut('halfHour', '2026-03-28T23:00Z', '2026-03-29T22:00Z')).toHaveLength(46)
  })

  it('has an hour twice in autumn, and tells the two apart', async () => {
    const day = await cut('hour', '2026-10-24T22:00Z', '2026-10-25T23:00Z')
    expect(labels(day).slice(1, 5)).toEqual([
      ...['2026-10-25 01:00', '2026-10-25 02:00 +02:00', '2026-10-25 02:00 +01:00', '2026-10-25 03:00'],
    ])
    expect(new Set(day.map(({ key }) => key)).size).toBe(25)
    expect(await cut('halfHour', '2026-10-24T22:00Z', '2026-10-25T23:00Z')).toHaveLength(50)
  })

  it('has days of 23, 24 and 25 hours, that start when the centre’s day does', async () => {
    expect(hours(await cut('day', '2026-03-27T23:00Z', '2026-03-30T22:00Z'))).toEqual([24, 23, 24])
    expect(hours(await cut('day', '2026-10-23T22:00Z', '2026-10-26T23:00Z'))).toEqual([24, 25, 24])
    const nights = await cut('day', '2026-10-24T12:00Z', '2026-10-26T12:00Z', 'Europe/Berlin', 6 * HOUR_MS)
    expect(labels(nights)).toEqual(['2026-10-24', '2026-10-25', '2026-10-26'])
    expect(hours(nights)).toEqual([17, 24, 7])
  })

  it('puts both hours of autumn where the clock says they are in the week, Sunday being the seventh day', async () => {
    const day = await cut('weekdayHour', '2026-10-24T22:00Z', '2026-10-25T23:00Z')
    expect(day.filter(({ key }) => key === '7|2')).toHaveLength(2)
    expect(day.at(0)).toMatchObject({ key: '7|0', label: 'Sunday 00:00' })
    expect(await cut('weekdayHour', '2026-11-25T13:00Z', '2026-11-25T14:00Z')).toMatchObject([{ key: '3|14' }])
  })

  it.each([
    ['Asia/Kathmandu', '2026-11-22T18:15Z', 900_000],
    ['Asia/Kolkata', '2026-11-22T18:30Z', 1_800_000],
    ['Europe/Berlin', '2026-11-22T23:00Z', HOUR_MS],
    ['Australia/Lord_Howe', '2026-04-04T13:00Z', 1_800_000],
  ])('is whole hours of its own in %s', async (zone, midnight, step) => {
    const day = await cut('hour', midnight, new Date(Date.parse(midnight) + DAY_MS).toISOString(), zone)
    expect(day[0]?.label).toMatch(/ 00:00$/)
    expect(stepFor(day)).toBe(step)
  })

  it('leaves nothing out and counts nothing twice, whatever the range', async () => {
    for (const by of ['halfHour', 'hour', 'day', 'weekdayHour'] as const) {
      const all = await cut(
        by,
        '2026-03-20T10:07:33.123Z',
        '2026-04-09T03:59:01Z',
        'Australia/Lord_Howe',
        5.5 * HOUR_MS,
      )
      expect(all.at(0)?.from).toBe(Date.parse('2026-03-20T10:07:33.123Z'))
      expect(all.at(-1)?.to).toBe(Date.parse('2026-04-09T03:59:01Z'))
      for (const [index, { to }] of all.slice(0, -1).entries()) expect(all[index + 1]?.from).toBe(to)
      expect(all.every(({ from, to }) => from < to)).toBe(true)
    }
  })

  it('lets others have their turn, however many years it is cut of', async () => {
    let turns = 0
    let timer: NodeJS.Immediate
    const turn = () => {
      turns += 1
      timer = setImmediate(turn)
    }
    timer = setImmediate(turn)
    await cut('day', '1970-01-01T00:00Z', '2026-11-23T10:00Z')
    clearImmediate(timer)
    expect(turns).toBeGreaterThan(30)
  })

  it('is refused where it would be cut too fine', async () => {
    expect(isTooFine('halfHour', { from: 0, to: Date.UTC(2026, 10, 23) })).toBe(true)
    expect(isTooFine('day', { from: 0, to: Date.UTC(2026, 10, 23) })).toBe(false)
    expect(await cut('hour', '2026-11-23T10:00Z', '2026-11-23T10:00Z')).toEqual([])
  })
})
