import type { RecentRow } from '@/server/history/recent-rows'

/** A call that ended, as it is remembered. */
export function aRecentCall(fields: Partial<RecentRow> = {}): RecentRow {
  return {
    ...{ pbx: 'pbx', uniqueid: '1.1', started_at: 0, ended_at: 60_000, direction: 'in', number: '+491701234567' },
    ...{ number_key: '701234567', name: 'Tom Orlov', queue: 'support', agent: 'PJSIP/101', wait_ms: 5_000 },
    ...{ talk_ms: 50_000, outcome: 'answered' },
    ...fields,
  }
}
