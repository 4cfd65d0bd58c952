import * as z from 'zod'
import type { Stretch } from '@/lib/domain/gap'
import type { PbxName } from '@/lib/domain/ids'
import type { Database } from '@/server/db/types'
import type { VisitRow } from '../visits/visit-rows'
import type { AgentNames } from './agent-names'

const AT_ONCE = 500
const DAY_MS = 86_400_000

/** A ring as the log told of it: `logged` is its own word for the agent, where another stands in its place. */
const loggedRings = z.array(z.looseObject({ interface: z.string(), logged: z.string().optional() }))

type Answered = Pick<VisitRow, 'agent' | 'agent_name' | 'rings'>

/**
 * What a log tells of agents by name, told by their interfaces as far as it is known whose the names are. The log's own
 * word is kept, so that it may be told otherwise once more is known.
 */
export function joined(row: Answered, names: AgentNames): Answered {
  const interfaceOf = (logged: string) => names.interfaceOf(logged) ?? logged
  const rings = loggedRings.parse(JSON.parse(row.rings)).map(({ logged: known, ...ring }) => {
    const logged = known ?? ring.interface
    const iface = interfaceOf(logged)
    return { ...ring, interface: iface, ...(iface !== logged && { logged }) }
  })
  return {
    agent: row.agent === null ? null : interfaceOf(row.agent_name ?? row.agent),
    agent_name: row.agent_name,
    rings: JSON.stringify(rings),
  }
}

/** Tells the agents of visits that were read in a log before anew, by what is known of them now. Returns of how many visits. */
export async function joinAgents(
  database: Database,
  pbx: PbxName,
  names: AgentNames,
  told: readonly Stretch[],
): Promise<number> {
  let changed = 0
  for (const { from, to } of told) {
    // Who still talked when a log ended is told of by the next one.
    let place = { at: from - DAY_MS, id: '' }
    for (;;) {
      const rows = await rowsAfter(database, pbx, place, to)
      const others = rows.flatMap((row) => {
        const now = joined(row, names)
        return now.agent === row.agent && now.rings === row.rings ? [] : { id: row.id, ...now }
      })
      if (others.length > 0) await rewrite(database, others)
      changed += others.length
      const last = rows.at(-1)
      if (last === undefined || last.left_at === null || rows.length < AT_ONCE) break
      place = { at: last.left_at, id: last.id }
    }
  }
  return changed
}

function rowsAfter({ db }: Database, pbx: PbxName, { at, id }: { at: number; id: string }, to: number) {
  return db
    .selectFrom('visits')
    .select(['id', 'left_at', 'agent', 'agent_name', 'rings'])
    .where('left_at', '>=', at)
    .where('left_at', '<=', to)
    .where(({ eb, or, and }) => or([eb('left_at', '>', at), and([eb('left_at', '=', at), eb('id', '>', id)])]))
    .where('pbx', '=', pbx)
    .where('known_from', '=', 'log')
    .orderBy('left_at')
    .orderBy('id')
    .limit(AT_ONCE)
    .execute()
}

async function rewrite({ db }: Database, rows: readonly (Answered & { id: string })[]): Promise<void> {
  await db.transaction().execute(async (one) => {
    for (const { id, agent, rings } of rows) {
      await one.updateTable('visits').set({ agent, rings }).where('id', '=', id).execute()
    }
  })
}
