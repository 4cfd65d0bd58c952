import { endpointOfInterface } from '@/lib/domain/endpoint'
import type { ReadTables } from '@/server/store/types'
import type { Previous } from './history'

/** The last visit with the queue's label and the agent's name, as people know them. */
export function named(previous: Previous, pbx: string, tables: Pick<ReadTables, 'queues' | 'members'>): Previous {
  const { last } = previous
  if (last === null) return previous
  const queue = [...tables.queues.values()].find((one) => one.pbx === pbx && one.name === last.queue)
  const agent = [...tables.members.values()].find(
    (member) => member.pbx === pbx && endpointOfInterface(member.interface) === last.agent,
  )
  return { ...previous, last: { ...last, queue: queue?.label ?? last.queue, agent: agent?.name ?? last.agent } }
}
