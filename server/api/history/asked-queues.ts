import { inScope, type QueueScope } from '@/lib/domain/rights'
import type { ReadTables } from '@/server/store/types'

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
