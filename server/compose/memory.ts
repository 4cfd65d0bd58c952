import { systemClock } from '@/server/clock'
import { History } from '@/server/history/history'
import { Recorder } from '@/server/history/recorder'
import type { Log } from '@/server/log'
import type { People } from './people'
import type { LivePicture } from './picture'

/** What is remembered of calls that ended. */
export function openMemory({ store, session }: LivePicture, { database }: People, log: Log) {
  const channelOf = (_pbx: string, uniqueid: string) => session.channel(uniqueid)
  const recorder = new Recorder({ database, store, channelOf, clock: systemClock, log })
  return { history: new History(database), close: () => recorder.close() }
}
