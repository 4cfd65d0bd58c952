import * as z from 'zod'
import { TOKEN_USES } from '@/lib/protocol/account'

const moment = z.number().describe('Milliseconds since 1970, UTC')

/** `GET /api/v1/admin/tokens`: everybody's API tokens, never the tokens themselves. */
export const adminTokensSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      accountId: z.string(),
      accountName: z.string(),
      name: z.string(),
      scopes: z.array(z.enum(TOKEN_USES)),
      createdAt: moment,
      usedAt: moment.nullable(),
      expiresAt: moment.nullable(),
    }),
  ),
})
export type AdminToken = z.infer<typeof adminTokensSchema>['items'][number]

/** `POST`: a token may do what its account may, as far as its scopes reach. `days` `null`: never expires. */
export const tokenRequestSchema = z.strictObject({
  accountId: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(80),
  scopes: z.array(z.enum(TOKEN_USES)).min(1).max(TOKEN_USES.length),
  days: z.number().int().min(1).max(3650).nullable(),
})
