import type { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import type { ConnectedLiveCache } from '@/lib/client/live-cache'
import { FAMILIES } from '@/lib/domain/live-state'
import { seeds } from '@/lib/domain/testing/random'
import { aCaller, aMember, aQueue } from '@/lib/domain/testing/records'
import { systemClock } from '@/server/clock'
import { type Faults, seeded, throughChaos } from './testing/chaos'
import { browse, closeAfterTest, openWallboard } from './testing/opened'
import { until } from './testing/until'
import type { Wallboard } from './testing/wallboard'

const SEEDS = seeds(8)
const FLUSHES = 150
/** A browser whose connection was cut sees nothing for a while: the run goes on until enough pictures were looked at. */
const LOOKS = 100
const CALM: Faults = { drop: 0, double: 0, delay: 0 }
const QUEUES = ['support', 'sales']
/** Seen in every view; its counter tells which flush a picture is of. */
const STAMP = aQueue('support').id

/** Everything in the store that a view with these queues shows, as text. */
function pictureOf(board: Wallboard, queues: readonly string[] | null): string {
  const ids = queues?.map((name) => aQueue(name).id as string)
  const sees = (queue: string) => ids === undefined || ids.includes(queue)
  const { queues: queueTable, members, callers } = board.store.tables
  return JSON.stringify([
    sortById([...queueTable.values()].filter(({ id }) => sees(id))),
    sortById([...members.values()].filter(({ queue }) => sees(queue))),
    sortById([...callers.values()].filter(({ queue }) => sees(queue))),
  ])
}

function shownBy(cache: ConnectedLiveCache): string {
  return JSON.stringify([cache.records('queues'), cache.records('members'), cache.records('callers')])
}

function sortById<R extends { id: string }>(records: R[]): R[] {
  return records.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** A server under random changes, and browsers that check themselves after every message. */
class Scene {
  readonly truths = new Map<string, string>()
  readonly wrong: string[] = []
  private stamp = 0
  checks = 0
  private readonly sockets = new Set<Socket>()

  constructor(
    readonly board: Wallboard,
    private readonly random: () => number,
  ) {
    board.http.on('connection', (socket: Socket) => {
      this.sockets.add(socket)
      socket.on('close', () => this.sockets.delete(socket))
    })
    this.flush()
  }

  flush(): void {
    const { tables, store } = this.board
    this.stamp += 1
    tables.queues.set(STAMP, aQueue('support', { completed: this.stamp }))
    for (let changes = Math.floor(this.random() * 5); changes > 0; changes--) this.change()
    store.flush()
    for (const queues of [null, ['support']]) this.truths.set(`${queues} ${this.stamp}`, pictureOf(this.board, queues))
  }

  /** What the browser shows must be what the server held at that very flush, at every moment. */
  watch(cache: ConnectedLiveCache, queues: readonly string[] | null): void {
    const check = () => {
      const stamp = cache.record('queues', STAMP)?.completed
      if (stamp === undefined) return
      this.checks += 1
      if (shownBy(cache) !== this.truths.get(`${queues} ${stamp}`)) this.wrong.push(`${queues} at ${stamp}`)
    }
    for (const family of FAMILIES) cache.subscribeFamily(family, check)
  }

  isCurrent(cache: ConnectedLiveCache): boolean {
    return cache.status().freshness === 'live' && cache.record('queues', STAMP)?.completed === this.stamp
  }

  cutOne(): void {
    const sockets = [...this.sockets]
    sockets[Math.floor(this.random() * sockets.length)]?.destroy()
  }

  private change(): void {
    const { members, callers, queues } = this.board.tables
    const queue = QUEUES[Math.floor(this.random() * 2)] as string
    const number = 101 + Math.floor(this.random() * 6)
    const member = aMember(queue, String(number))
    const caller = aCaller(this.random() < 0.5 ? 'support' : 'sales', `${number}.1`, { position: number })
    const dice = this.random()
    if (dice < 0.3) members.patch(member.id, { callsTaken: number, paused: this.random() < 0.5 })
    else if (dice < 0.5) members.set(member.id, { ...member, pausedReason: this.random() < 0.5 ? null : 'lunch' })
    else if (dice < 0.6) members.delete(member.id)
    // The same caller may turn up in the other queue: out of one view's sight, into another's.
    else if (dice < 0.85) callers.set(caller.id, caller)
    else if (dice < 0.95) callers.delete(caller.id)
    else queues.set(aQueue('sales').id, aQueue('sales', { abandoned: number }))
  }
}

describe('browsers converge', () => {
  it.each(SEEDS)('though messages get lost, doubled, delayed and connections cut, seed %i', async (seed) => {
    const random = seeded(seed)
    let faults: Faults = { drop: 0.015, double: 0.03, delay: 0.015 }
    // Every other seed finds most flushes too much to write at once: they go out as snapshots.
    const board = await openWallboard({ clock: systemClock, ...(seed % 2 === 0 ? { maxFanOut: 5 } : {}) })
    // The PBX is heard of all the while, however long it takes: its silence is no fault that is tried here.
    const pongs = setInterval(() => board.setLink({ heardAt: Date.now() }), 500)
    closeAfterTest(() => clearInterval(pongs))
    const scene = new Scene(board, random)
    const caches = [null, ['support'], null].map((queues) => {
      const cache = browse(board, { queues, connect: throughChaos(random, () => faults) })
      scene.watch(cache, queues)
      return cache
    })
    await until(() => caches.every((cache) => cache.ids('queues').length > 0))
    for (let flush = 0; flush < FLUSHES || scene.checks < LOOKS; flush++) {
      scene.flush()
      if (random() < 0.015) scene.cutOne()
      await new Promise((next) => setTimeout(next, 5))
    }
    faults = CALM
    await until(() => board.gateway.stats().sockets === 3, 'all to be connected again')
    scene.flush()
    await until(() => caches.every((cache) => scene.isCurrent(cache)), 'all to show the last picture')
    expect(scene.wrong).toEqual([])
  })
})
