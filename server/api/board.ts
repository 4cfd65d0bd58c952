import { z } from '@hono/zod-openapi'
import { HOUSE_PARTS } from '@/lib/domain/house'
import { type AccountRights, inScope } from '@/lib/domain/rights'
import type { Config } from '@/server/config'

/** How the wall presents itself; absent is `null`. */
export const boardSchema = z.object({
  /** `null`: the queues shown give it. */
  title: z.string().nullable(),
  place: z.string().nullable(),
  /** IANA name; the server's own zone unless configured. */
  timeZone: z.string(),
  /** `null`: each browser's own. */
  locale: z.enum(['en', 'ru']).nullable(),
  theme: z.enum(['dark', 'light', 'contrast', 'system']),
  /** Names of queues that come first, in this order; all others follow by name. */
  order: z.array(z.string()),
  /** Parts of the house beside the queues, where the wall's address asks for none. */
  widgets: z.array(z.enum(HOUSE_PARTS)),
  /** The day of figures begins so long after midnight. */
  dayStartMs: z.number(),
  /** Changes with every build: screens of another build load themselves anew. */
  buildId: z.string(),
})
export type Board = z.infer<typeof boardSchema>

export function boardOf({ board }: Pick<Config, 'board'>, order: readonly string[], buildId: string): Board {
  return {
    title: board.title ?? null,
    place: board.place ?? null,
    timeZone: board.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: board.locale ?? null,
    theme: board.theme,
    order: [...order],
    widgets: board.widgets,
    dayStartMs: board.dayStart,
    buildId,
  }
}

/** Without the names of queues that one may not see. */
export function boardFor(board: Board, { queues }: Pick<AccountRights, 'queues'>): Board {
  return { ...board, order: board.order.filter((name) => inScope(queues, name)) }
}

/** Next bundles the pages apart from us, so this is the only memory that both see; set before the first page. */
export function shareWithPages(board: Board): void {
  Object.assign(globalThis, { [Symbol.for('callboard.board')]: board })
}
