import { expect, it } from 'vitest'
import type { QueueSettings } from '@/lib/domain/queue'
import { withThresholds } from './thresholds'

const limits = {
  ...{ waitWarning: 60, waitCritical: 120, waitingWarning: null, waitingCritical: null },
  ...{ levelWarning: null, levelCritical: null },
}
const base = (label: string): QueueSettings => ({ label, limits, wrapUpSeconds: 0 })
const settings = withThresholds({
  base,
  isFixed: (queue) => queue === 'fixed',
  thresholds: () => ({ support: { waitWarning: 90, levelWarning: null }, fixed: { waitWarning: 1 } }),
})

it('sets the limits that an administrator named and leaves the others', () => {
  expect(settings('support').limits).toEqual({ ...limits, waitWarning: 90 })
})

it('leaves queues that the file fixes, that nobody named, and whose name is a method of every object', () => {
  for (const queue of ['fixed', 'sales', 'toString']) expect(settings(queue)).toEqual(base(queue))
})
