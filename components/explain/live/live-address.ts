import { joinNames } from '@/lib/protocol/name-list'
import type { ExplainedNow } from '../explain-store'

/** Where the server tells who is in a figure of this moment. */
export const LIVE_PATH = '/api/v1/explain/live'

export function paramsOf({ live, queues, everywhere }: ExplainedNow): URLSearchParams {
  const params = new URLSearchParams({ figure: live })
  if (queues.length > 0) params.set('queues', joinNames(queues))
  if (everywhere) params.set('everywhere', 'true')
  return params
}
