import { expect, test } from 'vitest'
import { PERMISSIONS } from '@/lib/domain/rights'
import { accountRights } from './rights'
import { limitToScopes } from './scopes'

const all = accountRights({ role: 'admin', queues: ['support'], numbers: null, overrides: [] }, {})
const left = (...scopes: ('read' | 'dial' | 'act' | 'admin')[]) => Object.keys(limitToScopes(all, scopes).permissions)

test('a token keeps those of the rights that its scopes name, in the same queues', () => {
  expect(left('read')).toEqual([
    'phones.see',
    'parking.see',
    'conferences.see',
    'mailboxes.see',
    'trunks.see',
    'history.see',
    'replay.see',
    'lost.handle',
  ])
  expect(left('dial')).toEqual(['dial'])
  expect(left('admin').sort()).toEqual(['admin', 'audit.read', 'console'])
  expect(left('read', 'dial', 'act', 'admin').sort()).toEqual([...PERMISSIONS].sort())
  expect(limitToScopes(all, ['act']).permissions['calls.listen']).toEqual(['support'])
})

test('scopes give nothing that the account has not', () => {
  const agent = accountRights({ role: 'agent', queues: null, numbers: null, overrides: [] }, {})
  expect(limitToScopes(agent, ['act', 'admin']).permissions['calls.listen']).toBeUndefined()
  expect(limitToScopes(agent, null)).toBe(agent)
})
