import type { Families, Family, LiveState } from '@/lib/domain/live-state'
import { emptyLiveState, FAMILIES } from '@/lib/domain/live-state'
import type { LiveStore } from '@/server/store/types'
import type { Bench, BenchRow } from './bench'
import { Browsers } from './wire/browsers'
import { HoldUps } from './wire/hold-ups'
import { cpuMs, median } from './wire/measure'
import { portOf, type Size, startOurs } from './wire/ours'
import { bareSocketIo } from './wire/servers'

const ROUNDS = 5
const SIZE: Size = { queues: 200, members: 50, calls: 2000 }
const BROWSERS = 1000
/** The peer needs gigabytes for a thousand; its cost per browser is the same from the first on. */
const PEER_BROWSERS = 20
const COUNTS = [10, 100, 1000]

/** P9: a thousand browsers reconnect at once and get their whole picture, handshakes included. */
const bench: Bench = {
  id: 'P9',
  async run(report) {
    const ours: Record<number, number[]> = {}
    const [peer, lags, cpuInLags]: [number[], number[], number[]] = [[], [], []]
    for (let round = -1; round < ROUNDS; round++) {
      for (const count of COUNTS) {
        const { perBrowser, lag, cpuInLag } = await oursPerBrowser(count)
        if (round < 0) continue
        ours[count] = [...(ours[count] ?? []), perBrowser]
        if (count === BROWSERS) {
          lags.push(lag)
          cpuInLags.push(cpuInLag)
        }
        report(
          `ours, ${count} browsers: ${perBrowser.toFixed(2)} ms each, event loop held up ${lag.toFixed(0)} ms at most`,
        )
      }
      const perBrowser = await peerPerBrowser()
      if (round < 0) continue
      peer.push(perBrowser)
      report(`Socket.IO emitting the object: ${perBrowser.toFixed(2)} ms each`)
    }
    return rows(median(ours[BROWSERS] ?? []), median(peer), median(lags), median(cpuInLags))
  },
}
export default bench

async function oursPerBrowser(count: number): Promise<{ perBrowser: number; lag: number; cpuInLag: number }> {
  const board = await startOurs(SIZE)
  const browsers = new Browsers()
  try {
    await browsers.count()
    const holdUps = new HoldUps()
    const cpu = await cpuMs(() => browsers.open('subscribing', portOf(board), count))
    holdUps.stop()
    return { perBrowser: cpu / count, lag: holdUps.longestMs, cpuInLag: holdUps.mostCpuMs }
  } finally {
    browsers.quit()
    await board.close()
  }
}

async function peerPerBrowser(): Promise<number> {
  const board = await startOurs(SIZE)
  const state = wholeState(board.store)
  const server = await bareSocketIo((emit) => emit('snapshot', { type: 'snapshot', epoch: 'e', seq: 0, now: 0, state }))
  const browsers = new Browsers()
  try {
    await browsers.count()
    const cpu = await cpuMs(async () => {
      await browsers.open('listening', server.port, PEER_BROWSERS)
      while ((await browsers.count()).snapshots < PEER_BROWSERS) await new Promise((next) => setTimeout(next, 20))
    })
    return cpu / PEER_BROWSERS
  } finally {
    browsers.quit()
    await server.close()
    await board.close()
  }
}

function wholeState(store: LiveStore): LiveState {
  const state = emptyLiveState()
  function copy<F extends Family>(family: F): void {
    const records: Record<string, Families[F]> = state[family]
    for (const [id, record] of store.tables[family].entries()) records[id] = record
  }
  for (const family of FAMILIES) copy(family)
  return state
}

function rows(ours: number, peer: number, lag: number, cpuInLag: number): BenchRow[] {
  const what = `CPU per browser when ${BROWSERS} reconnect at once (200 queues × 50 members, 2,000 calls)`
  const lagTarget = 100
  return [
    {
      id: 'P9',
      what,
      ours: `${ours.toFixed(2)} ms`,
      peer: `${peer.toFixed(2)} ms, the snapshot object emitted to each`,
      ratio: ours / peer,
      target: '≤ 1/15 ×',
      met: ours / peer <= 1 / 15,
    },
    {
      id: 'P9',
      what: `longest hold-up of the event loop meanwhile`,
      ours: `${lag.toFixed(0)} ms (most CPU in one: ${cpuInLag.toFixed(0)} ms)`,
      peer: `${lagTarget} ms`,
      ratio: lag / lagTarget,
      target: `≤ ${lagTarget} ms`,
      met: lag <= lagTarget,
    },
  ]
}
