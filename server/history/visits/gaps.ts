import { BEGINNING, type Gap as FilledGap, type Stretch as Gap, united } from '@/lib/domain/gap'
import type { Database } from '@/server/db/types'

export type { Gap }

export function gapId(pbx: string, { from }: Pick<Gap, 'from'>): string {
  return `${pbx}|${from}`
}

/** The gaps of one PBX, and the moment up to which it was last watched, which outlives a kill. */
export class Gaps {
  constructor(
    private readonly database: Database,
    private readonly pbx: string,
  ) {}

  /** Up to when this PBX was watched, by this process or an earlier one; `null`: never. */
  async watchedUntil(): Promise<number | null> {
    const row = await this.database.db
      .selectFrom('gaps')
      .select('from_at')
      .where('id', '=', this.openId)
      .executeTakeFirst()
    return row?.from_at ?? null
  }

  /** It was watched until now: should nobody write more, a gap begins here. */
  async watched(at: number): Promise<void> {
    const { db } = this.database
    const row = { id: this.openId, pbx: this.pbx, from_at: at, to_at: null }
    await db
      .insertInto('gaps')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ from_at: at }))
      .execute()
  }

  async add({ from, to }: Gap): Promise<void> {
    const row = { id: gapId(this.pbx, { from }), pbx: this.pbx, from_at: from, to_at: to }
    await this.database.db
      .insertInto('gaps')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ to_at: to }))
      .execute()
  }

  /** Keeps from when on there are records of this PBX, where an earlier version of ours has watched it and kept none of that. */
  async keepBeginning(): Promise<void> {
    const { db } = this.database
    const own = db.selectFrom('gaps').where('pbx', '=', this.pbx)
    if (await own.select('id').where('from_at', '=', BEGINNING).executeTakeFirst()) return
    const gap = await own.select('from_at as at').orderBy('from_at').limit(1).executeTakeFirst()
    const visit = await db
      .selectFrom('visits')
      .select('entered_at as at')
      .where('pbx', '=', this.pbx)
      .where('known_from', 'is', null)
      .orderBy('left_at')
      .limit(1)
      .executeTakeFirst()
    const seen = [gap, visit].flatMap((one) => one?.at ?? [])
    if (seen.length > 0) await this.add({ from: BEGINNING, to: Math.min(...seen) })
  }

  private get openId(): string {
    return `${this.pbx}|open`
  }
}

/** Gaps that touch a range, of all PBXs or one, in their order, with what Asterisk's log filled of them. */
export async function gapsIn({ db }: Database, range: Gap, pbx?: string): Promise<(FilledGap & { pbx: string })[]> {
  let gaps = db
    .selectFrom('gaps')
    .select(['pbx', 'from_at', 'to_at'])
    .where('to_at', '>', range.from)
    .where('from_at', '<', range.to)
  if (pbx !== undefined) gaps = gaps.where('pbx', '=', pbx)
  const rows = await gaps.orderBy('from_at').execute()
  const found = rows.map((row) => ({ pbx: row.pbx, from: row.from_at, to: row.to_at ?? row.from_at }))
  return filledOut({ db }, found, range)
}

/** What Asterisk's log filled of gaps, in the order of their beginnings; what is left of them within a range. */
export async function filledOut(
  { db }: Pick<Database, 'db'>,
  found: readonly (Gap & { pbx: string })[],
  range: Gap,
): Promise<(FilledGap & { pbx: string })[]> {
  const [first] = found
  if (first === undefined) return []
  const until = Math.max(...found.map(({ to }) => to))
  const told = await db
    .selectFrom('filled')
    .select(['pbx', 'from_at', 'to_at'])
    .where('to_at', '>', first.from)
    .where('from_at', '<', until)
    .execute()
  return found
    .flatMap((gap) => apart({ ...gap, filled: partsOf(gap, told) }))
    .filter(({ from, to }) => to > range.from && from < range.to)
}

/** Records begin where a log told of something before us; what it left out since then is a gap like others. */
function apart<T extends FilledGap>(gap: T): T[] {
  const [first] = gap.filled
  if (gap.from !== BEGINNING || first === undefined) return [gap]
  return [
    { ...gap, to: first.from, filled: [] },
    { ...gap, from: first.from },
  ]
}

type Told = { pbx: string; from_at: number; to_at: number }

function partsOf({ pbx, from, to }: Gap & { pbx: string }, told: readonly Told[]): Gap[] {
  const own = told.filter((one) => one.pbx === pbx)
  const parts = own.map((one) => ({ from: Math.max(from, one.from_at), to: Math.min(to, one.to_at) }))
  return united(parts.filter((part) => part.from < part.to))
}
