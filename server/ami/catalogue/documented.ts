import * as z from 'zod'

/** What an Asterisk's own documentation tells of one action, before anything is added to it. */
export const documentedActionSchema = z.strictObject({
  name: z.string(),
  summary: z.string(),
  about: z.string(),
  privileges: z.array(z.string()),
  parameters: z.array(z.strictObject({ name: z.string(), required: z.boolean(), about: z.string() })),
  /** Told of few lists only, and not always rightly (`by-hand/lists.ts`). */
  list: z.strictObject({ items: z.array(z.string()), end: z.string() }).nullable(),
  seeAlso: z.array(z.string()),
})

export type DocumentedAction = z.infer<typeof documentedActionSchema>
export type DocumentedParameter = DocumentedAction['parameters'][number]
