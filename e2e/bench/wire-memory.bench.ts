import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Bench } from './bench'
import { Browsers } from './wire/browsers'
import { median, pause } from './wire/measure'
import { portOf, startOurs } from './wire/ours'
import { bareSocketIo } from './wire/servers'

const BROWSERS = 1000
const ROUNDS = 5
const SIZE = { queues: 40, members: 20, calls: 200 }

setFlagsFromString('--expose_gc')
const collectGarbage = runInNewContext('gc') as () => void

/** P10: what a connected browser costs in memory, its snapshot received and one message heard. */
const bench: Bench = {
  id: 'P10',
  async run(report) {
    const [ours, peer]: [number[], number[]] = [[], []]
    for (let round = -1; round < ROUNDS; round++) {
      const [one, other] = [await oursPerBrowser(), await peerPerBrowser()]
      if (round < 0) continue
      ours.push(one)
      peer.push(other)
      report(`ours ${kb(one)}, Socket.IO ${kb(other)}`)
    }
    const ratio = median(ours) / median(peer)
    return [
      {
        id: 'P10',
        what: `memory per connected browser, ${BROWSERS} browsers`,
        ours: kb(median(ours)),
        peer: `${kb(median(peer))} bare Socket.IO`,
        ratio,
        target: '≤ 1.25 ×',
        met: ratio <= 1.25,
      },
    ]
  },
}
export default bench

async function oursPerBrowser(): Promise<number> {
  const board = await startOurs(SIZE)
  return perBrowser(
    (browsers) => browsers.open('subscribing', portOf(board), BROWSERS),
    () => board.close(),
  )
}

async function peerPerBrowser(): Promise<number> {
  const server = await bareSocketIo()
  return perBrowser(
    (browsers) => browsers.open('listening', server.port, BROWSERS),
    () => server.close(),
  )
}

async function perBrowser(open: (browsers: Browsers) => Promise<void>, close: () => Promise<void>): Promise<number> {
  const browsers = new Browsers()
  try {
    await browsers.count()
    const before = await memoryInUse()
    await open(browsers)
    return ((await memoryInUse()) - before) / BROWSERS
  } finally {
    browsers.quit()
    await close()
    await pause(200)
  }
}

async function memoryInUse(): Promise<number> {
  await pause(500)
  collectGarbage()
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

function kb(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`
}
