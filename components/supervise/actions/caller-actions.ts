import { unreachable } from '@/lib/unreachable'
import type { CallerRow } from '../model/caller-row'
import { not, type Situation, type WhyNot, whyNoPhone, whyNotAtAll } from './why-not'

export const CALLER_ACTIONS = ['take', 'moveUp', 'priority', 'move', 'withdraw', 'hangUp'] as const
export type CallerAction = (typeof CALLER_ACTIONS)[number]

/** Why this cannot be done to a waiting caller; `null`: it can. */
export function whyNotCaller(action: CallerAction, { caller, queueName }: CallerRow, at: Situation): WhyNot | null {
  switch (action) {
    case 'take':
      return whyNotAtAll('caller.take', 'callers.take', queueName, at) ?? whyNoPhone(at, caller.pbx)
    case 'moveUp':
      return (
        whyNotAtAll('caller.moveUp', 'callers.move', queueName, at) ??
        (caller.position === 1 ? not('alreadyFirst') : null)
      )
    case 'priority':
      return whyNotAtAll('caller.priority', 'callers.move', queueName, at)
    case 'move':
      return whyNotMove(queueName, at)
    case 'withdraw':
      return whyNotAtAll('caller.withdraw', 'callers.end', queueName, at)
    case 'hangUp':
      return whyNotAtAll('caller.hangUp', 'callers.end', queueName, at)
    default:
      return unreachable(action)
  }
}

/** To a queue or to an extension: one of the two ways is enough to open the choice. */
function whyNotMove(queueName: string, at: Situation): WhyNot | null {
  const toQueue = whyNotAtAll('caller.moveToQueue', 'callers.move', queueName, at)
  return toQueue && whyNotAtAll('caller.moveToExtension', 'callers.move', queueName, at)
}
