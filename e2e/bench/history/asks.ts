import { cursorText } from '@/server/api/history/cursor'
import { historyApi } from '@/server/api/history/testing/history-api'
import type { Database } from '@/server/db/types'
import { FixedClock } from '@/server/testing/fixed-clock'
import { median } from '../ami/side-by-side'
import { HoldUps } from '../wire/hold-ups'
import { DAY_MS } from './stored-visits'

const ROUNDS = 3
const DAY_TARGET_MS = 200
/** A report of many days, once their sums are kept. */
const LONG_TARGET_MS = 1_000
/** A hundred sums of hours for each day and queue. */
const HOURS_TARGET_MS = 2_000
/** 17,000 rows, of 50 for each queue and day. */
const HALF_HOURS_TARGET_MS = 5_000

/** What is asked for, and how long it may take: at first, while nothing is kept of it, and later. `null`: as it will. */
export type Ask = {
  what: string
  query: string
  now: number
  firstMs: number | null
  laterMs: number | null
  /** Takes long each time: it is asked but once. */
  isLong?: boolean
}

/** @param day when the last of so many days begins, which has more visits than any other */
export function asksOf(day: number, days: number): Ask[] {
  const now = day + DAY_MS
  const whole = `from=${now - days * DAY_MS}&to=${now}`
  const month = `from=${now - Math.min(28, days) * DAY_MS}&to=${now}`
  const one = `from=${day}&to=${now}`
  const long = (what: string, query: string): Ask => {
    return { what, query, now, firstMs: null, laterMs: LONG_TARGET_MS }
  }
  return [
    ...dayAsks(day),
    long('a month by agent', `reports?by=agent&${month}`),
    long('all days by day', `reports?by=day&${whole}`),
    long('all days by queue', `reports?by=queue&${whole}`),
    long('why this service level, of all days', `explain?figure=serviceLevel&${whole}`),
    { ...long('all days by hour of the week', `reports?by=weekdayHour&${whole}`), laterMs: HOURS_TARGET_MS },
    long('how long callers of all days waited', `distributions?of=wait&${whole}`),
    long('how long those of all days talked', `distributions?of=talk&${whole}`),
    { ...long('all days by agent', `reports?by=agent&${whole}`), laterMs: null },
    { ...long('a month by half-hour', `reports?by=halfHour&${month}`), laterMs: HOURS_TARGET_MS },
    ...agentAsks(whole, one).map(([what, query]) => long(what, query)),
    { ...long('all days by half-hour', `reports?by=halfHour&${whole}`), laterMs: HALF_HOURS_TARGET_MS },
    ...narrowAsks(whole).map(([what, query]) => ({ ...long(what, query), laterMs: null, isLong: true })),
    long('offered in an hour of the week, of all days', `explain?figure=offered&weekdayHour=3|14&${whole}`),
    { ...long('a hundred of a day’s visits', `visits?limit=100&${one}`), laterMs: DAY_TARGET_MS },
    long('the first hundred visits of all days', `visits?limit=100&${whole}`),
    long('the last hundred visits of all days', `visits?limit=100&sort=-time&${whole}`),
    long('all days’ visits that timed out', `visits?limit=100&ending=timedOut&${whole}`),
    long('all days’ misses of the service level', `visits?limit=100&figure=serviceLevel&part=misses&${whole}`),
    long('all days’ visits of a number', `visits?limit=100&number=%2B49301000007&${whole}`),
    long('a hundred who were turned away', `turnedAway?limit=100&${whole}`),
    long('a hundred who were turned away, by number', `turnedAway?limit=100&sort=number&${whole}`),
    { ...long('a day’s rings in vain', `missedRings?${one}`), laterMs: DAY_TARGET_MS },
    long('a month’s rings in vain', `missedRings?${month}`),
    long('a month’s agents’ times', `agents/sums?${month}`),
    { ...long('what agents did all day', `agents/timeline?${one}`), laterMs: LONG_TARGET_MS },
  ]
}

/** What agents did; one of them answered nothing but in four queues. */
function agentAsks(whole: string, one: string): [what: string, query: string][] {
  const agent = 'agent=PJSIP/120'
  return [
    ['a day’s agents’ times', `agents/sums?${one}`],
    ['all days’ agents’ times', `agents/sums?${whole}`],
    ['all days’ agents’ times in a queue', `agents/sums?queues=queue-0&${whole}`],
    ['all days’ agents’ times in two queues', `agents/sums?queues=queue-0,queue-1&${whole}`],
    ['all days’ times of one agent', `agents/sums?${agent}&${whole}`],
    ['one agent’s answered of all days', `explain?figure=answered&${agent}&${whole}`],
  ]
}

/** Where nearly all have waited less. */
const LAST_BY_WAIT = cursorText({ sort: 'wait', place: { key: 119_999, id: '' }, total: null })

/** What nothing is kept of: it looks through all visits, tells how far it is, and can be given up. */
function narrowAsks(whole: string): [what: string, query: string][] {
  const agent = 'agent=PJSIP/120'
  return [
    ['answered after 10 to 15 s, of all days', `explain?figure=answered&minWait=10000&waitBelow=15000&${whole}`],
    ['talks of 175 to 185 s, of all days', `explain?figure=answered&minTalk=175000&talkBelow=185000&${whole}`],
    ['how long one agent’s callers of all days waited', `distributions?of=wait&${agent}&${whole}`],
    ['one agent’s days by hour of the week', `reports?by=weekdayHour&${agent}&${whole}`],
    ['a page of visits with a part of a number', `visits?limit=100&progress=1&text=100000&${whole}`],
    ['how many visits have a part of a number', `visits/count?text=100000&${whole}`],
    ['a page of visits with a rare part of a number', `visits?limit=100&progress=1&text=1089999&${whole}`],
    ['how many visits have a part of a name', `visits/count?text=nobody&${whole}`],
    ['the first page by wait', `visits?limit=100&progress=1&sort=-wait&${whole}`],
    ['the last page by wait', `visits?limit=100&progress=1&sort=wait&after=${LAST_BY_WAIT}&${whole}`],
    ['the first page by agent', `visits?limit=100&progress=1&sort=agent&${whole}`],
    ['how many visits came again', `visits/count?repeat=1&${whole}`],
    ['how many visits waited a minute', `visits/count?minWait=60000&${whole}`],
    ['all days’ rings in vain', `missedRings?${whole}`],
  ]
}

/** A day of 100,000 visits in each form: as it goes on, and once it is over. */
function dayAsks(day: number): Ask[] {
  const limits = { firstMs: DAY_TARGET_MS, laterMs: DAY_TARGET_MS }
  return ['queue', 'halfHour', 'agent'].flatMap((by) => {
    return ['', ', beside the day before'].flatMap((compared) => {
      const query = `reports?by=${by}&from=${day}&to=${day + DAY_MS}&compare=${compared === '' ? 0 : 1}`
      return [
        { what: `today by ${by}${compared}`, query, now: day + DAY_MS - 1, ...limits },
        { what: `a day by ${by}${compared}`, query, now: day + DAY_MS, ...limits },
      ]
    })
  })
}

/** Medians of some rounds, and the longest that anything else had to wait. */
export type Took = { ms: number; cpuMs: number; heldUpMs: number }

/** While nothing is kept of what is asked for. */
export async function tookAtFirst(database: Database, ask: Ask): Promise<Took> {
  // What takes seconds does not do so by chance.
  const rounds = ask.firstMs === null ? 1 : ROUNDS
  // To throw away what a year's days come to is no part of the question.
  return measured(database, ask, rounds, () => database.patiently((db) => db.deleteFrom('kept_days').execute()))
}

export function tookLater(database: Database, ask: Ask): Promise<Took> {
  return measured(database, ask, ask.isLong ? 1 : ROUNDS, async () => {})
}

async function measured(database: Database, ask: Ask, rounds: number, prepare: () => Promise<unknown>): Promise<Took> {
  const all: Took[] = []
  for (let round = 0; round < rounds; round++) {
    await prepare()
    const holdUps = new HoldUps()
    const took = await answered(database, ask)
    holdUps.stop()
    all.push({ ...took, heldUpMs: holdUps.mostCpuMs })
  }
  const [ms, cpuMs] = [median(all.map((one) => one.ms)), median(all.map((one) => one.cpuMs))]
  return { ms, cpuMs, heldUpMs: Math.max(...all.map((one) => one.heldUpMs)) }
}

async function answered(database: Database, { query, now }: Ask): Promise<Omit<Took, 'heldUpMs'>> {
  const api = historyApi(database, { deps: { clock: new FixedClock(now) } })
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  const answer = await api.request(`/api/v1/${query}`)
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`${query}: ${answer.status} ${text}`)
  const { user, system } = process.cpuUsage(cpu)
  return { ms: performance.now() - began, cpuMs: (user + system) / 1000 }
}
