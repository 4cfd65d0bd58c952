import * as z from 'zod'
import { moment } from './fields'
import { kpiRulesSchema } from './kpi-records'
import { gapSchema } from './visits'

/** Of what the distribution is made. */
export const DISTRIBUTIONS = ['wait', 'talk'] as const
export type DistributionOf = (typeof DISTRIBUTIONS)[number]

const ms = z.number()

/** `lost`: with the short ones. `other`: left otherwise. `talk`: talks that ended, without hold. */
const DISTRIBUTION_SERIES = ['answered', 'lost', 'other', 'talk'] as const

const distributionSeriesSchema = z.object({
  kind: z.enum(DISTRIBUTION_SERIES),
  count: z.number().int(),
  /** `null`: there is none. */
  meanMs: ms.nullable(),
  /** Half of them took so long at most, and nine of ten; whole seconds, cut as clocks cut them. */
  medianMs: ms.nullable(),
  p90Ms: ms.nullable(),
  longestMs: ms.nullable(),
  /** How many fell into each bin. */
  counts: z.array(z.number().int()),
})
export type DistributionSeries = z.infer<typeof distributionSeriesSchema>

/** `GET /api/v1/distributions?window=&queues=&agent=&of=wait|talk` (or `from=&to=`): how long callers waited, or talked. */
export const distributionSchema = z.object({
  now: moment,
  from: moment,
  to: moment,
  of: z.enum(DISTRIBUTIONS),
  rules: z.array(z.object({ queue: z.string(), rules: kpiRulesSchema })),
  /** From (included) to (not included), from the shortest to the longest; the last one has no end. */
  bins: z.array(z.object({ from: ms, to: ms.nullable() })),
  series: z.array(distributionSeriesSchema),
  gaps: z.array(gapSchema),
})
export type Distribution = z.infer<typeof distributionSchema>
