import { sql } from 'kysely'
import { fold } from '@/lib/fold'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import { FIRST, hashOf } from './chain'
import { toLine, toRow } from './rows'
import { storable } from './storable'
import { type Audit, type AuditEntry, AuditError, type AuditLine, type AuditSearch } from './types'

type AuditOptions = { database: Database; clock: Clock }

/** Lines that wait; more means that the database has stood still for long. */
const MOST_WAITING = 1000
/** Lines written, or held against their hashes, in one go. */
const BATCH = 200
/** Lines searched in one go: some 6 ms on SQLite. */
const LOOKED_AT = 20_000

type Waiting = { entry: AuditEntry; resolve(line: AuditLine): void; reject(error: AuditError): void }

/** The append-only, chained log. What comes while a write goes on is written together after it. */
export function createAudit(options: AuditOptions): Audit {
  return new Log(options)
}

class Log implements Audit {
  private waiting: Waiting[] = []
  private isWriting = false

  constructor(private readonly options: AuditOptions) {}

  write(entry: AuditEntry): Promise<AuditLine> {
    return new Promise((resolve, reject) => {
      if (this.waiting.length >= MOST_WAITING) {
        reject(new AuditError('the audit log does not come after: the database stands still'))
        return
      }
      this.waiting.push({ entry: storable(entry), resolve, reject })
      if (!this.isWriting) void this.writeAll()
    })
  }

  /** In pieces of the log: SQLite answers at once, and a word that nobody wrote is looked for in every line. */
  async search(search: AuditSearch): Promise<AuditLine[]> {
    const lines: AuditLine[] = []
    // A line that is not there yet may be named: from far ahead the way to the first one would have no end.
    let below = Math.min(search.before ?? Number.POSITIVE_INFINITY, (await this.last()) + 1)
    while (below > 1 && lines.length < search.limit) {
      const from = below - LOOKED_AT
      const rows = await this.matching(search)
        .where('seq', '<', below)
        .where('seq', '>=', from)
        .limit(search.limit - lines.length)
        .execute()
      lines.push(...rows.map(toLine))
      below = from
      await othersTurn()
    }
    return lines
  }

  private matching({ text, actor, action, from, to }: AuditSearch) {
    let query = this.options.database.db.selectFrom('audit').selectAll().orderBy('seq', 'desc')
    if (from !== undefined) query = query.where('at', '>=', from)
    if (to !== undefined) query = query.where('at', '<', to)
    if (actor !== undefined) query = query.where('actor', '=', actor)
    if (action !== undefined) query = query.where('action', '=', action)
    for (const word of fold(text ?? '').split(/\s+/)) {
      if (word !== '') query = query.where(sql<boolean>`folded like ${`%${word.replace(/[!%_]/g, '!$&')}%`} escape '!'`)
    }
    return query
  }

  private async last(): Promise<number> {
    const { db } = this.options.database
    const found = await db
      .selectFrom('audit')
      .select((eb) => eb.fn.max('seq').as('seq'))
      .executeTakeFirst()
    return found?.seq ?? 0
  }

  /** Up to the last line there is when it begins: those that are written meanwhile are another look's. */
  async verify(): Promise<{ lines: number; broken: number | null }> {
    const end = await this.end()
    let before = FIRST
    let seq = 0
    while (seq < end.seq) {
      const rows = await this.rowsAfter(seq, end.seq)
      for (const row of rows) {
        if (row.seq !== seq + 1 || hashOf(toLine(row), before) !== row.hash) return { lines: seq, broken: seq + 1 }
        seq = row.seq
        before = row.hash
      }
      if (rows.length === 0) break
      await othersTurn()
    }
    const isWhole = seq === end.seq && before === end.hash && end.last === end.seq
    return { lines: seq, broken: isWhole ? null : seq + 1 }
  }

  /** What was noted of the last line, and which line is the last: of one moment, as others write. */
  private async end(): Promise<{ seq: number; hash: string; last: number }> {
    const found = await this.options.database.db
      .selectNoFrom((eb) => [
        eb.selectFrom('audit_head').select('seq').where('id', '=', 1).as('seq'),
        eb.selectFrom('audit_head').select('hash').where('id', '=', 1).as('hash'),
        eb
          .selectFrom('audit')
          .select((audit) => audit.fn.max('seq').as('last'))
          .as('last'),
      ])
      .executeTakeFirst()
    return { seq: found?.seq ?? 0, hash: found?.hash ?? FIRST, last: found?.last ?? 0 }
  }

  private rowsAfter(seq: number, until: number) {
    const query = this.options.database.db.selectFrom('audit').selectAll().where('seq', '>', seq)
    return query.where('seq', '<=', until).orderBy('seq').limit(BATCH).execute()
  }

  private async writeAll(): Promise<void> {
    this.isWriting = true
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, BATCH)
      try {
        const lines = await this.append(batch.map(({ entry }) => entry))
        for (const [index, { resolve }] of batch.entries()) resolve(lines[index] as AuditLine)
      } catch (error) {
        const why = new AuditError(`the audit log cannot be written: ${error instanceof Error ? error.message : error}`)
        for (const { reject } of batch) reject(why)
      }
    }
    this.isWriting = false
  }

  /** Taking the numbers first also takes the lock, so that two processes never chain to the same line. */
  private append(entries: readonly AuditEntry[]): Promise<AuditLine[]> {
    const { database, clock } = this.options
    return database.db.transaction().execute(async (tx) => {
      const head = await tx
        .insertInto('audit_head')
        .values({ id: 1, seq: entries.length, hash: FIRST })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((eb) => ({ seq: eb('audit_head.seq', '+', entries.length) })),
        )
        .returning(['seq', 'hash'])
        .executeTakeFirstOrThrow()
      let before = head.hash
      const lines = entries.map((entry, index) => {
        const line = { ...entry, seq: head.seq - entries.length + 1 + index, at: clock.now() }
        before = hashOf(line, before)
        return { ...line, hash: before }
      })
      await tx.insertInto('audit').values(lines.map(toRow)).execute()
      await tx.updateTable('audit_head').set({ hash: before }).where('id', '=', 1).execute()
      return lines
    })
  }
}

/** Between two pieces whoever else waits gets on. */
function othersTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
