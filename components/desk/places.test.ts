import { expect, test } from 'vitest'
import { PERMISSIONS_OF_ROLE, type Role } from '@/lib/domain/rights'
import { placesOf } from './places'

const placesOfRole = (role: Role, ...more: string[]) => {
  const permissions = Object.fromEntries([...PERMISSIONS_OF_ROLE[role], ...more].map((name) => [name, null]))
  return placesOf({ role, permissions }).map(({ href }) => href)
}

test('each role is led to what it may open, and to nothing else', () => {
  expect(placesOfRole('admin')).toEqual([
    '/supervise',
    '/me',
    '/phones',
    '/lost',
    '/history',
    '/wall',
    '/admin',
    '/account',
  ])
  expect(placesOfRole('supervisor')).toEqual(['/supervise', '/me', '/phones', '/lost', '/history', '/wall', '/account'])
  expect(placesOfRole('agent')).toEqual(['/me', '/phones', '/lost', '/wall', '/account'])
  expect(placesOfRole('display')).toEqual(['/phones', '/wall', '/account'])
})

test('an agent whom a queue was entrusted is led to the supervisor’s desk', () => {
  expect(placesOfRole('agent', 'agents.pause')[0]).toBe('/supervise')
})

test('who may read the audit log alone is led there', () => {
  expect(placesOfRole('supervisor', 'audit.read')).toContain('/admin/audit')
})
