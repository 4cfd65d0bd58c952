import { addHandler, removeHandler } from './agents/membership'
import { pauseHandler, unpauseHandler } from './agents/pause'
import { penaltyHandler, ringInUseHandler } from './agents/traits'
import { hangUpCallerHandler, withdrawHandler } from './callers/end'
import { moveToExtensionHandler, moveToQueueHandler, takeHandler } from './callers/move'
import { moveUpHandler, priorityHandler } from './callers/priority'
import { reloadHandler, resetHandler } from './queues/queue-handlers'

/** What is done to agents, waiting callers and queues. */
export const queueHandlers = {
  'agent.pause': pauseHandler,
  'agent.unpause': unpauseHandler,
  'agent.add': addHandler,
  'agent.remove': removeHandler,
  'agent.penalty': penaltyHandler,
  'agent.ringInUse': ringInUseHandler,
  'caller.moveUp': moveUpHandler,
  'caller.priority': priorityHandler,
  'caller.moveToQueue': moveToQueueHandler,
  'caller.moveToExtension': moveToExtensionHandler,
  'caller.take': takeHandler,
  'caller.withdraw': withdrawHandler,
  'caller.hangUp': hangUpCallerHandler,
  'queue.reset': resetHandler,
  'queue.reload': reloadHandler,
} as const
