import { expect, it, vi } from 'vitest'
import { DEMO_PBX, queueId } from '@/lib/domain/ids'
import { emptyLiveState } from '@/lib/domain/live-state'
import { aQueue } from '@/lib/domain/testing/records'
import { ReplayCache } from './replay-cache'

it('says of a recording of the demo that it is one, and of a PBX that it is none', () => {
  const cache = new ReplayCache()
  const heard = vi.fn()
  cache.subscribeStatus(heard)
  const own = aQueue('support')
  cache.show({ ...emptyLiveState(), queues: { [own.id]: own } })
  expect([cache.status().demo, heard.mock.calls.length]).toEqual([false, 0])
  const id = queueId(DEMO_PBX, 'support')
  cache.show({ ...emptyLiveState(), queues: { [id]: { ...own, id, pbx: DEMO_PBX } } })
  expect([cache.status().demo, heard.mock.calls.length]).toEqual([true, 1])
})
