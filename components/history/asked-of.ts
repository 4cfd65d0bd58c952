import type { Asked } from './asked'
import type { Opened } from './history-view'

/** What is asked for where a figure was opened of one queue, one agent, or one piece of the time. */
export function askedOf(asked: Asked, of: Opened['of']): Asked {
  if (of === null) return asked
  if ('queue' in of) return { ...asked, queues: [of.queue] }
  return 'agent' in of ? { ...asked, agent: of.agent } : { ...asked, span: of }
}
