import { type AgentSpan, SPAN_STATES, type SpanState } from '@/lib/domain/time-line'
import type { Tables } from '@/server/db/tables'
import type { Database } from '@/server/db/types'
import { Upserts } from '../upserts'
import type { ToldSpan } from './agent-follower'

export type SpanRow = Tables['agent_spans']

const STATES: ReadonlySet<string> = new Set(SPAN_STATES)

export function rowOf({ pbx, queue, interface: iface, name, state, reason, from, to }: ToldSpan): SpanRow {
  return { queue, from_at: from, interface: iface, pbx, name, state, reason, to_at: to }
}

export function keyOf({ queue, from_at, interface: iface, pbx }: SpanRow): string {
  return `${pbx}|${queue}|${iface}|${from_at}`
}

/** One that goes on has come as far as `until`. Throws when the row holds what no version of ours wrote. */
export function spanOf({ state, reason, from_at, to_at }: Omit<SpanRow, 'queue'>, until: number): AgentSpan {
  if (!isState(state)) throw new Error(`no state of an agent: ${state}`)
  return { state, reason, from: from_at, to: to_at ?? Math.max(from_at, until) }
}

function isState(text: string): text is SpanState {
  return STATES.has(text)
}

const UPSERTS = new Upserts<SpanRow>((db, rows) =>
  db
    .insertInto('agent_spans')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.columns(['queue', 'from_at', 'interface', 'pbx']).doUpdateSet(({ ref }) => ({
        ...{ name: ref('excluded.name'), state: ref('excluded.state'), reason: ref('excluded.reason') },
        to_at: ref('excluded.to_at'),
      })),
    ),
)

/** Writes spans down, each in place of an earlier word on it. */
export function upsertSpans(database: Database, rows: readonly SpanRow[]): Promise<void> {
  return UPSERTS.write(database, rows)
}

/** Ends at `at`, or where they began, what an earlier process left open: what came after, nobody saw. */
export async function endSpans({ db }: Database, pbx: string, at: number, begunBefore: number): Promise<void> {
  await db
    .updateTable('agent_spans')
    .set(({ eb, ref }) => ({ to_at: eb.case().when('from_at', '>', at).then(ref('from_at')).else(at).end() }))
    .where('to_at', 'is', null)
    .where('pbx', '=', pbx)
    .where('from_at', '<', begunBefore)
    .execute()
}
