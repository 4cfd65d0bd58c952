import type { HistoryDeps } from '@/server/api/history/deps'
import type { Commands } from '@/server/commands/types'
import type { LostBook } from '@/server/history/lost/lost-book'
import type { LostDesk } from '@/server/history/lost/lost-desk'

export type LostDeps = HistoryDeps & {
  book: LostBook
  desk: LostDesk
  commands: Pick<Commands, 'run'>
}
