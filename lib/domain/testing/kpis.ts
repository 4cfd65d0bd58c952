import { queueId } from '../ids'
import { KPI_WINDOWS, type KpiRules, type KpiWindow, type QueueKpi, type Tally } from '../kpi'
import { NOW, PBX } from './records'

const HOUR_MS = 3_600_000

/** The rules of a queue of which the configuration says nothing. */
export const RULES: KpiRules = {
  thresholdMs: 20_000,
  shortMs: 5_000,
  formula: 'SL4',
  lost: ['hungUp', 'timedOut', 'noAgents', 'lost'],
}

const NOTHING: Tally = {
  ...{ answered: 0, answeredInTime: 0, lost: 0, lostInTime: 0, hungUp: 0, short: 0, other: 0, unknown: 0 },
  ...{ waitMs: 0, waits: 0, answeredWaitMs: 0, longestWaitMs: 0, talks: 0, talkMs: 0, heldMs: 0, transfers: 0 },
  ...{ wrapUps: 0, wrapUpMs: 0 },
}

type More = { rules?: Partial<KpiRules>; unseenMs?: number; since?: number; windows?: readonly KpiWindow[] }

/** The figures of a queue: of today since 08:00 unless told otherwise, and in no other window anything. */
export function aKpi(
  queue: string,
  tally: Partial<Tally>,
  { rules, unseenMs = 0, since = NOW - 2 * HOUR_MS - 42 * 60_000, windows = ['today'] }: More = {},
): QueueKpi {
  const each = <T>(inside: T, outside: T) =>
    Object.fromEntries(KPI_WINDOWS.map((window) => [window, windows.includes(window) ? inside : outside]))
  return {
    ...{ id: queueId(PBX, queue), pbx: PBX, since, rules: { ...RULES, ...rules } },
    windows: each({ ...NOTHING, ...tally }, NOTHING) as QueueKpi['windows'],
    turnedAway: each(0, 0) as QueueKpi['turnedAway'],
    unseenMs: each(unseenMs, 0) as QueueKpi['unseenMs'],
  }
}
