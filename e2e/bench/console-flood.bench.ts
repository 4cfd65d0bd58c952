import type { EventFilter } from '@/lib/protocol/admin/console'
import { MessageReader } from '@/server/ami/reader'
import { systemClock } from '@/server/clock'
import { EventHub } from '@/server/console/event-hub'
import { BATCH_MS, type EventFeed } from '@/server/console/feed'
import { SecretBlot } from '@/server/console/hide'
import { inChunks, recordedEvents } from './ami/recorded-events'
import { median } from './ami/side-by-side'
import type { Bench, BenchRow } from './bench'
import { busyEvents } from './store/busy-pbx'
import { openPipeline } from './store/pipeline'

const EVENTS = 100_000
const CHUNK = 64 * 1024
const ROUNDS = 5
const PBX = { queues: 100, membersPerQueue: 10 }
/** A PBX with half a thousand calls at once, all classes read, dialplan included. */
const RATE = 10_000
const ALL: EventFilter = { types: [], channel: '', queue: '', text: '' }

/**
 * C1: what the console's own session costs the thread that it shares with the wall, in a flood; and whether the wall's own
 * path, bytes in and diffs out, is any slower for the console's work between its chunks.
 */
const bench: Bench = {
  id: 'C1',
  async run(report) {
    const rows: BenchRow[] = []
    for (const watchers of [1, 5]) rows.push(costRow(watchers, await costPerEvent(watchers)))
    const [alone, beside] = [await wallSeconds(false), await wallSeconds(true)]
    report(`the wall's path: ${alone.toFixed(3)} s alone, ${beside.toFixed(3)} s between a flood's chunks`)
    const perEvent = (seconds: number) => `${((seconds / EVENTS) * 1e6).toFixed(2)} µs`
    const ratio = beside / alone
    const what = 'the wall’s own path per event, beside a flood on the console (peer: alone)'
    rows.push({
      id: 'C1',
      what,
      ours: perEvent(beside),
      peer: perEvent(alone),
      ratio,
      target: '≤ 1.15',
      met: ratio <= 1.15,
    })
    return rows
  },
}
export default bench

function costRow(watchers: number, seconds: number): BenchRow {
  const share = seconds * RATE
  const what = `${RATE.toLocaleString('en')} events/s, ${watchers} watching all of them: share of the thread`
  const ours = `${(share * 100).toFixed(1)} % (${(seconds * 1e6).toFixed(1)} µs an event)`
  return { id: 'C1', what, ours, peer: '–', ratio: share, target: '≤ 10 %', met: share <= 0.1 }
}

/** Processor seconds per event of the console's session, its streams drained as often as they are told. */
async function costPerEvent(watchers: number): Promise<number> {
  const chunks = inChunks(recordedEvents(EVENTS), CHUNK)
  const rounds: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const console = openFlood(watchers)
    const before = process.cpuUsage()
    for (const chunk of chunks) await console.push(chunk)
    const { user, system } = process.cpuUsage(before)
    console.close()
    if (round > 0) rounds.push((user + system) / 1e6 / EVENTS)
  }
  return median(rounds)
}

/** Processor seconds of the wall's path for all its events; the console's chunks come between its own. */
async function wallSeconds(withFlood: boolean): Promise<number> {
  const { bytes } = busyEvents(PBX, EVENTS)
  const wall = inChunks(bytes, CHUNK)
  const flood = inChunks(recordedEvents(EVENTS), CHUNK)
  const rounds: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const pipeline = await openPipeline(PBX)
    const console = openFlood(1)
    let seconds = 0
    for (const [index, chunk] of wall.entries()) {
      if (withFlood) await console.push(flood[index % flood.length] as Buffer)
      const before = process.cpuUsage()
      pipeline.push(chunk)
      pipeline.flush()
      const { user, system } = process.cpuUsage(before)
      seconds += (user + system) / 1e6
    }
    console.close()
    if (round > 0) rounds.push(seconds)
  }
  return median(rounds)
}

/** The console's session from its bytes on, with streams whose lines are serialised as for a browser. */
function openFlood(watchers: number) {
  let now = 0
  const waiting = new Set<() => void>()
  const clock = { ...systemClock, now: () => now, after: (_: number, call: () => void) => after(waiting, call) }
  const hub = new EventHub(clock, new SecretBlot('some-secret'))
  const reader = new MessageReader({ onMessage: (message) => hub.listener.message?.(message, now) })
  const status = { state: 'ready', since: 0, amiVersion: '11.0.0' } as const
  const feeds: EventFeed[] = Array.from({ length: watchers }, () => hub.open(ALL, status, () => undefined))
  let due = RATE * (BATCH_MS / 1000)
  return {
    async push(chunk: Buffer) {
      const seen = reader.seen
      reader.push(chunk)
      due -= reader.seen - seen
      if (due > 0) return
      due += RATE * (BATCH_MS / 1000)
      const lines = feeds.map((feed) => feed.next())
      now += BATCH_MS
      for (const call of [...waiting]) call()
      for (const line of await Promise.all(lines)) JSON.stringify(line)
    },
    close: () => {
      for (const feed of feeds) feed.close()
    },
  }
}

function after(waiting: Set<() => void>, call: () => void): () => void {
  const due = () => {
    waiting.delete(due)
    call()
  }
  waiting.add(due)
  return () => waiting.delete(due)
}
