import { expect, test } from 'vitest'
import { type KpiRules, LEVEL_FORMULAS } from '@/lib/domain/kpi'
import { fc } from '@/lib/domain/testing/random'
import { aVisit } from '@/lib/domain/testing/visits'
import { ENDINGS } from '@/lib/domain/visit'
import { DEFAULT_LOST } from './config'
import { contributionOf } from './contribution'
import { FIGURES, fractionOf, UNIT_OF_FIGURE } from './figures'
import { addVisit, emptyTally, offeredOf } from './tally'

const visit = fc
  .record({
    waits: fc.nat(90),
    ending: fc.constantFrom(...ENDINGS, null),
    talks: fc.option(fc.nat(600)),
    wrapUpMs: fc.option(fc.nat(60_000)),
  })
  .map(({ talks, ...fields }) => aVisit({ ...fields, ...(talks !== null && { talks }) }))
const rules = fc.record({
  thresholdMs: fc.constantFrom(10_000, 20_000, 60_000),
  shortMs: fc.constantFrom(0, 5_000),
  formula: fc.constantFrom(...LEVEL_FORMULAS),
  lost: fc.constantFrom(DEFAULT_LOST, [...DEFAULT_LOST, 'key'] as const),
}) satisfies fc.Arbitrary<KpiRules>

test('whatever the visits and the rules: what stands behind a figure adds up to it', () => {
  fc.assert(
    fc.property(fc.array(visit, { maxLength: 40 }), rules, (visits, by) => {
      const tally = emptyTally()
      for (const one of visits) addVisit(tally, one, by)
      for (const figure of FIGURES) {
        const whole = fractionOf(figure, tally, by)
        const parts = visits.map((one) => contributionOf(figure, one, by))
        const numerator = parts.map((part) => part.numerator)
        if (figure === 'longestWait') expect(Math.max(0, ...numerator)).toBe(whole.numerator)
        else expect([figure, sum(numerator)]).toEqual([figure, whole.numerator])
        if (UNIT_OF_FIGURE[figure] === 'share')
          expect(sum(parts.map((part) => part.denominator))).toBe(whole.denominator)
      }
    }),
  )
})

test('offered is always answered, lost, left otherwise and unknown', () => {
  fc.assert(
    fc.property(fc.array(visit, { maxLength: 40 }), rules, (visits, by) => {
      const tally = emptyTally()
      for (const one of visits) addVisit(tally, one, by)
      const ended = visits.filter(({ ending }) => ending !== null).length
      expect(offeredOf(tally)).toBe(ended)
      const { answered, lost, short, other, unknown } = tally
      expect(answered + lost + short + other + unknown).toBe(ended)
    }),
  )
})

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
