import { describe, expect, it } from 'vitest'
import { problems, read } from './testing/read'

describe('the address of AMI', () => {
  const login = { AMI_USERNAME: 'board', AMI_SECRET: 's3cret' }
  const at = (ami: string) => read({ ...login, AMI_URL: ami }).pbx

  it('names host, port and transport in one', () => {
    expect(at('tcp://pbx.example.net')).toMatchObject({
      host: 'pbx.example.net',
      port: 5038,
      transport: 'tcp',
      http: null,
    })
    expect(at('tls://10.0.0.1:15039/')).toMatchObject({ host: '10.0.0.1', port: 15_039, transport: 'tls', http: null })
    expect(at('tcp://[::1]:5038')).toMatchObject({ host: '::1' })
  })

  it('names AMI over HTTP by its last part, whatever stands before that', () => {
    const rawman = { path: '/asterisk/rawman', way: 'rawman' }
    expect(at('http://pbx:8088/asterisk/rawman')).toMatchObject({ port: 8088, transport: 'tcp', http: rawman })
    expect(at('https://pbx/amxml')).toMatchObject({
      port: 443,
      transport: 'tls',
      http: { path: '/amxml', way: 'amxml' },
    })
    for (const way of ['mxml', 'arawman']) expect(at(`http://pbx/a/${way}`)?.http).toEqual({ path: `/a/${way}`, way })
  })

  it('stands in the file, too, and needs an account beside it', () => {
    expect(read(login, 'ami: tcp://pbx:5038').pbx).toMatchObject({ host: 'pbx', username: 'board' })
    expect(problems({ AMI_URL: 'tcp://pbx:5038' })).toEqual([
      'callboard.yaml pbx.username: expected the account in manager.conf; it is not set (AMI_USERNAME)',
      'callboard.yaml pbx.secret: expected the secret of the account in manager.conf, here or in a file; it is not set (AMI_SECRET)',
    ])
  })

  it.each([
    'pbx:5038',
    'ftp://pbx',
    'http://pbx:8088/asterisk/manager',
    'tcp://pbx/x',
    'http://pbx/rawman?a=1',
    'tcp://',
    17,
  ])('is not %s', (ami) => {
    const [problem, ...others] = problems(login, `ami: ${JSON.stringify(ami)}`)
    expect(problem).toMatch(/^callboard\.yaml:1 ami: expected an address without an account, such as tcp:/)
    expect(others).toEqual([])
  })

  it('carries no account, and one that was written there is not shown', () => {
    const [problem] = problems({ ...login, AMI_URL: 'http://board:s3cret@pbx/rawman' })
    expect(problem).toMatch(/^AMI_URL ami: expected an address without an account/)
    expect(problem).not.toContain('s3cret')
  })

  it('does not stand beside what contradicts it', () => {
    expect(
      problems({ ...login, AMI_URL: 'http://pbx/arawman', AMI_HOST: 'other', AMI_PORT: '1', AMI_AUTH: 'plain' }),
    ).toEqual([
      'AMI_HOST pbx.host: expected either ami or pbx.host; both are set',
      'AMI_PORT pbx.port: expected either ami or pbx.port; both are set',
      'AMI_AUTH pbx.auth: expected md5, or not set: arawman knows HTTP digest only',
    ])
    expect(problems({ ...login, AMI_URL: 'http://pbx/rawman', AMI_FINGERPRINT: 'ab'.repeat(32) })).toEqual([
      'AMI_FINGERPRINT pbx.fingerprint: expected only where ami begins with tls:// or https://; nothing would use it',
    ])
    expect(at('https://pbx/rawman')).toMatchObject({ auth: 'md5' })
  })
})
