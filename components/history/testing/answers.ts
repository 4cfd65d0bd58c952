import { DEFAULT_LOST } from '@/lib/kpi/config'
import { noEndings } from '@/lib/kpi/endings'
import { serviceLevel } from '@/lib/kpi/service-level'
import { emptyTally } from '@/lib/kpi/tally'
import type { Explanation, Report } from '@/lib/protocol/visits'

const RULES = { thresholdMs: 20_000, shortMs: 5_000, formula: 'SL4', lost: DEFAULT_LOST } as const

/** The queue Support of the design's picture. */
const SUPPORT = {
  ...emptyTally(),
  ...{ answered: 312, answeredInTime: 252, lost: 42, hungUp: 35, short: 3, other: 6 },
  ...{ waitMs: 312 * 72_000, waits: 363, answeredWaitMs: 312 * 60_000, longestWaitMs: 500_000, talks: 312 },
  ...{ talkMs: 312 * 271_000, transfers: 4 },
}
const ENDED = { ...noEndings(), hungUp: 38, timedOut: 7, key: 4, withdrawn: 2 }

export function aReport(change: Partial<Report> = {}): Report {
  const from = Date.UTC(2026, 10, 19, 23)
  const sums = { level: serviceLevel(SUPPORT, 'SL4'), endings: ENDED, turnedAway: 0 }
  return {
    ...{ now: from + 86_400_000, from, to: from + 86_400_000, timeZone: 'Europe/Warsaw' },
    rules: [{ queue: 'support', rules: { ...RULES } }],
    rows: [
      { key: 'support', label: 'support', from: null, to: null, tally: SUPPORT, ...sums, unseenMs: 0 },
      {
        ...{ key: 'sales', label: 'Sales', from: null, to: null, tally: emptyTally(), endings: noEndings() },
        ...{ level: { numerator: 0, denominator: 0 }, turnedAway: 0, unseenMs: 0 },
      },
    ],
    ...{ total: SUPPORT, ...sums, before: null, gaps: [] },
    ...change,
  }
}

export function anExplanation(change: Partial<Explanation> = {}): Explanation {
  const { from, to, now, rules, gaps } = aReport()
  const { numerator, denominator } = serviceLevel(SUPPORT, 'SL4')
  return {
    ...{ now, figure: 'serviceLevel', unit: 'share', queues: ['support'], window: null, from, to },
    ...{ value: numerator / denominator, numerator, denominator },
    ...{ numeratorVisits: numerator, denominatorVisits: denominator, rules, tally: SUPPORT, turnedAway: 0 },
    ...{ endings: ENDED, byQueue: [{ queue: 'support', numerator, denominator }], gaps },
    asterisk: {
      ...{ since: from, completed: 300, abandoned: 51, value: 0.806 },
      differences: ['otherFormula', 'otherSpan'],
    },
    ...change,
  }
}
