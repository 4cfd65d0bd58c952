import * as z from 'zod'

/** `GET /api/v1/people`: colleagues with a phone, by name: people with an account and members of queues that one may see. */
const personSchema = z.object({
  name: z.string(),
  pbx: z.string(),
  interface: z.string(),
  /** What to dial to reach them; `null`: not known. */
  exten: z.string().nullable(),
})
export type Person = z.infer<typeof personSchema>
export const peopleSchema = z.object({ items: z.array(personSchema) })
