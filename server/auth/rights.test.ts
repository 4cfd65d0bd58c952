import { describe, expect, test } from 'vitest'
import { may, mayIn, PERMISSIONS, PERMISSIONS_OF_ROLE, QUEUE_PERMISSIONS, ROLES } from '@/lib/domain/rights'
import { accountRights, type GivenRights, publicRights } from './rights'

const given = (change: Partial<GivenRights> = {}): GivenRights => ({
  role: 'supervisor',
  queues: null,
  numbers: null,
  overrides: [],
  ...change,
})
const groups = { sales: ['sales-de', 'sales-en'], empty: [] }

describe('rights of an account', () => {
  test.each(ROLES)('are those of its role: %s', (role) => {
    const { permissions } = accountRights(given({ role }), {})
    expect(Object.keys(permissions).sort()).toEqual([...PERMISSIONS_OF_ROLE[role]].sort())
  })

  test('reach over all queues unless some are named', () => {
    const rights = accountRights(given({ queues: ['support'] }), groups)
    expect(rights.queues).toEqual(['support'])
    for (const permission of QUEUE_PERMISSIONS) {
      expect(mayIn(rights, permission, 'SUPPORT')).toBe(true)
      expect(mayIn(rights, permission, 'billing')).toBe(false)
      expect(mayIn(rights, permission, null)).toBe(false)
    }
    expect(rights.permissions.dial).toBeNull()
  })

  test('resolve groups, name each queue once, whatever its case', () => {
    const { queues } = accountRights(given({ queues: ['@sales', 'SALES-DE', 'support'] }), groups)
    expect(queues?.map((name) => name.toLowerCase())).toEqual(['sales-de', 'sales-en', 'support'])
  })

  test.each(['@gone', '@empty', '@__proto__', '@constructor'])(
    'of %s alone reach no queue, rather than all',
    (name) => {
      const rights = accountRights(given({ queues: [name] }), groups)
      expect(rights.queues).toEqual([])
      expect(mayIn(rights, 'agents.pause', 'support')).toBe(false)
    },
  )

  test('no queue at all is not all queues', () => {
    expect(accountRights(given({ queues: [] }), groups).queues).toEqual([])
  })

  test.each(PERMISSIONS)('lose %s by an override', (permission) => {
    const overrides = [{ permission, allowed: false, queues: null }]
    expect(may(accountRights(given({ role: 'admin', overrides }), {}), permission)).toBe(false)
  })

  test.each(PERMISSIONS)('gain %s by an override', (permission) => {
    const overrides = [{ permission, allowed: true, queues: null }]
    expect(may(accountRights(given({ role: 'display', overrides }), {}), permission)).toBe(true)
  })

  test('are narrowed by an override, and never reach beyond the queues one sees', () => {
    const overrides = [{ permission: 'calls.listen' as const, allowed: true, queues: ['@sales', 'support'] }]
    const rights = accountRights(given({ role: 'agent', queues: ['Support', 'billing'], overrides }), groups)
    expect(rights.permissions['calls.listen']).toEqual(['Support'])
    expect(mayIn(rights, 'calls.listen', 'sales-de')).toBe(false)
  })

  test('of a house permission know no queues', () => {
    const overrides = [{ permission: 'audit.read' as const, allowed: true, queues: ['support'] }]
    expect(accountRights(given({ overrides }), {}).permissions['audit.read']).toBeNull()
  })

  test('show numbers by role, unless the account says otherwise', () => {
    expect(accountRights(given({ role: 'agent' }), {}).numbers).toBe('own')
    expect(accountRights(given({ role: 'agent', numbers: 'none' }), {}).numbers).toBe('none')
  })
})

test('the public of an open wall may do nothing, and sees the queues that it is shown', () => {
  expect(publicRights(['@sales'], 'none', groups, [])).toEqual({
    role: 'display',
    queues: ['sales-de', 'sales-en'],
    numbers: 'none',
    permissions: {},
  })
  expect(publicRights(null, 'none', groups, ['trunks']).permissions).toEqual({ 'trunks.see': null })
})
