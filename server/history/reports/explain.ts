import type { KpiRules, Tally } from '@/lib/domain/kpi'
import type { Queue } from '@/lib/domain/queue'
import type { Visit } from '@/lib/domain/visit'
import { contributionOf } from '@/lib/kpi/contribution'
import { addEndings, noEndings } from '@/lib/kpi/endings'
import { type Figure, fractionOf, UNIT_OF_FIGURE } from '@/lib/kpi/figures'
import { addFraction, type Fraction, shareOf } from '@/lib/kpi/service-level'
import { addTally, emptyTally } from '@/lib/kpi/tally'
import type { Explanation, PartOfFigure } from '@/lib/protocol/visits'
import { unreachable } from '@/lib/unreachable'
import type { Sum } from './counted'

type Difference = NonNullable<Explanation['asterisk']>['differences'][number]

/** What a figure is made of. */
export type Reckoning = Pick<
  Explanation,
  'value' | 'numerator' | 'denominator' | 'numeratorVisits' | 'denominatorVisits' | 'tally' | 'endings' | 'byQueue'
>

type Counted = Pick<Sum, 'tally' | 'endings'>

/**
 * Adds sums up to a figure. Each queue counts by its own rules; a level over queues whose formulas differ is the sum of
 * their fractions.
 */
export async function reckon(
  figure: Figure,
  sums: AsyncIterable<Sum>,
  rulesOf: (queue: string) => KpiRules,
): Promise<Reckoning> {
  const queues = new Map<string, Counted>()
  for await (const { queue, tally, endings } of sums) {
    const known = queues.get(queue)
    queues.set(queue, known ? added(known, { tally, endings }) : { tally, endings })
  }
  const { tally, endings } = [...queues.values()].reduce(added, { tally: emptyTally(), endings: noEndings() })
  const byQueue = [...queues].map(([queue, one]) => ({ queue, ...fractionOf(figure, one.tally, rulesOf(queue)) }))
  const { numerator, denominator } = together(figure, byQueue)
  return {
    ...{ numerator, denominator, tally, endings, byQueue, value: shareOf({ numerator, denominator }) },
    ...visitsBehind(figure, { numerator, denominator }, tally),
  }
}

function added(a: Counted, b: Counted): Counted {
  return { tally: addTally(a.tally, b.tally), endings: addEndings(a.endings, b.endings) }
}

function together(figure: Figure, fractions: readonly Fraction[]): Fraction {
  if (figure === 'longestWait')
    return { numerator: Math.max(0, ...fractions.map((one) => one.numerator)), denominator: 1 }
  const sum = fractions.reduce(addFraction, { numerator: 0, denominator: 0 })
  return UNIT_OF_FIGURE[figure] === 'count' ? { ...sum, denominator: 1 } : sum
}

/** Of how many visits each part is made: of counts the very number; times are the sum over all that are counted below. */
function visitsBehind(figure: Figure, { numerator, denominator }: Fraction, { waits }: Tally) {
  if (figure === 'longestWait') return { numeratorVisits: waits, denominatorVisits: 0 }
  switch (UNIT_OF_FIGURE[figure]) {
    case 'count':
      return { numeratorVisits: numerator, denominatorVisits: 0 }
    case 'share':
      return { numeratorVisits: numerator, denominatorVisits: denominator }
    case 'ms':
      return { numeratorVisits: denominator, denominatorVisits: denominator }
    default:
      return unreachable(UNIT_OF_FIGURE[figure])
  }
}

/** Does this visit stand above or below the line of a figure, or miss it? */
export function standsIn(part: PartOfFigure, figure: Figure, visit: Visit, rules: KpiRules): boolean {
  const below = contributionOf(figure, visit, rules).denominator > 0
  const above = isAbove(figure, visit, rules)
  switch (part) {
    case 'numerator':
      return above
    case 'denominator':
      return below
    case 'misses':
      return below && !above
    default:
      return unreachable(part)
  }
}

/** A time that is added up may be none at all. */
function isAbove(figure: Figure, visit: Visit, rules: KpiRules): boolean {
  if (UNIT_OF_FIGURE[figure] !== 'ms') return contributionOf(figure, visit, rules).numerator > 0
  const mean = figure === 'longestWait' ? 'averageWait' : figure
  return contributionOf(mean, visit, rules).denominator > 0
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
