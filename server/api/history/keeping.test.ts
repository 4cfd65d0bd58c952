import { expect, test } from 'vitest'
import { keepingSchema } from '@/lib/protocol/keeping'
import type { Database } from '@/server/db/types'
import { together } from '@/server/history/writer-state'
import { faultOf } from './keeping'
import { historyApi } from './testing/history-api'

const FULL = { waiting: 312, lost: 0, failingSince: 1_000, error: 'database or disk is full: /var/lib/callboard.db' }
const LOCKED = { waiting: 3, lost: 1, failingSince: 2_000, error: 'database is locked' }
const WELL = { visits: together(), agentTimes: together(), calls: together(), replay: together() }

test('whoever reads figures is told since when they are not kept, why, and how many wait; no path of the machine', async () => {
  const api = historyApi({} as Database, {
    role: 'supervisor',
    deps: { writing: () => ({ ...WELL, visits: FULL, replay: LOCKED }) },
  })
  const answer = await (await api.request('/api/v1/keeping')).json()
  expect(keepingSchema.parse(answer)).toEqual({
    visits: { failingSince: 1_000, why: 'full', waiting: 312, lost: 0 },
    agentTimes: { failingSince: null, why: null, waiting: 0, lost: 0 },
    calls: { failingSince: null, why: null, waiting: 0, lost: 0 },
    replay: { failingSince: 2_000, why: 'locked', waiting: 3, lost: 1 },
  })
  expect(JSON.stringify(answer)).not.toContain('callboard.db')
})

test('that all is well is told, too', async () => {
  const api = historyApi({} as Database, { role: 'supervisor' })
  expect(await (await api.request('/api/v1/keeping')).json()).toMatchObject({
    ...{
      visits: { failingSince: null, why: null },
      agentTimes: { failingSince: null },
      calls: { failingSince: null },
      replay: { failingSince: null },
    },
  })
})

test.each([
  ['ENOSPC: no space left on device, write', 'full'],
  ['could not extend file "base/1": No space left on device', 'full'],
  ['database is locked', 'locked'],
  ['connect ECONNREFUSED 127.0.0.1:5432', 'away'],
  ['terminating connection due to administrator command', 'away'],
  ['attempt to write a readonly database', 'other'],
])('“%s” is told as %s', (error, why) => {
  expect(faultOf(error)).toBe(why)
})
