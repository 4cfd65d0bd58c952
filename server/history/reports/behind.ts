import { type RawBuilder, sql } from 'kysely'
import type { KpiRules } from '@/lib/domain/kpi'
import type { Figure } from '@/lib/kpi/figures'
import type { PartOfFigure } from '@/lib/protocol/visits'
import { unreachable } from '@/lib/unreachable'
import { kindBy, WAIT } from './expressions'

/** Which visits: those that stand above or below the line of a figure, or miss it, each queue by its own rules. */
export type Behind = {
  figure: Figure
  part: PartOfFigure
  /** Names of all queues that there are visits of. */
  queues: readonly string[]
  rulesOf(queue: string): KpiRules
}

type Condition = RawBuilder<boolean>
const ALL: Condition = sql`1 = 1`
const NONE: Condition = sql`1 = 0`
const TALKED: Condition = sql`answered_at is not null and talk_ended_at is not null`

/** `standsIn` (`explain.ts`) in the words of a database; a test holds one against the other. */
export function standsBehind({ figure, part, queues, rulesOf }: Behind): Condition {
  const alike = new Map<string, { rules: KpiRules; queues: string[] }>()
  for (const queue of queues) {
    const rules = rulesOf(queue)
    const key = JSON.stringify([rules.formula, rules.thresholdMs, rules.shortMs, rules.lost])
    const group = alike.get(key) ?? { rules, queues: [] }
    group.queues.push(queue)
    alike.set(key, group)
  }
  const stands = STANDS[part]
  const groups = [...alike.values()]
  const [only] = groups
  if (only === undefined) return NONE
  if (groups.length === 1) return stands(figure, only.rules)
  const each = groups.map((group) => sql`(queue in (${sql.join(group.queues)}) and ${stands(figure, group.rules)})`)
  return sql`(${sql.join(each, sql` or `)})`
}

function missing(figure: Figure, rules: KpiRules): Condition {
  return sql`(${below(figure, rules)} and not ${above(figure, rules)})`
}

const STANDS: Readonly<Record<PartOfFigure, (figure: Figure, rules: KpiRules) => Condition>> = {
  numerator: above,
  denominator: below,
  misses: missing,
}

function above(figure: Figure, rules: KpiRules): Condition {
  const is = kinds(rules)
  switch (figure) {
    case 'offered':
      return ALL
    case 'answered':
    case 'short':
    case 'other':
    case 'unknown':
      return is(figure)
    case 'lost':
      return is('lost', 'short')
    case 'serviceLevel':
      return levelAbove(rules)
    case 'lossRate':
      return is('lost')
    case 'abandonRate':
      return sql`(${is('lost', 'other')} and ending = 'hungUp')`
    case 'longestWait':
      return below('averageWait', rules)
    case 'speedOfAnswer':
    case 'averageWait':
    case 'averageTalk':
    case 'averageHandling':
      return below(figure, rules)
    default:
      return unreachable(figure)
  }
}

function below(figure: Figure, rules: KpiRules): Condition {
  const is = kinds(rules)
  switch (figure) {
    case 'offered':
    case 'answered':
    case 'short':
    case 'other':
    case 'unknown':
    case 'lost':
    case 'longestWait':
      return NONE
    case 'serviceLevel':
      return levelBelow(rules)
    case 'lossRate':
    case 'abandonRate':
      return ALL
    case 'speedOfAnswer':
      return is('answered')
    case 'averageWait':
      return sql`ending <> 'unknown'`
    case 'averageTalk':
    case 'averageHandling':
      return TALKED
    default:
      return unreachable(figure)
  }
}

function levelAbove(rules: KpiRules): Condition {
  const [is, inTime] = [kinds(rules), sql`${WAIT} <= ${sql.lit(rules.thresholdMs)}`]
  switch (rules.formula) {
    case 'SL1':
      return sql`(${is('answered', 'lost')} and ${inTime})`
    case 'SL2':
    case 'SL3':
    case 'SL4':
      return sql`(${is('answered')} and ${inTime})`
    case 'SL5':
      return sql`(${is('short')} or (${is('answered')} and ${inTime}))`
    default:
      return unreachable(rules.formula)
  }
}

function levelBelow(rules: KpiRules): Condition {
  const is = kinds(rules)
  switch (rules.formula) {
    case 'SL2':
      return is('answered')
    case 'SL1':
    case 'SL3':
      return is('answered', 'lost')
    case 'SL4':
      return sql`(${is('answered')} or (${is('lost')} and ${WAIT} > ${sql.lit(rules.thresholdMs)}))`
    case 'SL5':
      return is('answered', 'lost', 'short')
    default:
      return unreachable(rules.formula)
  }
}

function kinds(rules: KpiRules) {
  return (...which: string[]): Condition => sql`${kindBy(rules)} in (${sql.join(which.map((kind) => sql.lit(kind)))})`
}
