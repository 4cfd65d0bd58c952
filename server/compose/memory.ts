import { systemClock } from '@/server/clock'
import { History } from '@/server/history/history'
import { Recorder } from '@/server/history/recorder'
import { VisitRecorder } from '@/server/history/visits/visit-recorder'
import { VisitWriter } from '@/server/history/visits/visit-writer'
import type { Log } from '@/server/log'
import type { People } from './people'
import type { LivePicture } from './picture'

/** What is remembered of calls and of visits to queues. To be opened before the picture starts. */
export async function openMemory({ store, session }: LivePicture, { database }: People, log: Log) {
  const clock = systemClock
  const channelOf = (_pbx: string, uniqueid: string) => session.channel(uniqueid)
  const recorder = new Recorder({ database, store, channelOf, clock, log })
  const writer = new VisitWriter({ database, clock, log })
  const visits = new VisitRecorder({ session, store, writer, database, clock, log })
  await visits.start()
  return {
    history: new History(database),
    async close() {
      await Promise.all([recorder.close(), visits.close()])
      await writer.close()
    },
  }
}
