import { expect, it } from 'vitest'
import type { PastSpan, PastVisit } from './records'
import { tellDay } from './tell-day'
import { aDay, HOUR, HOUSE } from './testing/house'

const seed = 22
const longestWait = (visits: readonly PastVisit[]) => Math.max(...visits.map((visit) => visit.leftAt - visit.enteredAt))

it('tells the same day of the same seed, and another of another', () => {
  const day = tellDay(aDay(), HOUSE, { seed })
  expect(tellDay(aDay(), HOUSE, { seed })).toEqual(day)
  expect(tellDay(aDay(), HOUSE, { seed: 1 })).not.toEqual(day)
})

it('is busy in office hours, still at night, and nearly so on a Sunday', () => {
  const { visits } = tellDay(aDay(), HOUSE, { seed })
  const within = (from: number, to: number) =>
    visits.filter(({ enteredAt }) => enteredAt >= aDay().from + from * HOUR && enteredAt < aDay().from + to * HOUR)
      .length
  expect(within(9, 12)).toBeGreaterThan(within(12, 14))
  expect(within(0, 7)).toBe(0)
  expect(tellDay(aDay({ weekday: 0 }), HOUSE, { seed }).visits).toEqual([])
})

it('ends every visit once, with whoever answered, and none after the moment up to which it is told', () => {
  const to = aDay().from + 11 * HOUR
  const { visits, spans } = tellDay(aDay({ to }), HOUSE, { seed })
  expect(new Set(visits.map(({ uniqueid, enteredAt }) => `${uniqueid} ${enteredAt}`)).size).toBe(visits.length)
  for (const visit of visits) {
    expect(visit.enteredAt).toBeLessThanOrEqual(visit.leftAt)
    expect(visit.leftAt).toBeLessThanOrEqual(to)
    expect(visit.ending === 'answered').toBe(visit.agent !== null)
    expect(visit.talkEndedAt ?? to).toBeLessThanOrEqual(to)
    if (visit.agent) expect(visit.talkEndedAt).toBeGreaterThanOrEqual(visit.answeredAt ?? 0)
  }
  for (const span of spans) expect(span.to).toBeLessThanOrEqual(to)
})

it('has nobody do two things at once, or do nothing between two', () => {
  const { spans } = tellDay(aDay(), HOUSE, { seed })
  for (const agent of HOUSE.agents) {
    const own = spans.filter((span) => span.agent === agent)
    for (const [before, after] of pairs(own)) expect(after.from).toBe(before.to)
  }
  expect(new Set(spans.map(({ reason }) => reason))).toContain('lunch')
})

it('has long waits and a full line on the day on which something goes wrong', () => {
  const usual = tellDay(aDay(), HOUSE, { seed })
  const wrong = tellDay(aDay({ ago: 9 }), HOUSE, { seed })
  const lost = ({ visits }: typeof usual) => visits.filter(({ ending }) => ending === 'hungUp').length
  expect(longestWait(wrong.visits)).toBeGreaterThan(5 * 60_000)
  expect(lost(wrong)).toBeGreaterThan(lost(usual) + 20)
})

it('is as busy at the end as what goes on then, at night, too', () => {
  const to = aDay().from + 4 * HOUR
  const { visits, spans } = tellDay(aDay({ to, busySince: to - 2 * HOUR }), HOUSE, { seed })
  expect(visits.length).toBeGreaterThan(20)
  for (const { enteredAt } of visits) expect(enteredAt).toBeGreaterThanOrEqual(to - 2 * HOUR)
  const last = HOUSE.agents.map((agent) => spans.findLast((span) => span.agent === agent)?.to)
  expect(new Set(last)).toEqual(new Set([to]))
})

it('links a transfer with where it came from', () => {
  const { visits } = tellDay(aDay(), HOUSE, { seed })
  const sentOn = visits.filter(({ previous }) => previous !== null)
  expect(sentOn.length).toBeGreaterThan(0)
  for (const { previous, queue, uniqueid } of sentOn) {
    expect(previous).toMatchObject({ uniqueid, endedBy: 'transfer', transferredTo: queue })
  }
})

function pairs(spans: readonly PastSpan[]): [PastSpan, PastSpan][] {
  return spans.flatMap((span, index) => {
    const next = spans[index + 1]
    return next ? [[span, next] as [PastSpan, PastSpan]] : []
  })
}
