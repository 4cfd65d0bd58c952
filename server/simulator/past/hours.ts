import { DAY } from '../day/pace'
import type { QueueSpec } from '../options'
import type { Random } from '../random'
import type { PastAgent, PastDay, PastHouse } from './records'

export const HOUR = 3_600_000
const MINUTE = 60_000

/** When somebody is at work, in ms since 1970. */
export type Stretch = { from: number; to: number }

/** How busy an office is from hour to hour, compared with what its people can easily take. */
const OFFICE: Readonly<Record<number, number>> = {
  ...{ 7: 0.02, 8: 0.42, 9: 1, 10: 1.22, 11: 1.12, 12: 0.7, 13: 0.75, 14: 1.05, 15: 1, 16: 0.65, 17: 0.36, 18: 0.02 },
}
const EVENING: Readonly<Record<number, number>> = {
  ...{ 16: 0.3, 17: 1, 18: 2.6, 19: 2.8, 20: 2.2, 21: 1.6, 22: 0.9, 23: 0.4 },
}
/** From Sunday on. */
const WEEK = [0, 1, 0.94, 0.9, 0.88, 0.8, 0.2]
const SATURDAY = { opens: 9, closes: 14 }
/** The day on which something went wrong: the only Tuesday of these. */
const INCIDENT = { weekday: 2, from: 7, to: 13, begins: 10.1, ends: 12.6 }
const SURGES = 3
/** So many calls come on a usual day, at most. */
const CALLS_A_DAY = 900
/** While everybody is at work as now, as many call as then. */
const BUSY = 1.1

/** A night line is open when the others are not. */
function isNight({ name }: QueueSpec): boolean {
  return name.includes('night')
}

export function isIncident({ weekday, ago }: PastDay): boolean {
  return weekday === INCIDENT.weekday && ago >= INCIDENT.from && ago <= INCIDENT.to
}

/** Calls a second at a moment of that day. */
export type Rate = (moment: number) => number

/** `callsPerHour`: instead of what suits its people. A house of many queues gets fewer calls in each, so that its past is soon told. */
export function rateOf(day: PastDay, house: PastHouse, place: number, random: Random, callsPerHour?: number): Rate {
  const spec = house.queues[place]
  if (spec === undefined) return () => 0
  const usual = usualRate(spec, callsPerHour)
  const all = house.queues.reduce((sum, one) => sum + usualRate(one, callsPerHour), 0)
  const base = usual * Math.min(1, CALLS_A_DAY / (all * 8 * 3600))
  const surges = Array.from({ length: SURGES }, () => {
    const from = day.from + random.between(8.5, 17) * HOUR
    return { from, to: from + random.between(8, 16) * MINUTE }
  })
  const surge = Math.max(1, spec.surge / 1.4)
  return (moment) => {
    if (moment >= day.busySince) return usual * BUSY
    return base * busyness(day, spec, place, moment) * (isIn(surges, moment) ? surge : 1)
  }
}

function usualRate({ load, members }: QueueSpec, callsPerHour: number | undefined): number {
  return callsPerHour === undefined ? (load * 0.85 * members) / (DAY.talkMean + DAY.wrapUp + 6) : callsPerHour / 3600
}

function busyness(day: PastDay, spec: QueueSpec, place: number, moment: number): number {
  const hours = (moment - day.from) / HOUR
  const hour = Math.floor(hours)
  if (isNight(spec)) return EVENING[hour] ?? 0
  const usual = (OFFICE[hour] ?? 0) * (WEEK[day.weekday] ?? 0)
  if (day.weekday === 6) return hour >= SATURDAY.opens && hour < SATURDAY.closes ? usual : 0
  const isWrong = isIncident(day) && hours >= INCIDENT.begins && hours < INCIDENT.ends
  return isWrong ? usual * (place === 0 ? 3.2 : 1.5) : usual
}

export function isIn(stretches: readonly Stretch[], moment: number): boolean {
  return stretches.some(({ from, to }) => moment >= from && moment < to)
}

/** When each agent is at work that day; nobody works every day. */
export function shiftsOf(day: PastDay, house: PastHouse, agent: PastAgent, place: number): Stretch[] {
  const planned = plannedShift(day, house, agent, place)
  const shift = planned && { from: planned.from, to: Math.min(planned.to, day.to) }
  const busy = { from: Math.max(day.from, day.busySince), to: day.to }
  const all = [shift, busy].filter((one) => one !== null && one.from < one.to) as Stretch[]
  const [first, second] = all.sort((one, other) => one.from - other.from)
  if (!first || !second || second.from > first.to) return all
  return [{ from: first.from, to: Math.max(first.to, second.to) }]
}

function plannedShift(day: PastDay, house: PastHouse, agent: PastAgent, place: number): Stretch | null {
  const at = (hour: number) => day.from + hour * HOUR
  const date = Math.round(day.from / (24 * HOUR))
  const lateness = ((place * 37 + date * 13) % 17) * MINUTE - 6 * MINUTE
  const own = house.queues.find(({ name }) => name === agent.queues[0])
  if (own && isNight(own)) return { from: at(15.75) + lateness, to: at(23.9) + lateness / 3 }
  const isOff = (date * 7 + place * 3) % 11 === 0
  if (isOff || day.weekday === 0) return null
  if (day.weekday === 6) {
    const works = (place + Math.floor(date / 7)) % 3 === 0
    return works ? { from: at(SATURDAY.opens) + lateness, to: at(SATURDAY.closes) + lateness } : null
  }
  // The day on which something went wrong, some of the first queue were ill besides.
  if (isIncident(day) && agent.queues[0] === house.queues[0]?.name && place % 4 === 0) return null
  const isEarly = place % 2 === 0
  return { from: at(isEarly ? 8 : 9.5) + lateness, to: at(isEarly ? 16.5 : 18) + lateness }
}
