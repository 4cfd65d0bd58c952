import { expect, test } from 'vitest'
import { EventCensus } from '@/server/ami/event-census'
import { FixedClock } from '@/server/testing/fixed-clock'
import { EventRates } from './event-rates'

function count(census: EventCensus, name: string, times: number): void {
  const tally = census.of(name)
  tally.count += times
  tally.bytes += 100 * times
}

test('events a second by name, the busiest first, with those that nothing uses told apart', () => {
  const [clock, census] = [new FixedClock(), new EventCensus()]
  count(census, 'Hangup', 500)
  const rates = new EventRates(census, clock)
  count(census, 'Hangup', 10)
  count(census, 'DialState', 40)
  clock.advance(20_000)
  expect(rates.figures()).toMatchObject({
    seconds: 20,
    perSecond: 2.5,
    bytesPerSecond: 250,
    types: [
      { name: 'DialState', perSecond: 2, bytesPerSecond: 200, used: false },
      { name: 'Hangup', perSecond: 0.5, bytesPerSecond: 50, used: true },
    ],
  })
})

test('only the last five minutes count', () => {
  const [clock, census] = [new FixedClock(), new EventCensus()]
  const rates = new EventRates(census, clock)
  count(census, 'Hangup', 1000)
  clock.advance(320_000)
  const { seconds, types, steps } = rates.figures()
  expect([seconds, types, steps.length]).toEqual([300, [], 30])
})

test('before anything was watched there is no figure', () => {
  const rates = new EventRates(new EventCensus(), new FixedClock())
  expect(rates.figures()).toMatchObject({ seconds: 0, perSecond: 0, types: [], steps: [] })
})
