import { expect, test } from 'vitest'
import { seeds } from '@/lib/domain/testing/random'
import type { ReadTable } from '@/server/store/types'
import { ScriptedPbx } from '../model/scripted-pbx'
import { Seeded } from '../model/seeded'
import { ReferenceLines } from './reference-lines'

const SEEDS = 200
const STEPS = 60
/** Far above the rests between two readings. */
const QUIET_MS = 8000

/** A PBX whose lists say what the reference says at the moment of the answer, and whose events come later than that. */
class LivingPbx extends ScriptedPbx {
  readonly lines: ReferenceLines
  /** Events on their way, in their order. */
  readonly lagging: (() => void)[] = []

  constructor(readonly random: Seeded) {
    super()
    this.lines = new ReferenceLines(random, ([name, headers]) => this.lagging.push(() => this.event(name, headers)))
  }

  override answer(): boolean {
    const [next] = this.connection.received
    if (next) this.lists.set(next.action, this.lines.items(next.action, next.headers.get('Endpoint')))
    return super.answer()
  }

  deliver(count: number): void {
    for (const tell of this.lagging.splice(0, count)) tell()
  }

  /** Everything arrives, and all that it brings about; nobody reads everything anew. */
  async drain(): Promise<void> {
    this.deliver(this.lagging.length)
    await this.pass(QUIET_MS)
    this.store.flush()
  }
}

/** What stands in the store, without since when: lists do not tell that. */
function picture(pbx: ScriptedPbx) {
  const { endpoints, contacts, registrations, mailboxes, extensions } = pbx.store.tables
  const moments = { since: 0, reachSince: 0, changedAt: 0, nextAt: 0 }
  const plain = (table: ReadTable<object>) =>
    Object.fromEntries(Array.from(table.entries(), ([id, record]) => [id, { ...record, ...moments }]))
  return {
    endpoints: plain(endpoints),
    contacts: plain(contacts),
    registrations: plain(registrations),
    mailboxes: plain(mailboxes),
    extensions: plain(extensions),
  }
}

/** What a session that comes now is told. */
async function freshPicture(lines: ReferenceLines) {
  const pbx = new ScriptedPbx()
  const answer = pbx.answer.bind(pbx)
  pbx.answer = () => {
    const [next] = pbx.connection.received
    if (next) pbx.lists.set(next.action, lines.items(next.action, next.headers.get('Endpoint')))
    return answer()
  }
  await pbx.load()
  pbx.store.flush()
  return picture(pbx)
}

test(`live events alone lead to what a fresh reading tells (${SEEDS} seeds)`, async () => {
  for (const seed of seeds(SEEDS)) {
    const pbx = new LivingPbx(new Seeded(seed))
    await pbx.load()
    for (let step = 0; step < STEPS; step++) {
      pbx.lines.live()
      pbx.deliver(pbx.random.below(3))
      // Less than from one reading of everything to the next.
      pbx.clock.advance(pbx.random.below(400))
    }
    await pbx.drain()
    expect(picture(pbx), `seed ${seed}`).toEqual(await freshPicture(pbx.lines))
  }
})

test(`so do events between lists that are ahead of them, reloads and lost links (${SEEDS} seeds)`, async () => {
  for (const seed of seeds(SEEDS)) {
    const pbx = new LivingPbx(new Seeded(seed))
    await pbx.connect()
    for (let step = 0; step < STEPS; step++) {
      pbx.lines.live()
      await happen(pbx)
    }
    if (pbx.connection.status.state !== 'ready') await pbx.connect()
    await pbx.answerAll()
    await pbx.drain()
    expect(picture(pbx), `seed ${seed}`).toEqual(await freshPicture(pbx.lines))
  }
})

async function happen(pbx: LivingPbx): Promise<void> {
  const dice = pbx.random.next()
  if (pbx.connection.status.state !== 'ready') {
    // What was told while nobody listened is lost.
    pbx.lagging.length = 0
    if (dice < 0.4) await pbx.connect()
  } else if (dice < 0.4) pbx.deliver(pbx.random.below(5))
  else if (dice < 0.8) for (let count = pbx.random.below(4); count > 0; count--) pbx.answer()
  else if (dice < 0.83) pbx.connection.lose('gone')
  else if (dice < 0.88) {
    pbx.lines.edit()
    pbx.lagging.push(() => pbx.event('Reload', { Module: 'All' }))
  }
  pbx.clock.advance(pbx.random.below(3000))
  await new Promise((resolve) => setImmediate(resolve))
}
