import { expect, it } from 'vitest'
import { queueId } from '@/lib/domain/ids'
import { KPI_WINDOWS } from '@/lib/domain/kpi'
import { PBX } from '@/lib/domain/testing/records'
import { aVisit } from '@/lib/domain/testing/visits'
import { DEFAULT_LOST } from '@/lib/kpi/config'
import { spanOf } from '../reports/span'
import { FigureBook } from './figure-book'

const DAY = Date.UTC(2026, 10, 23)
const NOON = DAY + 12 * 3_600_000
const RULES = { thresholdMs: 20_000, shortMs: 5_000, formula: 'SL4', lost: DEFAULT_LOST } as const

it('a call in one queue has the figures of that one told, and no other’s; a new day has all of them', () => {
  const book = new FigureBook({ pbx: PBX, rulesOf: () => RULES, dayStart: (now) => now - (now % 86_400_000) })
  for (const queue of ['support', 'sales']) book.know(queue, NOON)
  expect(book.records(NOON, null, 'told')).toHaveLength(2)
  expect(book.records(NOON, null, 'told')).toEqual([])
  book.take(aVisit({ enteredAt: NOON, waits: 5 }))
  expect(book.records(NOON + 6_000, null, 'told').map(({ id }) => id)).toEqual([queueId(PBX, 'support')])
  expect(book.records(NOON + 86_400_000, null, 'told')).toHaveLength(2)
})

it('spans of time are what the grains in each add up to', () => {
  const book = new FigureBook({ pbx: PBX, rulesOf: () => RULES, dayStart: () => DAY })
  const minutes = [1, 10, 20, 29, 40, 59, 70]
  for (const ago of minutes) book.take(aVisit({ enteredAt: NOON - ago * 60_000, waits: ago }))
  const [support] = book.records(NOON, null)
  const within = (most: number) => minutes.filter((ago) => ago < most)
  for (const [window, most] of [
    ['last15', 15],
    ['last30', 30],
    ['last60', 60],
  ] as const) {
    const { answered, longestWaitMs } = support?.windows[window] ?? {}
    expect([answered, longestWaitMs]).toEqual([within(most).length, Math.max(...within(most)) * 1_000])
  }
})

it('a figure of the last minutes counts the very visits that it opens to, whenever it is looked at', () => {
  const dayStart = () => DAY
  const book = new FigureBook({ pbx: PBX, rulesOf: () => RULES, dayStart })
  const moments = Array.from({ length: 5_000 }, (_, index) => NOON - index * 1_237)
  for (const enteredAt of moments.toReversed()) book.take(aVisit({ enteredAt, waits: 0 }))
  for (let now = NOON; now < NOON + 60_000; now += 3_333) {
    const [support] = book.records(now, null)
    for (const window of KPI_WINDOWS) {
      const { from, to } = spanOf(window, now, dayStart)
      const opened = moments.filter((at) => at >= from && at < to)
      expect(support?.windows[window].answered, `${window} at ${now}`).toBe(opened.length)
    }
  }
})
