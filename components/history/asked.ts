import type { KpiWindow } from '@/lib/domain/kpi'
import { joinNames } from '@/lib/protocol/name-list'
import { narrow, type Within } from './within'

/** Of which time and of whom history is asked. Moments in ms since 1970; `to` is left out. */
export type Asked = {
  span: { window: KpiWindow } | { from: number; to: number }
  /** Asterisk's names, or groups as `@group`; none: all that one sees. */
  queues: readonly string[]
  /** Interface of the agent who answered; `null`: whoever. */
  agent: string | null
  /** Left out: all of it. Only what stands behind a figure is asked for so. */
  within?: Within
}

/** As parameters of `/api/v1/visits`, `/explain`, `/reports` and their kin. */
export function askedParams({ span, queues, agent, within }: Asked): URLSearchParams {
  const params = new URLSearchParams()
  if ('window' in span) params.set('window', span.window)
  else {
    params.set('from', String(span.from))
    params.set('to', String(span.to))
  }
  if (queues.length > 0) params.set('queues', joinNames(queues))
  if (agent !== null) params.set('agent', agent)
  narrow(params, within)
  return params
}
