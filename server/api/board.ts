import { z } from '@hono/zod-openapi'
import type { Config } from '@/server/config'

/** How the wall presents itself; absent is `null`. */
export const boardSchema = z.object({
  title: z.string(),
  place: z.string().nullable(),
  /** IANA name; the server's own zone unless configured. */
  timeZone: z.string(),
  locale: z.enum(['en', 'ru']),
  theme: z.enum(['dark', 'light']),
  /** Names of queues that come first, in this order; all others follow by name. */
  order: z.array(z.string()),
})
export type Board = z.infer<typeof boardSchema>

export function boardOf({ board, order }: Pick<Config, 'board' | 'order'>): Board {
  return {
    title: board.title,
    place: board.place ?? null,
    timeZone: board.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: board.locale,
    theme: board.theme,
    order,
  }
}
