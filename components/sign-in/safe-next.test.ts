import { expect, test } from 'vitest'
import { safeNext } from './safe-next'

test.each([
  ['/me', '/me'],
  ['/supervise?queues=support#x', '/supervise?queues=support#x'],
  ['/dial?to=%2B49', '/dial?to=%2B49'],
])('%s is a page of ours', (next, path) => {
  expect(safeNext(next)).toBe(path)
})

test.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/.//evil.example',
  '/sign-in?next=/me',
  '/api/v1/session',
  'me',
  '',
  null,
])('%j leads nowhere', (next) => {
  expect(safeNext(next)).toBeNull()
})
