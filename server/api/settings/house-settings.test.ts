import { expect, it } from 'vitest'
import { houseSettingsSchema } from '@/lib/protocol/house-settings'
import { SETTINGS } from '@/server/commands/testing/house'
import { houseSettingsFor } from './house-settings'

const queueGroups = { phones: ['support', 'sales'], night: ['night'] }

it('tells who sees all of every group, and nothing of how the house dials', () => {
  const told = houseSettingsFor({ ...SETTINGS, queueGroups }, { queues: null })
  expect(houseSettingsSchema.strict().parse(told)).toEqual({
    pauseReasons: [{ name: 'lunch', limitSeconds: 1800 }],
    freePauseReason: true,
    queueGroups,
  })
})

it('tells nobody of queues, or of groups of them, that they may not see', () => {
  const told = houseSettingsFor({ ...SETTINGS, queueGroups }, { queues: ['SALES'] })
  expect(told.queueGroups).toEqual({ phones: ['sales'] })
})
