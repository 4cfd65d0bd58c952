import type { Bench, BenchRow } from './bench'
import { Browsers } from './wire/browsers'
import { cpuMs, median, pause } from './wire/measure'
import { memberAt, portOf, startOurs } from './wire/ours'
import { bareSocketIo, type Contestant, rawTcp } from './wire/servers'

const BROWSERS = 1000
const MESSAGES = 60
const ROUNDS = 5
/** Between two messages, so that each is written for itself, as on a wall. */
const GAP_MS = 25
const SIZE = { queues: 40, members: 20, calls: 200 }

/** P7: one changed member to a thousand browsers; ours includes finding what changed. */
const bench: Bench = {
  id: 'P7',
  async run(report) {
    const names = ['ours', 'socketIo', 'tcp'] as const
    const cost = { ours: [] as number[], socketIo: [] as number[], tcp: [] as number[] }
    for (let round = -1; round < ROUNDS; round++) {
      for (const name of names) {
        const microseconds = await costOfMessage(name)
        // The first round warms up the compiler.
        if (round >= 0) cost[name].push(microseconds)
      }
      if (round >= 0) report(names.map((name) => `${name} ${cost[name].at(-1)?.toFixed(1)} µs`).join(', '))
    }
    for (const browsers of [10, 100]) {
      const [ours, socketIo] = [await costOfMessage('ours', browsers), await costOfMessage('socketIo', browsers)]
      report(`${browsers} browsers: ours ${ours.toFixed(1)} µs, socketIo ${socketIo.toFixed(1)} µs`)
    }
    const [ours, socketIo, tcp] = [median(cost.ours), median(cost.socketIo), median(cost.tcp)]
    return [row('bare Socket.IO', ours, socketIo, 1.1), row('raw TCP', ours, tcp, 1.7)]
  },
}
export default bench

/** CPU of the server for one message to one browser, in µs. */
async function costOfMessage(name: 'ours' | 'socketIo' | 'tcp', count = BROWSERS): Promise<number> {
  const contestant = name === 'ours' ? await ourContestant() : name === 'tcp' ? await rawTcp() : await bareSocketIo()
  const browsers = new Browsers()
  try {
    await browsers.open(contestant.kind, contestant.port, count)
    await pause(300)
    const cpu = await cpuMs(async () => {
      for (let sent = 0; sent < MESSAGES; sent++) {
        contestant.send(message(sent))
        await pause(GAP_MS)
      }
      await browsers.awaitMessages(MESSAGES * count)
    })
    return (cpu * 1000) / (MESSAGES * count)
  } finally {
    browsers.quit()
    await contestant.close()
  }
}

async function ourContestant(): Promise<Contestant> {
  const board = await startOurs(SIZE)
  const { id } = memberAt(0, 0)
  let taken = 100
  return {
    kind: 'subscribing',
    port: portOf(board),
    send() {
      taken += 1
      board.tables.members.patch(id, { callsTaken: taken, inCall: taken % 2 === 0, activity: 'onCall' })
      board.store.flush()
    },
    close: () => board.close(),
  }
}

/** The same text that ours puts on the wire. */
function message(sent: number): object {
  const patch = { [memberAt(0, 0).id]: { callsTaken: 100 + sent, inCall: sent % 2 === 0 } }
  const epoch = '3f0e3cc5-6d53-4e6e-9d0b-1d3c3f8a0001.1'
  return { type: 'diff', epoch, from: sent, to: sent + 1, diff: { members: { patch } } }
}

function row(peerName: string, ours: number, peer: number, target: number): BenchRow {
  const ratio = ours / peer
  return {
    id: 'P7',
    what: `CPU per message and browser, ${BROWSERS} browsers, beside ${peerName}`,
    ours: `${ours.toFixed(1)} µs`,
    peer: `${peer.toFixed(1)} µs`,
    ratio,
    target: `≤ ${target.toFixed(2)} ×`,
    met: ratio <= target,
  }
}
