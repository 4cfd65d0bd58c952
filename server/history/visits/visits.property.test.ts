import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fc } from '@/lib/domain/testing/random'
import { PBX } from '@/lib/domain/testing/records'
import type { Ending, Visit } from '@/lib/domain/visit'
import { addTally, emptyTally, offeredOf } from '@/lib/kpi/tally'
import type { Database } from '@/server/db/types'
import { FLUSH_MS } from '@/server/store/live-store'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { FigureBook } from '../figures/figure-book'
import { readDay } from '../figures/read-day'
import { REACH_MS } from '../figures/sliding-tally'
import { sumsIn } from '../reports/sums'
import { countOf, turnedAwayIn } from '../reports/turned-away'
import { SAME_ENTRY_MS } from './standing'
import { Centre, type Stay } from './testing/centre'
import { idleOf } from './testing/in-flight'
import { dayOf, type Product, RULES, startProduct } from './testing/product'
import { QUEUES } from './testing/staff'
import { visitOf } from './visit-rows'

/** What a caller whose kind of loss is not known may have come to. */
const LET_GO: readonly Ending[] = ['timedOut', 'noAgents', 'withdrawn', 'moved']
/** Half an hour before midnight. */
const EVENING = Date.UTC(2026, 10, 23, 23, 30)

const OF_CALLS = [
  ...['comes', 'comes', 'comes', 'comesBack', 'isTurnedAway', 'rings', 'rings', 'ringsOut', 'answers', 'answers'],
  ...['connects', 'holds', 'ends', 'ends', 'takesOut', 'transfers', 'abandons', 'isLetDown', 'pressesKey'],
  ...['looseHangsUp'],
] as const
const OF_TIME = ['pass', 'pass', 'lose', 'sync', 'see', 'see', 'see', 'kill', 'stop', 'asteriskRestarts'] as const
const step = fc.record({
  what: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...OF_CALLS) }, fc.constantFrom(...OF_TIME)),
  which: fc.nat({ max: 59 }),
})
type Step = (typeof OF_CALLS)[number] | (typeof OF_TIME)[number]

describe.each(databases)('whatever happens in a call centre ($kind)', ({ open }) => {
  let test: TestDatabase
  let rig: Rig
  beforeEach(async () => {
    test = await open()
    rig = { database: test.database, idle: idleOf(test.database) }
  })
  afterEach(() => test.dispose())

  it('every visit is there once, has the ending that it had or none that is guessed, and all sums agree', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 80 }), async (steps) => {
        // What an earlier run asked for last is not to come into this one.
        await rig.idle()
        for (const table of ['visits', 'gaps', 'turned_away', 'queue_counters', 'gap_calls'] as const)
          await rig.database.db.deleteFrom(table).execute()
        const run = await Run.start(rig)
        for (const { what, which } of steps) await run.step(what, which)
        await run.end()
      }),
      { numRuns: 40 },
    )
  }, 120_000)
})

type Rig = { database: Database; idle(): Promise<void> }

class Run {
  /** The last word on each visit. */
  private told = new Map<string, Visit>()
  /** When nothing was seen. */
  private readonly blind: { from: number; to: number }[] = []
  private blindSince: number | null = null
  private starts = 0
  private readonly centre: Centre
  private product!: Product

  private constructor(private readonly rig: Rig) {
    let now = () => EVENING
    this.centre = new Centre(
      () => now(),
      (event) => this.product.hear(event),
    )
    now = () => this.product.clock.now()
  }

  static async start(rig: Rig): Promise<Run> {
    const run = new Run(rig)
    await run.startAt(EVENING)
    run.product.link('live')
    return run
  }

  async step(what: Step, which: number): Promise<void> {
    await this.happen(what, which)
    await this.rig.idle()
    this.look()
    this.check()
  }

  /** The link is back, and everything has been written down. */
  async end(): Promise<void> {
    if (this.product.state !== 'live') this.product.link('live')
    await this.rig.idle()
    this.look()
    this.check()
    await this.checkStored()
    await this.stop()
  }

  private async happen(what: Step, which: number): Promise<void> {
    const { product, centre } = this
    switch (what) {
      case 'pass':
        // Nobody is announced for a minute.
        for (let one = 0; which > 5 && one < 20; one += 1) centre.connects(0)
        return product.pass(which ** 2 * 1_000)
      case 'lose':
        return product.link('lost')
      case 'sync':
        return product.state === 'live' ? undefined : product.link('syncing')
      case 'see':
        return product.link('live')
      case 'asteriskRestarts':
        product.link('lost')
        return centre.restarts()
      case 'kill':
      case 'stop':
        if (what === 'stop') await this.stop()
        await this.rig.idle()
        return this.startAt(product.clock.now() + which * 1_000)
      default:
        return centre[what](which)
    }
  }

  private async startAt(at: number): Promise<void> {
    this.starts += 1
    const rows = await this.rig.database.db.selectFrom('visits').selectAll().execute()
    this.told = new Map(rows.map((row) => [row.id, visitOf(row)]))
    this.product = await startProduct(
      this.rig.database,
      at,
      () => this.centre,
      (visit) => this.told.set(visit.id, visit),
    )
  }

  private async stop(): Promise<void> {
    const { recorder, keeper, writer } = this.product
    keeper.close()
    await recorder.close()
    await writer.close()
  }

  private look(): void {
    const now = this.product.clock.now()
    if (this.product.state !== 'live') this.blindSince ??= now
    else if (this.blindSince !== null) {
      this.blind.push({ from: this.blindSince, to: now })
      this.blindSince = null
    }
  }

  private check(): void {
    const { product } = this
    const visits = [...this.told.values()]
    const open = product.recorder.open()
    // Whoever was told of and has no ending waits; nobody is forgotten on the way, and nobody is counted twice.
    const waiting = visits.filter(({ ending }) => ending === null)
    expect(
      open
        .filter(({ ending }) => ending === null)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(waiting.map(({ id }) => id).sort())
    expect(new Set(waiting.map(({ uniqueid }) => uniqueid)).size).toBe(waiting.length)
    for (const visit of visits) {
      this.checkEnding(visit)
      this.checkLink(visit)
    }
    if (product.state === 'live') for (const visit of visits) this.checkSeen(visit)
    if (product.state === 'live') this.checkStanding(open.filter(({ ending }) => ending === null))
    product.pass(200)
    const now = product.clock.now()
    const today = visits.filter(({ ending, leftAt }) => ending !== null && leftAt !== null && leftAt >= dayOf(now))
    // A product that has not seen the PBX yet knows no queues to show figures of.
    if (product.figures.length === 0) return
    const offered = product.figures.map(({ windows }) => offeredOf(windows.today))
    expect(offered.reduce((sum, one) => sum + one, 0)).toBe(today.length)
  }

  private checkStanding(waiting: readonly Visit[]): void {
    const line = waiting.filter(({ leftAt }) => leftAt === null).map(({ uniqueid, queue }) => `${uniqueid} ${queue}`)
    for (const visit of this.told.values()) this.checkTalk(visit)
    expect(line.sort()).toEqual(this.centre.standing.map(({ uniqueid, queue }) => `${uniqueid} ${queue}`).sort())
  }

  /** Of the halves of a Local channel nothing is heard any more once they are out of the talk. */
  private checkTalk(visit: Visit): void {
    if (visit.ending !== 'answered') return
    const isTalking = this.staysOf(visit).some((stay) => stay.isTalking)
    if (isTalking || !visit.agent?.startsWith('Local'))
      expect([visit.id, visit.talkEndedAt === null]).toEqual([visit.id, isTalking])
  }

  private checkSeen({ id, enteredAt, leftAt, isPartlyUnseen }: Visit): void {
    const isIn = this.blind.some(({ from, to }) => enteredAt < from && (leftAt ?? to) >= to)
    if (isIn) expect([id, isPartlyUnseen]).toEqual([id, true])
  }

  private checkEnding(visit: Visit): void {
    if (visit.ending === null) return
    if (visit.ending === 'unknown') {
      expect(visit.isPartlyUnseen).toBe(true)
      return
    }
    const endings = this.staysOf(visit).map(({ ending }) => ending)
    // Hung up before it could be asked why: lost, and no more is said.
    if (visit.ending === 'lost') expect(endings.some((one) => one !== null && LET_GO.includes(one))).toBe(true)
    else expect([visit.id, endings]).toEqual([visit.id, expect.arrayContaining([visit.ending])])
  }

  /** What is linked is the stay before, of the same caller; what was seen from its beginning is linked where there was one. */
  private checkLink(visit: Visit): void {
    const own = this.centre.stays.filter(({ uniqueid }) => uniqueid === visit.uniqueid)
    const before = own[own.indexOf(this.stayOf(visit)) - 1]
    const previous = visit.previous === null ? undefined : this.told.get(visit.previous)
    if (previous) expect(own.indexOf(this.stayOf(previous))).toBeLessThan(own.indexOf(this.stayOf(visit)))
    // A restart forgets who only stood in the dialplan.
    const wasBlind = this.blind.length > 0 || this.blindSince !== null
    if (!before || this.starts > 1 || visit.isPartlyUnseen || wasBlind) return
    expect(previous && this.stayOf(previous)).toBe(before)
  }

  /**
   * Who leaves a queue and comes back to it while nobody looks is taken for one who never left: where the lists find them as
   * if they had come at the same moment, or where they leave again before the lists are read.
   */
  private staysOf(visit: Visit): Stay[] {
    const stay = this.stayOf(visit)
    if (!visit.isPartlyUnseen) return [stay]
    const own = this.centre.stays.filter(({ uniqueid }) => uniqueid === visit.uniqueid)
    const later = own.slice(own.indexOf(stay) + 1)
    const firstSeen = later.findIndex(({ enteredAt }) => !this.wasBlindAt(enteredAt))
    const unseen = firstSeen === -1 ? later : later.slice(0, firstSeen)
    const leftUnseen = visit.leftAt !== null && this.wasBlindAt(visit.leftAt)
    const known = new Set([...this.told.values()].map((one) => this.stayOf(one)))
    const mistaken = unseen.filter((one) => {
      const isAtOnce = one.enteredAt - stay.enteredAt <= SAME_ENTRY_MS
      return one.queue === stay.queue && !known.has(one) && (isAtOnce || leftUnseen)
    })
    return [stay, ...mistaken]
  }

  private wasBlindAt(at: number): boolean {
    return (
      (this.blindSince !== null && at >= this.blindSince) || this.blind.some(({ from, to }) => at >= from && at <= to)
    )
  }

  private stayOf({ uniqueid, queue, enteredAt }: Visit): Stay {
    const stay = this.centre.stays.find(
      (one) => one.uniqueid === uniqueid && one.queue === queue && one.enteredAt === enteredAt,
    )
    if (!stay) throw new Error(`nobody was ever ${uniqueid} in ${queue}`)
    return stay
  }

  /** What is stored gives the live figures again, by the book and by the sums of reports. */
  private async checkStored(): Promise<void> {
    const { product, rig } = this
    const { recorder, writer, clock } = product
    await Promise.all([writer.write(), recorder.written()])
    const rows = await rig.database.db.selectFrom('visits').selectAll().execute()
    expect(new Map(rows.map((row) => [row.id, visitOf(row)]))).toEqual(this.told)
    // Told at this very moment, for spans that slide.
    product.keeper.sees(null, null)
    product.pass(FLUSH_MS)
    const now = clock.now()
    const book = new FigureBook({ pbx: PBX, rulesOf: () => RULES, dayStart: dayOf })
    const day = await readDay(rig.database, PBX, Math.min(dayOf(now), now - REACH_MS))
    for (const queue of QUEUES) book.know(queue, now)
    for (const visit of day.visits) book.take(visit)
    for (const one of day.turnedAway) book.takeTurnedAway(one)
    for (const gap of day.gaps) book.addGap(gap)
    const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)
    const live = product.figures.sort(byId)
    expect(live).toEqual(book.records(now, null).sort(byId))
    const span = { from: dayOf(now), to: now + 1, queues: [...QUEUES] }
    let sum = emptyTally()
    for await (const { tally } of sumsIn(rig.database, { ...span, agent: null }, () => RULES, {
      stepMs: null,
      agents: false,
    }))
      sum = addTally(sum, tally)
    expect(sum).toEqual(live.map(({ windows }) => windows.today).reduce(addTally, emptyTally()))
    const away = live.reduce((total, { turnedAway }) => total + turnedAway.today, 0)
    expect(countOf(await turnedAwayIn(rig.database, span))).toBe(away)
  }
}
