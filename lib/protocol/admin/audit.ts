import * as z from 'zod'

const moment = z.number().describe('Milliseconds since 1970, UTC')

/** One line of the audit log as it is shown. */
const auditLineSchema = z.object({
  seq: z.number(),
  at: moment,
  action: z.string(),
  actor: z.string().nullable(),
  target: z.string().nullable(),
  address: z.string(),
  via: z.string(),
  result: z.enum(['asked', 'done', 'failed', 'refused']),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  ref: z.string().nullable(),
  hash: z.string(),
})
export type AuditLineView = z.infer<typeof auditLineSchema>

/** Newest first; `next`: ask again with `before` of this, `null`: that is all. */
export const auditPageSchema = z.object({ items: z.array(auditLineSchema), next: z.number().nullable() })
export const auditStorySchema = z.object({ items: z.array(auditLineSchema) })
/** `broken`: the first line where something is missing or changed; `null`: the chain is whole. */
export const auditVerdictSchema = z.object({ lines: z.number(), broken: z.number().nullable() })
