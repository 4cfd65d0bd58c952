import { NOTHING_PERSONAL, type Personal } from '@/lib/client/personal'
import { RecordStore, type Touched } from '@/lib/client/record-store'
import { Subscriptions } from '@/lib/client/subscriptions'
import type { CacheStatus, LiveCache } from '@/lib/client/types'
import type { LiveDiff } from '@/lib/diff/types'
import { DEMO_PBX } from '@/lib/domain/ids'
import type { Families, Family, LiveState } from '@/lib/domain/live-state'

const nothingToUndo = (): void => {}

/** What is shown is whole and true of its moment, so figures are solid; that it is a replay the page says itself. */
const SOLID: CacheStatus = {
  freshness: 'live',
  trueAt: null,
  socket: 'connected',
  socketLostAt: null,
  links: [],
  demo: false,
}

/** The picture at a moment of the past, in the place of the live one and by the same code: its clock is the moment's. */
export class ReplayCache implements LiveCache {
  private readonly store = new RecordStore()
  private readonly subscriptions = new Subscriptions()
  private moment = 0
  private shown = SOLID

  /** Goes on, or back, to a moment at which nothing changed. */
  moveTo(moment: number): void {
    this.moment = moment
  }

  show(state: LiveState): void {
    this.tell([this.store.replace(state)])
  }

  /** False: it does not follow upon what is shown, and nothing was done. */
  follow(diffs: readonly LiveDiff[]): boolean {
    const touched: Touched[] = []
    for (const diff of diffs) {
      const one = this.store.merge(diff)
      if (one === null) return false
      touched.push(one)
    }
    if (touched.length > 0) this.tell(touched)
    return true
  }

  private tell(touched: readonly Touched[]): void {
    const demo = this.records('queues').some(({ pbx }) => pbx === DEMO_PBX)
    const isOther = demo !== this.shown.demo
    if (isOther) this.shown = { ...SOLID, demo }
    this.subscriptions.notify(touched, isOther)
  }

  now = (): number => this.moment
  status = (): CacheStatus => this.shown
  personal = (): Personal => NOTHING_PERSONAL
  subscribePersonal = () => nothingToUndo
  subscribeStatus = (listener: () => void) => this.subscriptions.subscribeStatus(listener)
  subscribeFamily = (family: Family, listener: () => void) => this.subscriptions.subscribeFamily(family, listener)
  subscribeRecord = (family: Family, id: string, listener: () => void) =>
    this.subscriptions.subscribeRecord(family, id, listener)

  record<F extends Family>(family: F, id: string): Families[F] | undefined {
    return this.store.family(family).get(id)
  }

  ids(family: Family): readonly string[] {
    return this.store.family(family).ids()
  }

  records<F extends Family>(family: F): readonly Families[F][] {
    return this.store.family(family).all()
  }
}
