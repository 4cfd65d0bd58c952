import * as z from 'zod'

const moment = z.number().describe('Milliseconds since 1970, UTC')

/** `GET /api/v1/admin/sessions`: every browser that is signed in, the last used first. */
export const adminSessionsSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      accountId: z.string(),
      accountName: z.string(),
      createdAt: moment,
      seenAt: moment,
      expiresAt: moment,
      address: z.string(),
      userAgent: z.string(),
      how: z.string(),
      /** The one that asks. */
      isCurrent: z.boolean(),
    }),
  ),
})
export type AdminSession = z.infer<typeof adminSessionsSchema>['items'][number]

/** How many were ended. */
export const endedSchema = z.object({ ended: z.number().int() })
