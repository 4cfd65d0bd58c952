import { expect, it } from 'vitest'
import { accountOf } from './account'

const target = { host: 'pbx.test', port: 5038, username: 'callboard', secret: 'top-secret' }

it.each([
  [target, { port: 5038, isTls: false, isHttp: false, http: 'http://pbx.test:8088/rawman' }],
  [
    { ...target, port: 5039, tls: {} },
    { port: 5039, isTls: true, http: 'http://pbx.test:8088/rawman' },
  ],
  [
    { ...target, host: 'fd00::1' },
    { host: 'fd00::1', http: 'http://[fd00::1]:8088/rawman' },
  ],
  [
    { ...target, port: 8089, tls: {}, http: { path: '/asterisk/amxml', way: 'amxml' as const } },
    { port: 5039, isTls: true, isHttp: true, http: 'https://pbx.test:8089/asterisk/rawman' },
  ],
])('code elsewhere reaches the PBX, by whichever way we do (%#)', (connection, account) => {
  expect(accountOf(connection)).toMatchObject({ username: 'callboard', ...account })
  expect(JSON.stringify(accountOf(connection))).not.toContain('top-secret')
})
