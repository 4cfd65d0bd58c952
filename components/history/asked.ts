import type { KpiWindow } from '@/lib/domain/kpi'

/** Of which time and of whom history is asked. Moments in ms since 1970; `to` is left out. */
export type Asked = {
  span: { window: KpiWindow } | { from: number; to: number }
  /** Asterisk's names, or groups as `@group`; none: all that one sees. */
  queues: readonly string[]
  /** Interface of the agent who answered; `null`: whoever. */
  agent: string | null
}

/** As parameters of `/api/v1/visits`, `/explain`, `/reports` and their kin. */
export function askedParams({ span, queues, agent }: Asked): URLSearchParams {
  const params = new URLSearchParams()
  if ('window' in span) params.set('window', span.window)
  else {
    params.set('from', String(span.from))
    params.set('to', String(span.to))
  }
  if (queues.length > 0) params.set('queues', queues.join(','))
  if (agent !== null) params.set('agent', agent)
  return params
}
