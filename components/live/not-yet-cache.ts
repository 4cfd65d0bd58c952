import { NOTHING_PERSONAL, type Personal } from '@/lib/client/personal'
import type { CacheStatus, LiveCache } from '@/lib/client/types'

const NOTHING: readonly never[] = []
const nothingToUndo = (): void => {}
const CONNECTING: CacheStatus = {
  freshness: 'connecting',
  trueAt: null,
  socket: 'connecting',
  socketLostAt: null,
  links: NOTHING,
  demo: false,
}

/** What is known before there is a connection, on the server above all: nothing, and that it is on its way. */
export class NotYetCache implements LiveCache {
  status = (): CacheStatus => CONNECTING
  now = (): number => Date.now()
  record = (): undefined => undefined
  ids = (): readonly never[] => NOTHING
  records = (): readonly never[] => NOTHING
  subscribeStatus = () => nothingToUndo
  subscribeRecord = () => nothingToUndo
  subscribeFamily = () => nothingToUndo
  personal = (): Personal => NOTHING_PERSONAL
  subscribePersonal = () => nothingToUndo
}
