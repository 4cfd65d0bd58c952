import type { Database } from '@/server/db/types'

/** When nothing was seen of a PBX, both in ms since 1970. */
export type Gap = { from: number; to: number }

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
    const row = { id: `${this.pbx}|${from}`, pbx: this.pbx, from_at: from, to_at: to }
    await this.database.db
      .insertInto('gaps')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ to_at: to }))
      .execute()
  }

  private get openId(): string {
    return `${this.pbx}|open`
  }
}

/** Gaps that touch a range, of all PBXs or one, in their order. */
export async function gapsIn(database: Database, range: Gap, pbx?: string): Promise<(Gap & { pbx: string })[]> {
  let gaps = database.db
    .selectFrom('gaps')
    .select(['pbx', 'from_at', 'to_at'])
    .where('to_at', '>', range.from)
    .where('from_at', '<', range.to)
  if (pbx !== undefined) gaps = gaps.where('pbx', '=', pbx)
  const rows = await gaps.orderBy('from_at').execute()
  return rows.map((row) => ({ pbx: row.pbx, from: row.from_at, to: row.to_at ?? row.from_at }))
}
