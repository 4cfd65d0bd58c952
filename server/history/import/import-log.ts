import type { Stretch } from '@/lib/domain/gap'
import type { PbxName } from '@/lib/domain/ids'
import type { Visit } from '@/lib/domain/visit'
import type { Database } from '@/server/db/types'
import { reckonGapCalls } from '../visits/gap-calls'
import { rowOf, type VisitRow } from '../visits/visit-rows'
import { keepFilled } from './filled'
import { readLogLine } from './log-line'
import { LogVisits } from './log-visits'

/** The log has whole seconds, events microseconds, and the two are written one after the other. */
const SAME_ENTRY_MS = 2_500
const AT_ONCE = 200

/** What became of a file: visits added, visits of ours completed, visits that were there already, lines not understood. */
export type Imported = { added: number; completed: number; known: number; unreadable: number }

/**
 * Brings visits of a queue_log into the database: what is missing is added, what ended unseen gets its end. What we saw
 * ourselves stays. Of which time it told is kept, and gaps in that time count as seen. The same file again adds nothing.
 */
export class LogImport {
  private readonly log: LogVisits
  private visits: Visit[] = []
  private readonly spans: Stretch[] = []

  constructor(
    private readonly database: Database,
    private readonly pbx: PbxName,
  ) {
    this.log = new LogVisits(pbx, (visit) => this.visits.push(visit))
  }

  /** One file; rotated ones in their order. */
  async add(lines: AsyncIterable<string>): Promise<Imported> {
    const counts: Imported = { added: 0, completed: 0, known: 0, unreadable: 0 }
    this.log.begin()
    for await (const text of lines) {
      if (text.trim() === '') continue
      const line = readLogLine(text)
      if (line === null) counts.unreadable += 1
      else this.log.take(line)
      if (this.visits.length >= AT_ONCE) await this.keep(counts)
    }
    await this.keep(counts)
    if (this.log.told !== null) this.spans.push(this.log.told)
    return counts
  }

  /** All files were read. */
  async end(): Promise<void> {
    const { database, pbx, log } = this
    for (const { from, to } of this.spans) {
      const until = log.unfinished.reduce((least, at) => (at >= from ? Math.min(least, at) : least), to)
      await keepFilled(database, pbx, { from: Math.min(from, until), to: until })
      await reckonGapCalls(database, pbx, { from: Math.min(from, until), to })
    }
  }

  private async keep(counts: Imported): Promise<void> {
    await keep(this.database, this.visits, counts)
    this.visits = []
  }
}

/** One file alone. */
export async function importLog(database: Database, pbx: PbxName, lines: AsyncIterable<string>): Promise<Imported> {
  const log = new LogImport(database, pbx)
  const counts = await log.add(lines)
  await log.end()
  return counts
}

async function keep(database: Database, visits: readonly Visit[], counts: Imported): Promise<void> {
  if (visits.length === 0) return
  await database.db.transaction().execute(async (db) => {
    const uniqueids = [...new Set(visits.map(({ uniqueid }) => uniqueid))]
    const known = await db.selectFrom('visits').selectAll().where('uniqueid', 'in', uniqueids).execute()
    for (const visit of visits) {
      const ours = closestTo(visit, known)
      if (ours) known.splice(known.indexOf(ours), 1)
      if (!ours) {
        await db
          .insertInto('visits')
          .values({ ...rowOf(visit), known_from: 'log' })
          .execute()
        counts.added += 1
      } else if (ours.ending === 'unknown' && visit.ending !== 'unknown') {
        const { id: _, entered_at: _entered, is_partly_unseen: _unseen, ...ended } = rowOf(visit)
        await db
          .updateTable('visits')
          .set({ ...ended, name: ours.name, known_from: 'completed' })
          .where('id', '=', ours.id)
          .execute()
        counts.completed += 1
      } else if (isEndOfTalkUnseen(ours) && visit.endedBy !== null) {
        const { talk_ended_at, ended_by, transferred_to } = rowOf(visit)
        await db
          .updateTable('visits')
          .set({ talk_ended_at, ended_by, transferred_to, known_from: 'completed' })
          .where('id', '=', ours.id)
          .execute()
        counts.completed += 1
      } else counts.known += 1
    }
  })
}

/** It ended in a gap, and was taken to have ended when that began. */
function isEndOfTalkUnseen({ ending, talk_ended_at, ended_by, is_partly_unseen }: VisitRow): boolean {
  return ending === 'answered' && talk_ended_at !== null && ended_by === null && is_partly_unseen === 1
}

/** Who came back at once has two visits of nearly the same moment. */
function closestTo(visit: Visit, rows: readonly VisitRow[]): VisitRow | undefined {
  const distance = (row: VisitRow) => Math.abs(row.entered_at - visit.enteredAt)
  return rows.filter((row) => isSame(row, visit)).sort((one, other) => distance(one) - distance(other))[0]
}

function isSame(row: VisitRow, visit: Visit): boolean {
  const { pbx, uniqueid, queue, enteredAt } = visit
  const isThere = row.pbx === pbx && row.uniqueid === uniqueid && row.queue === queue
  return isThere && Math.abs(row.entered_at - enteredAt) <= SAME_ENTRY_MS
}
