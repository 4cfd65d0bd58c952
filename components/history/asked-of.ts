import type { Asked } from './asked'
import type { Opened } from './history-view'

/** What is asked for where a figure was opened of one queue, one agent, one piece of the time, or a part of the visits. */
export function askedOf(asked: Asked, of: Opened['of']): Asked {
  if (of === null) return asked
  if ('queue' in of) return { ...asked, queues: [of.queue] }
  if ('agent' in of) return { ...asked, agent: of.agent }
  return 'from' in of ? { ...asked, span: of } : { ...asked, within: of }
}
