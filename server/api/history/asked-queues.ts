import { inScope, type QueueScope } from '@/lib/domain/rights'
import type { ReadTables } from '@/server/store/types'
import type { HistoryDeps } from './deps'

/** Queues asked for with each `@group` replaced by its queues, of which a group that is no more has none; `undefined`: all. */
export function withoutGroups(
  asked: readonly string[] | undefined,
  { queueGroups }: Pick<HistoryDeps, 'queueGroups'>,
): readonly string[] | undefined {
  const groups = queueGroups()
  const queuesOf = (group: string) => (Object.hasOwn(groups, group) ? (groups[group] ?? []) : [])
  return asked?.flatMap((name) => (name.startsWith('@') ? queuesOf(name.slice(1)) : [name]))
}

/** Names of queues in Asterisk, as far as one may see them, of those asked for by name or label; `null`: all. */
export function queuesFor(
  scope: QueueScope,
  asked: readonly string[] | undefined,
  tables: Pick<ReadTables, 'queues'>,
): readonly string[] | null {
  if (asked === undefined) return scope === null ? null : namesIn(tables, (name) => inScope(scope, name), scope)
  const wanted = new Set(asked.map((word) => word.toLowerCase()))
  const isAsked = (name: string, label: string) => wanted.has(name.toLowerCase()) || wanted.has(label.toLowerCase())
  // A queue that is no more still has its past.
  const past = asked.filter((name) => inScope(scope, name))
  return namesIn(tables, (name, label) => inScope(scope, name) && isAsked(name, label), past)
}

function namesIn(
  { queues }: Pick<ReadTables, 'queues'>,
  takes: (name: string, label: string) => boolean,
  besides: readonly string[],
): readonly string[] {
  const names = [...queues.values()].filter(({ name, label }) => takes(name, label)).map(({ name }) => name)
  return [...new Set([...names, ...besides])]
}
