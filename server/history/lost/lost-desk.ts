import { randomUUID } from 'node:crypto'
import type { LostBy, LostMark } from '@/lib/domain/lost'
import type { Audit } from '@/server/audit/types'
import { type Actor, recorded } from '@/server/auth/actor'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import type { LostBook, LostNow } from './lost-book'
import { partsOfKey } from './lost-keys'

/** Of so short a number two digits would tell too much. */
const EXTENSION_DIGITS = 4

export type DeskOptions = { book: LostBook; database: Database; audit: Audit; clock: Clock }

/** Who does it: as people know them, and for the audit log. */
export type Doer = { actor: Actor; displayName: string }

/** Why it was not done: `claimed` by somebody else, or `closed` already; with who did that, and when. */
type Refusal = { why: 'claimed' | 'closed'; by: string | null; at: number | null }

type Answer = { now: LostNow } | { refused: Refusal } | null

/** What people do by hand about lost callers: one after the other, so that of two at once one wins and the other is told. */
export class LostDesk {
  private turn: Promise<unknown> = Promise.resolve()

  constructor(private readonly options: DeskOptions) {}

  /** `takeOver`: from whoever has claimed it. Again by the same one it is as it was. */
  claim(loss: string, by: Doer, takeOver: boolean): Promise<Answer> {
    return this.inTurn(loss, async (now) => {
      const refused = this.taken(now, by, takeOver)
      if (refused !== null) return { refused }
      return this.holds(now, by) ? { now } : this.mark(now, loss, by, 'claimed')
    })
  }

  release(loss: string, by: Doer): Promise<Answer> {
    return this.inTurn(loss, async (now) => {
      const refused = this.taken(now, by, false)
      if (refused !== null) return { refused }
      return this.holds(now, by) ? this.mark(now, loss, by, 'released') : { now }
    })
  }

  /** Done by hand; `takeOver`: whoever has claimed it. */
  done(loss: string, by: Doer, note: string | null, takeOver: boolean): Promise<Answer> {
    return this.inTurn(loss, async (now) => {
      const { closed } = now.caller
      if (closed?.how === 'done' && closed.accountId === by.actor.accountId) return { now }
      const refused = this.taken(now, by, takeOver)
      return refused === null ? this.mark(now, loss, by, 'done', note) : { refused }
    })
  }

  /** What was done by hand is so no longer. */
  undo(loss: string, by: Doer): Promise<Answer> {
    return this.inTurn(loss, async (now) => {
      const { closed } = now.caller
      if (closed === null) return { now }
      const isLast = this.options.book.isLast(now)
      if (closed.how !== 'done' || !isLast) return { refused: { why: 'closed', by: closed.by, at: closed.at } }
      return this.mark(now, loss, by, 'undone')
    })
  }

  /** Replaces the note; an empty one takes it away. */
  note(loss: string, by: Doer, text: string): Promise<Answer> {
    return this.inTurn(loss, (now) => this.mark(now, loss, by, 'noted', text))
  }

  private holds({ caller }: LostNow, { actor }: Doer): boolean {
    return this.options.book.claimEnds(caller) !== null && caller.claim?.by.accountId === actor.accountId
  }

  private taken(now: LostNow, by: Doer, takeOver: boolean): Refusal | null {
    const { closed, claim } = now.caller
    if (closed !== null) return { why: 'closed', by: closed.by, at: closed.at }
    if (takeOver || claim === null || this.options.book.claimEnds(now.caller) === null) return null
    return this.holds(now, by) ? null : { why: 'claimed', by: claim.by.name, at: claim.at }
  }

  private async inTurn(loss: string, work: (now: LostNow) => Promise<Answer>): Promise<Answer> {
    const mine = this.turn.then(async () => {
      const now = await this.asItIs(loss)
      return now === null ? null : work(now)
    })
    this.turn = mine.catch(() => {})
    return mine
  }

  /** As the database has it: of whoever was forgotten since the book was read, no word is written any more. */
  private async asItIs(loss: string): Promise<LostNow | null> {
    const { book } = this.options
    const known = await book.find(loss)
    if (known !== null) await book.refresh([known.key])
    return known === null ? null : book.find(loss)
  }

  private async mark(now: LostNow, loss: string, by: Doer, what: LostMark, note: string | null = null) {
    const { audit, book, clock, database } = this.options
    const { numberKey, call } = partsOfKey(now.key)
    const person: LostBy = { accountId: by.actor.accountId, name: by.displayName }
    // A PBX's clock may be ahead: what is done comes after what it is done about.
    const at = Math.max(clock.now(), (now.caller.losses.at(-1)?.at ?? 0) + 1)
    const row = { id: randomUUID(), at, what, number_key: numberKey, call, account_id: person.accountId }
    const done = { action: `lost.${what}`, target: endOf(numberKey), detail: { visit: loss } }
    await recorded(audit, by.actor, done, () =>
      database.db
        .insertInto('lost_marks')
        .values({ ...row, who: person.name, note })
        .execute(),
    )
    await book.refresh([now.key])
    const after = await book.find(loss)
    return after === null ? null : { now: after }
  }
}

/** The log cannot forget: it gets the end of a long number only. */
function endOf(numberKey: string | null): string {
  return numberKey !== null && numberKey.length > EXTENSION_DIGITS ? `··${numberKey.slice(-2)}` : '··'
}
