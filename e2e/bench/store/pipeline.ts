import { diffChanges } from '@/lib/diff/diff'
import { pbxName } from '@/lib/domain/ids'
import { NO_LIMITS } from '@/lib/domain/testing/records'
import { DROPPED_EVENTS } from '@/server/events/dropped-events'
import { createLiveStore, type WritableLiveStore } from '@/server/store/live-store'
import { createPbxSession, type PbxSession } from '@/server/store/pbx-session'
import { FixedClock } from '@/server/testing/fixed-clock'
import { listText, responseText } from '@/server/testing/model/message-text'
import { ScriptedConnection } from '@/server/testing/model/scripted-connection'
import { type BusyPbx, statusItems } from './busy-pbx'

const SETTINGS = { limits: NO_LIMITS, wrapUpSeconds: 0 }

/** The product from the bytes of AMI to the text of a diff, without sockets: all of it runs in this thread. */
type Pipeline = {
  store: WritableLiveStore
  push(chunk: Buffer): void
  /** Flushes, and returns the bytes of all diffs so far. */
  flush(): number
}

/** What else listens to the same picture; asked for before the first load. */
type Beside = (parts: { session: PbxSession; store: WritableLiveStore; clock: FixedClock }) => Promise<void>

/** A pipeline whose first load is done. */
export async function openPipeline(pbx: BusyPbx, beside: Beside = async () => {}): Promise<Pipeline> {
  const clock = new FixedClock()
  const connection = new ScriptedConnection(clock, DROPPED_EVENTS)
  const store = createLiveStore({ clock })
  let bytes = 0
  let seq = 0
  store.onFlush((changes) => {
    const diff = diffChanges(changes, (_, record) => record)
    if (diff) bytes += JSON.stringify({ type: 'diff', epoch: store.epoch, from: seq, to: ++seq, diff }).length
  })
  const session = createPbxSession({
    ...{ pbx: pbxName('main'), connection, store, clock, demo: false },
    settings: (queue) => ({ label: queue, ...SETTINGS }),
    log: { info: () => {}, warn: () => {} },
  })
  await beside({ session, store, clock })
  session.start()
  connection.ready()
  await answerAll(connection, pbx)
  return {
    store,
    push: (chunk) => connection.push(chunk),
    flush() {
      store.flush()
      return bytes
    },
  }
}

async function answerAll(connection: ScriptedConnection, pbx: BusyPbx): Promise<void> {
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  for (await turn(); connection.received.length > 0; await turn()) {
    for (const { action, id } of connection.received.splice(0)) {
      const items = action === 'QueueStatus' ? [...statusItems(pbx)] : []
      const isList = !['Ping', 'CoreStatus', 'CoreSettings'].includes(action)
      connection.receive(isList ? listText(action, id, items) : responseText(id, {}))
    }
  }
}
