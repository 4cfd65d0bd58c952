import * as z from 'zod'
import { KPI_WINDOWS } from '@/lib/domain/kpi'
import { ENDINGS } from '@/lib/domain/visit'
import { UNANSWERED } from '@/lib/kpi/endings'
import { FIGURES } from '@/lib/kpi/figures'
import { moment } from './fields'
import { kpiRulesSchema, tallySchema } from './kpi-records'

const ms = z.number()
const count = z.number().int()
const text = z.string().nullable()

const ringSchema = z.object({
  interface: z.string(),
  /** The member's name, as far as it is known. */
  name: text,
  at: moment,
  rangMs: ms.nullable(),
  outcome: z.enum(['answered', 'noAnswer', 'elsewhere', 'withdrawn']).nullable(),
})

/** A visit as the API gives it: numbers and names as whoever asks may see them, queues with their labels. */
export const visitSchema = z.object({
  id: z.string(),
  pbx: z.string(),
  queue: z.string(),
  queueLabel: z.string(),
  number: text,
  name: text,
  enteredAt: moment,
  position: z.number(),
  priority: z.number().nullable(),
  rings: z.array(ringSchema),
  leftAt: moment.nullable(),
  ending: z.enum(ENDINGS).nullable(),
  agent: text,
  agentName: text,
  answeredAt: moment.nullable(),
  talkEndedAt: moment.nullable(),
  heldMs: ms,
  wrapUpMs: ms.nullable().describe('Wrap-up of the agent after this talk; null: it goes on, or is not known'),
  endedBy: z.enum(['agent', 'caller', 'transfer']).nullable(),
  transferredTo: text,
  isPartlyUnseen: z.boolean(),
  /** The same caller's visits before and after this one. */
  previous: text,
  next: text,
  waitMs: ms.nullable(),
  talkMs: ms.nullable(),
})
export type VisitView = z.infer<typeof visitSchema>

/**
 * What Asterisk's own counters say of one queue in a gap: answered calls that ended, and lost callers, of which nothing else
 * is known.
 */
const gapCallsSchema = z.object({
  queue: z.string(),
  queueLabel: z.string(),
  completed: count,
  abandoned: count,
  /** Visits that are known to have ended then, and nobody knows how: some of those above may be theirs. */
  unclear: count,
  /** The counters began anew within the gap: at least so many. */
  countersRestarted: z.boolean(),
})

/** When nothing was seen of a PBX. */
export const gapSchema = z.object({
  pbx: z.string(),
  from: moment.describe('0: the time before anything was recorded of this PBX'),
  to: moment,
  /** Of which parts Asterisk's log told afterwards, in their order: these count as seen. */
  filled: z.array(z.object({ from: moment, to: moment })),
  /** Of the queues asked for and seen, those of which the counters know more. */
  calls: z.array(gapCallsSchema),
})
export type GapView = z.infer<typeof gapSchema>

/** By what visits can be ordered; `-` before it turns the order round. `time`: when their waiting ended. */
export const VISIT_SORTS = ['time', 'wait', 'talk', 'queue', 'ending', 'agent'] as const
export type VisitSort = (typeof VISIT_SORTS)[number]

/**
 * `GET /api/v1/visits`: visits that ended waiting within a range, page by page. `next`: what to ask for as `after` to get
 * the next one. `total`: how many there were when the first page was asked for; `null`: they were not counted.
 */
export const visitsSchema = z.object({
  now: moment,
  items: z.array(visitSchema),
  total: count
    .nullable()
    .describe('`null`: with `progress=1`, where every visit of the time would be looked at; `/visits/count` tells'),
  next: text,
  gaps: z.array(gapSchema),
})
export type Visits = z.infer<typeof visitsSchema>

/** `GET /api/v1/visits/count`: how many visits there are of those asked for. */
export const visitCountSchema = z.object({ total: count })

/** What of a page is found already. */
export const someVisitsSchema = z.object({ items: z.array(visitSchema) })

/**
 * From where a visit is known: seen as it happened (`live`), read in Asterisk's queue_log (`log`), or seen to begin while
 * its end is from that log (`completed`).
 */
export const KNOWN_FROM = ['live', 'log', 'completed'] as const

/** `GET /api/v1/visits/{id}`: one visit, and what it belongs to, as far as whoever asks may see it. */
export const visitStorySchema = z.object({
  now: moment,
  visit: visitSchema,
  knownFrom: z.enum(KNOWN_FROM),
  /** The same call's visits, from queue to queue, in their order; this one is among them. */
  call: z.array(visitSchema),
  /** The same number's other calls in the last 30 days, the newest first, and how many visits that is. */
  others: z.array(visitSchema),
  othersTotal: z.number().int(),
  /** When nothing was seen while it lasted. */
  gaps: z.array(gapSchema),
})
export type VisitStory = z.infer<typeof visitStorySchema>

/**
 * Which visits stand behind a figure: above its line, below it, or below and not above, such as those that miss the
 * service level. Of a mean time the visits above are those below: their times are added up.
 */
export const PARTS_OF_FIGURE = ['numerator', 'denominator', 'misses'] as const
export type PartOfFigure = (typeof PARTS_OF_FIGURE)[number]

/** Above and below the line. Of several queues: each by its own formula and threshold, added up. */
const fractionSchema = z.object({ numerator: z.number(), denominator: z.number() })

/** How the visits ended that nobody answered: of how many each was the end. */
const endingsSchema = z.record(z.enum(UNANSWERED), z.number().int())

/**
 * `GET /api/v1/explain?figure=&queues=&window=` (or `from=&to=`): what a figure is made of. The visits behind it are those of
 * `GET /api/v1/visits` with the same parameters and `part=numerator|denominator`.
 */
export const explanationSchema = z.object({
  now: moment,
  figure: z.enum(FIGURES),
  unit: z.enum(['count', 'share', 'ms']),
  /** Names of queues in Asterisk. */
  queues: z.array(z.string()),
  window: z.enum(KPI_WINDOWS).nullable(),
  from: moment,
  to: moment,
  /** `null`: there is nothing to divide by. */
  value: z.number().nullable(),
  numerator: z.number(),
  denominator: z.number(),
  /** Of how many visits each is made. */
  numeratorVisits: z.number().int(),
  denominatorVisits: z.number().int(),
  rules: z.array(z.object({ queue: z.string(), rules: kpiRulesSchema })),
  tally: tallySchema,
  /** Whom the queues did not let in; no visits, so in no figure. */
  turnedAway: count,
  endings: endingsSchema,
  /** What stands above and below the line of each queue, by its own rules. */
  byQueue: z.array(fractionSchema.extend({ queue: z.string() })),
  /** Asterisk's own counters, where it has some for this figure, and why they differ; codes, worded by pages. */
  asterisk: z
    .object({
      since: moment.nullable(),
      completed: z.number(),
      abandoned: z.number(),
      value: z.number().nullable(),
      differences: z.array(
        z.enum(['otherSpan', 'movingAverage', 'onlyEndedTalks', 'mixedEndings', 'otherFormula', 'gap']),
      ),
    })
    .nullable(),
  gaps: z.array(gapSchema),
})
export type Explanation = z.infer<typeof explanationSchema>

/** How a report is cut: one row each. */
export const REPORT_CUTS = ['queue', 'agent', 'halfHour', 'hour', 'day', 'weekdayHour'] as const

export const reportRowSchema = z.object({
  /** Name of the queue, interface of the agent, or the moment at which the row begins; `3|14` for Wednesday at 14. */
  key: z.string(),
  label: z.string(),
  /** Where the row is of a time: ms since 1970. */
  from: moment.nullable(),
  to: moment.nullable(),
  tally: tallySchema,
  level: fractionSchema.describe('The service level'),
  /** Whom the queue did not let in; no visits, so not in the tally. An agent turns nobody away. */
  turnedAway: count,
  endings: endingsSchema,
  /** How much of it nobody saw, ms. */
  unseenMs: ms,
})

/** `GET /api/v1/reports?from=&to=&queues=&agent=&by=`, and the same of the span before where `compare=1`. */
export const reportSchema = z.object({
  now: moment,
  from: moment,
  to: moment,
  timeZone: z.string(),
  rules: z.array(z.object({ queue: z.string(), rules: kpiRulesSchema })),
  rows: z.array(reportRowSchema),
  total: tallySchema,
  level: fractionSchema,
  endings: endingsSchema,
  /** Of all queues asked for; also those of whom the queue is not known, where all there are were asked for. */
  turnedAway: count,
  before: z
    .object({ from: moment, to: moment, total: tallySchema, level: fractionSchema, turnedAway: count })
    .nullable(),
  gaps: z.array(gapSchema),
})
export type Report = z.infer<typeof reportSchema>
