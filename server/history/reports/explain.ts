import type { KpiRules, Tally } from '@/lib/domain/kpi'
import type { Queue } from '@/lib/domain/queue'
import type { Visit } from '@/lib/domain/visit'
import { contributionOf } from '@/lib/kpi/contribution'
import { type Figure, fractionOf, UNIT_OF_FIGURE } from '@/lib/kpi/figures'
import { type Fraction, shareOf } from '@/lib/kpi/service-level'
import { addTally, addVisit, emptyTally } from '@/lib/kpi/tally'
import type { Explanation } from '@/lib/protocol/visits'

type Difference = NonNullable<Explanation['asterisk']>['differences'][number]

/** What a figure is made of. */
export type Reckoning = Pick<
  Explanation,
  'value' | 'numerator' | 'denominator' | 'numeratorVisits' | 'denominatorVisits' | 'tally'
>

/**
 * Sums visits up to a figure. Each queue counts by its own rules; a level over queues whose formulas differ is the sum of
 * their fractions.
 */
export async function reckon(
  figure: Figure,
  visits: AsyncIterable<Visit>,
  rulesOf: (queue: string) => KpiRules,
): Promise<Reckoning> {
  const tallies = new Map<string, Tally>()
  let numeratorVisits = 0
  let denominatorVisits = 0
  for await (const visit of visits) {
    const rules = rulesOf(visit.queue)
    const tally = tallies.get(visit.queue) ?? emptyTally()
    tallies.set(visit.queue, tally)
    addVisit(tally, visit, rules)
    const { numerator, denominator } = contributionOf(figure, visit, rules)
    if (numerator > 0) numeratorVisits += 1
    if (denominator > 0) denominatorVisits += 1
  }
  const tally = [...tallies.values()].reduce(addTally, emptyTally())
  const fractions = [...tallies].map(([queue, one]) => fractionOf(figure, one, rulesOf(queue)))
  const { numerator, denominator } = added(figure, fractions)
  return {
    ...{ numerator, denominator, numeratorVisits, denominatorVisits, tally },
    value: shareOf({ numerator, denominator }),
  }
}

/** Does this visit stand above, or below the line of a figure? */
export function standsIn(part: keyof Fraction, figure: Figure, visit: Visit, rules: KpiRules): boolean {
  return contributionOf(figure, visit, rules)[part] > 0
}

function added(figure: Figure, fractions: readonly Fraction[]): Fraction {
  const isDivided = UNIT_OF_FIGURE[figure] !== 'count' && figure !== 'longestWait'
  const numerators = fractions.map(({ numerator }) => numerator)
  const numerator = figure === 'longestWait' ? Math.max(0, ...numerators) : sum(numerators)
  return { numerator, denominator: isDivided ? sum(fractions.map(({ denominator }) => denominator)) : 1 }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

/** What Asterisk itself counts of this figure, and why that differs; `null`: nothing. */
export function asteriskOf(
  figure: Figure,
  queue: Queue,
  from: number,
  rules: Pick<KpiRules, 'formula'>,
  hasGap: boolean,
): Explanation['asterisk'] {
  const { completed, abandoned, countersSince } = queue
  const counted = completed + abandoned > 0
  const differences: Difference[] = []
  let value: number | null
  switch (figure) {
    case 'answered':
      value = completed
      differences.push('onlyEndedTalks')
      break
    case 'lost':
      value = abandoned
      differences.push('mixedEndings')
      break
    case 'serviceLevel':
      value = counted ? queue.serviceLevelPerf2 / 100 : null
      if (rules.formula !== 'SL1') differences.push('otherFormula')
      break
    case 'speedOfAnswer':
    case 'averageTalk':
      value = counted ? (figure === 'averageTalk' ? queue.talktime : queue.holdtime) * 1000 : null
      differences.push('movingAverage')
      break
    default:
      return null
  }
  if (countersSince === null || countersSince !== from) differences.push('otherSpan')
  if (hasGap) differences.push('gap')
  return { since: countersSince, completed, abandoned, value, differences }
}
