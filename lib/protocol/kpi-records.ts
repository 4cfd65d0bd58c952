import * as z from 'zod'
import type { PbxName, QueueId } from '@/lib/domain/ids'
import { type KpiRules, LEVEL_FORMULAS, type QueueKpi, type Tally } from '@/lib/domain/kpi'
import { ENDINGS } from '@/lib/domain/visit'
import type { GroupKpi } from '@/lib/kpi/group'
import { id, moment } from './fields'

export const kpiRulesSchema = z.object({
  thresholdMs: z.number(),
  shortMs: z.number(),
  formula: z.enum(LEVEL_FORMULAS),
  lost: z.array(z.enum(ENDINGS)).readonly(),
}) satisfies z.ZodType<KpiRules>

const count = z.number()

export const tallySchema = z.object({
  answered: count,
  answeredInTime: count,
  lost: count,
  lostInTime: count,
  hungUp: count,
  short: count,
  other: count,
  unknown: count,
  waitMs: count,
  waits: count,
  answeredWaitMs: count,
  longestWaitMs: count,
  talks: count,
  talkMs: count,
  heldMs: count,
  // What replay recorded before they were there has none.
  wrapUps: count.default(0).describe('Of the talks, those whose wrap-up is over and known'),
  wrapUpMs: count.default(0),
  transfers: count,
}) satisfies z.ZodType<Tally>

/** Sums over a group of queues, each by its own rules (`lib/kpi/group.ts`). */
export const groupKpiSchema = z.object({
  queues: z.number().int(),
  tally: tallySchema,
  level: z.object({ numerator: z.number(), denominator: z.number() }),
  formulas: z.array(z.enum(LEVEL_FORMULAS)).readonly(),
  turnedAway: count,
  unseenMs: z.number(),
}) satisfies z.ZodType<GroupKpi>

const windowsOf = <T extends z.ZodType>(value: T) =>
  z.object({ today: value, last15: value, last30: value, last60: value }).readonly()

export const queueKpiSchema = z.object({
  id: id<QueueId>(),
  pbx: id<PbxName>(),
  since: moment,
  rules: kpiRulesSchema,
  windows: windowsOf(tallySchema),
  turnedAway: windowsOf(count.describe('Whom the queue did not let in: no visits, so in no tally')),
  unseenMs: windowsOf(z.number().describe('How much of the window nobody saw')),
}) satisfies z.ZodType<QueueKpi>
