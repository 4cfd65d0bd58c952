import type { LinkHealth } from '@/lib/domain/link'
import type { LinkTurn } from '@/lib/protocol/admin/pbx-status'

/** Older turns are forgotten. */
const MAX_TURNS = 200

/** What became of one link, turn by turn, in memory. */
export class LinkHistory {
  private turns: LinkTurn[] = []
  private count = 0

  /** The newest first. */
  read(): LinkTurn[] {
    return [...this.turns].reverse()
  }

  /** The link changed. Tries that end like the one before are one turn that comes again. */
  follow({ state, error, since, nextTryAt }: LinkHealth, at: number): void {
    const last = this.turns.findLast(({ what }) => isState(what))
    const detail = state === 'live' ? null : error
    if (last?.what !== state) {
      this.add({ at: since, what: state, detail, times: 1 })
      return
    }
    // A try that begins is not one that failed: only the latter knows of a next one.
    if (nextTryAt === null || (state !== 'lost' && state !== 'refused')) return
    if (last.detail === detail) this.replace(last, { ...last, times: last.times + 1 })
    else this.add({ at, what: state, detail, times: 1 })
  }

  add(turn: Omit<LinkTurn, 'id'>): void {
    this.turns = [...this.turns, { ...turn, id: ++this.count }].slice(-MAX_TURNS)
  }

  private replace(turn: LinkTurn, by: LinkTurn): void {
    this.turns = this.turns.map((one) => (one === turn ? by : one))
  }
}

function isState(what: LinkTurn['what']): boolean {
  return what !== 'resynced' && what !== 'reloaded' && what !== 'restarted'
}
