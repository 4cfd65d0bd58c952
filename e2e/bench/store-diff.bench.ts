import { diffChanges } from '@/lib/diff/diff'
import type { LiveDiff } from '@/lib/diff/types'
import { pbxName } from '@/lib/domain/ids'
import type { LinkHealth } from '@/lib/domain/link'
import type { LiveState } from '@/lib/domain/live-state'
import { createLiveStore } from '@/server/store/live-store'
import { FixedClock } from '@/server/testing/fixed-clock'
import { median } from './ami/side-by-side'
import type { Bench, BenchRow } from './bench'
import { installPeers } from './peers'
import { bigHouse, tablesOf } from './store/big-house'

const ROUNDS = 5
const TARGET = 100
/** Changes per round: enough of each to take about as long. */
const OUR_CHANGES = 50_000
const PEER_CHANGES = 300

/** Changes the calls taken of one member and returns what says so. */
type Changer = (memberId: string, callsTaken: number) => LiveDiff | unknown[] | null

type Immer = {
  produceWithPatches(state: LiveState, recipe: (draft: LiveState) => void): [LiveState, unknown[], unknown[]]
  enablePatches(): void
  setAutoFreeze(on: boolean): void
}

/** P5: one record of a big house changes, and a diff says so. */
const bench: Bench = {
  id: 'P5',
  async run(report) {
    const immer = installPeers(['immer'])('immer') as Immer
    immer.enablePatches()
    const ids = Object.keys(bigHouse().members)
    const peers = { freezing: immerChanger(immer, true), 'not freezing': immerChanger(immer, false) }
    const [name, peer] = fastest(peers, ids, report)
    const [mine, theirs, ratios]: [number[], number[], number[]] = [[], [], []]
    const ours = ourChanger()
    microseconds(ours, ids, OUR_CHANGES, 1)
    for (let round = 1; round <= ROUNDS; round++) {
      const own = microseconds(ours, ids, OUR_CHANGES, round + 1)
      const other = microseconds(peer, ids, PEER_CHANGES, round + 1)
      mine.push(own)
      theirs.push(other)
      ratios.push(other / own)
    }
    return [row(name, median(mine), median(theirs), median(ratios))]
  },
}
export default bench

function row(peer: string, mine: number, theirs: number, ratio: number): BenchRow {
  return {
    ...{ id: 'P5', what: `one record of 10,000 members and 2,000 calls, against immer (${peer})` },
    ...{ ours: `${mine.toFixed(2)} µs`, peer: `${theirs.toFixed(1)} µs` },
    ...{ ratio, target: `≥ ${TARGET}×`, met: ratio >= TARGET },
  }
}

/** The whole way within the store: table, flush, visible picture, diff. */
function ourChanger(): Changer {
  const store = createLiveStore({ clock: new FixedClock() })
  const tables = tablesOf(bigHouse())
  const source = store.attach({ tables, link: () => ({ pbx: pbxName('main') }) as LinkHealth })
  store.flush()
  let diff: LiveDiff | null = null
  store.onFlush((changes) => {
    diff = diffChanges(changes, (_, record) => record)
  })
  return (id, callsTaken) => {
    diff = null
    tables.members.patch(id, { callsTaken })
    source.touched()
    store.flush()
    return diff
  }
}

function immerChanger(immer: Immer, freezing: boolean): Changer {
  let state = bigHouse()
  return (id, callsTaken) => {
    immer.setAutoFreeze(freezing)
    const [next, patches] = immer.produceWithPatches(state, (draft) => {
      const member = draft.members[id]
      if (member) member.callsTaken = callsTaken
    })
    state = next
    return patches
  }
}

function fastest(peers: Record<string, Changer>, ids: string[], report: (line: string) => void): [string, Changer] {
  const times = Object.entries(peers).map(([name, change]) => {
    microseconds(change, ids, PEER_CHANGES, 1)
    const took = microseconds(change, ids, PEER_CHANGES, 2)
    report(`immer, ${name}: ${took.toFixed(1)} µs`)
    return { name, change, took }
  })
  const best = times.sort((a, b) => a.took - b.took)[0]
  if (!best) throw new Error('no peer')
  return [best.name, best.change]
}

/** Mean time of one change; every one must be told. */
function microseconds(change: Changer, ids: readonly string[], count: number, generation: number): number {
  const began = process.hrtime.bigint()
  for (let index = 0; index < count; index++) {
    const id = ids[(index * 7919) % ids.length] as string
    if (!change(id, generation * count + index)) throw new Error(`the change of ${id} was not told`)
  }
  return Number(process.hrtime.bigint() - began) / 1e3 / count
}
