import { sql, type Transaction } from 'kysely'
import { DEMO_PBX } from '@/lib/domain/ids'
import type { Tables } from '@/server/db/tables'
import type { Database } from '@/server/db/types'

const TABLES = [
  ...(['visits', 'turned_away', 'agent_spans', 'gaps', 'queue_counters', 'gap_calls', 'filled'] as const),
  ...(['recent_calls', 'replay_marks'] as const),
]

/** A run is named by its PBX, when it began, and by chance (`replay-recorder.ts`); a PBX may be called `demo-2`. */
const DEMO_RUN = new RegExp(`^${DEMO_PBX}-\\d+-[0-9a-f]+$`)

/**
 * Takes all that a demo left out of a database that a real PBX is to have: reports are by queue, and two may have the same
 * name. Accounts and settings stay.
 */
export async function forgetDemo({ db, patiently }: Database): Promise<void> {
  // Its days and the moment at which it was last watched stand there: to find no visit of it, a year's would all be read.
  const seen = await db.selectFrom('gaps').select('id').where('pbx', '=', DEMO_PBX).limit(1).executeTakeFirst()
  if (seen !== undefined) await patiently((all) => all.transaction().execute(takeOut))
}

async function takeOut(trx: Transaction<Tables>): Promise<void> {
  const numbers = trx.selectFrom('visits').select('number_key').where('pbx', '=', DEMO_PBX)
  await trx
    .deleteFrom('lost_marks')
    .where(({ eb, or }) => or([eb('number_key', 'in', numbers), eb('call', 'like', `${DEMO_PBX}|%`)]))
    .execute()
  for (const table of TABLES) await trx.deleteFrom(table).where(sql.ref('pbx'), '=', DEMO_PBX).execute()
  const runs = await trx.selectFrom('replay_chunks').select('run').distinct().execute()
  const own = runs.flatMap(({ run }) => (DEMO_RUN.test(run) ? run : []))
  if (own.length > 0) await trx.deleteFrom('replay_chunks').where('run', 'in', own).execute()
}
