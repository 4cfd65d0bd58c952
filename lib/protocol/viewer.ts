import * as z from 'zod'
import { NUMBER_RIGHTS, PERMISSIONS, ROLES } from '@/lib/domain/rights'
import { COMMAND_TYPES } from './commands'
import { reasonSchema } from './receipts'
import { callSchema } from './records'

/** Names of queues; `null`: all. */
const scope = z.array(z.string()).nullable()

export const phoneSchema = z.strictObject({
  pbx: z.string(),
  /** `PJSIP/101` */
  interface: z.string(),
  /** What others dial to reach it; `null`: not known. */
  exten: z.string().nullable(),
  /** "desk 14", "at home" */
  label: z.string().nullable(),
})
export type Phone = z.infer<typeof phoneSchema>

/** Who looks at a page, and what they may see and do: `GET /api/v1/session`. */
export const viewerSchema = z.strictObject({
  /** `account`: a signed-in person; `display`: an account of that role; `public`: nobody in particular, on an open wall. */
  kind: z.enum(['account', 'public']),
  /** `null` on an open wall. */
  id: z.string().nullable(),
  name: z.string(),
  role: z.enum(ROLES),
  queues: scope,
  numbers: z.enum(NUMBER_RIGHTS),
  permissions: z.partialRecord(z.enum(PERMISSIONS), scope),
  /** The first is the preferred one. */
  phones: z.array(phoneSchema),
})
export type Viewer = z.infer<typeof viewerSchema>

/** What one PBX offers: per command `null`, or why it cannot be had there. */
export const abilitiesSchema = z.strictObject({
  pbx: z.string(),
  asteriskVersion: z.string().nullable(),
  commands: z.partialRecord(
    z.enum(COMMAND_TYPES as [(typeof COMMAND_TYPES)[number], ...(typeof COMMAND_TYPES)[number][]]),
    z.strictObject({ reason: reasonSchema, detail: z.string().nullable() }).nullable(),
  ),
})
export type Abilities = z.infer<typeof abilitiesSchema>

/** Visits of a number before, as far as we remember. */
export const previousSchema = z.strictObject({
  count: z.number().int(),
  last: z
    .strictObject({ at: z.number(), queue: z.string().nullable(), agent: z.string().nullable(), outcome: z.string() })
    .nullable(),
})

/**
 * What goes on at one's own phones, numbers as one may see them there. Sent over the socket at once and on each change;
 * replaces what was sent before.
 */
export const mineSchema = z.strictObject({
  type: z.literal('mine'),
  calls: z.array(
    z.strictObject({
      call: callSchema,
      /** Which of one's phones. */
      interface: z.string(),
      /** Which side of the call one is. */
      side: z.enum(['from', 'to']),
      /** Seconds that the caller waited in the queue; `null`: came through none. */
      waited: z.number().nullable(),
      previous: previousSchema.nullable(),
      /** The customer's record, by the configuration's template; http or https. */
      link: z.string().nullable(),
    }),
  ),
})
export type Mine = z.infer<typeof mineSchema>
