import { expect, test } from 'vitest'
import { noEndings } from '@/lib/kpi/endings'
import { emptyTally } from '@/lib/kpi/tally'
import { columnsFor, ordered, type Row } from './columns'

function aRow(key: string, tally: Partial<Row['tally']>, endings: Partial<Row['endings']> = {}): Row {
  const sums = { ...emptyTally(), ...tally }
  return {
    ...{ key, label: key, from: null, to: null, tally: sums, turnedAway: 0, unseenMs: 0 },
    level: { numerator: sums.answeredInTime, denominator: sums.answered },
    endings: { ...noEndings(), ...endings },
  }
}

const support = aRow('support', { answered: 4, answeredInTime: 2, lost: 3 }, { hungUp: 2, lost: 1 })
const sales = aRow('sales', { answered: 2, answeredInTime: 2 })
const night = aRow('night', {})
const keys = (rows: readonly Row[]) => rows.map(({ key }) => key)

test('how the unanswered ended stands ending by ending, what is seldom only where there is any', () => {
  const columns = columnsFor(support)
  const unanswered = columns.filter(({ isUnanswered }) => isUnanswered)
  expect(unanswered.map(({ id, value }) => [id, value(support)])).toEqual([
    ['hungUp', 2],
    ['timedOut', 0],
    ['noAgents', 0],
    ['lost', 1],
    ['key', 0],
    ['withdrawn', 0],
  ])
  expect(columnsFor(sales).some(({ id }) => id === 'lost')).toBe(false)
  expect(columns.some(({ id }) => id === 'turnedAway')).toBe(false)
  expect(columnsFor({ ...sales, turnedAway: 1 }).some(({ id }) => id === 'turnedAway')).toBe(true)
})

test('rows go by any column, those without a value last, whichever way', () => {
  const rows = [night, support, sales]
  const columns = columnsFor(support)
  const by = (id: string, isDown: boolean) => keys(ordered(rows, { by: id, isDown }, columns, ({ label }) => label))
  expect(by('serviceLevel', true)).toEqual(['sales', 'support', 'night'])
  expect(by('serviceLevel', false)).toEqual(['support', 'sales', 'night'])
  expect(by('label', false)).toEqual(['night', 'sales', 'support'])
  expect(keys(ordered(rows, null, columns, ({ label }) => label))).toEqual(['night', 'support', 'sales'])
})
