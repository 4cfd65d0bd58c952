import { afterEach, describe, expect, it } from 'vitest'
import { readConfig } from './config'
import { openPbxTarget, type PbxTarget } from './pbx-target'

const open: PbxTarget[] = []
afterEach(async () => {
  for (const target of open.splice(0)) await target.close()
})

async function target(env: Record<string, string>, yaml = ''): Promise<PbxTarget> {
  const opened = await openPbxTarget(
    readConfig(env, (path) => (path === 'ca.pem' ? '-----BEGIN CERTIFICATE-----' : yaml)),
  )
  open.push(opened)
  return opened
}

describe('a configured PBX', () => {
  const account = { AMI_HOST: 'pbx.example.net', AMI_USERNAME: 'board', AMI_SECRET: 's3cret' }

  it('is reached as configured', async () => {
    const { name, demo, connection } = await target({
      ...account,
      AMI_AUTH: 'plain',
      AMI_STRICT: 'yes',
      AMI_NAME: 'hq',
    })
    expect({ name, demo }).toEqual({ name: 'hq', demo: false })
    expect(connection).toEqual({
      host: 'pbx.example.net',
      port: 5038,
      http: null,
      username: 'board',
      secret: 's3cret',
      login: 'plain',
      strict: true,
      tls: null,
    })
  })

  it('is reached over its HTTP server where the address says so', async () => {
    const { connection } = await target({
      AMI_URL: 'https://pbx/a/rawman',
      AMI_USERNAME: 'b',
      AMI_SECRET: 's',
      AMI_CA: 'ca.pem',
    })
    expect(connection).toMatchObject({ host: 'pbx', port: 443, http: { path: '/a/rawman', way: 'rawman' } })
    expect(connection.tls).toEqual({ ca: '-----BEGIN CERTIFICATE-----' })
  })

  it('is trusted over TLS by its authority or its fingerprint, under the name in its certificate', async () => {
    const { connection } = await target({
      ...account,
      AMI_TRANSPORT: 'tls',
      AMI_CA: 'ca.pem',
      AMI_FINGERPRINT: 'ab'.repeat(32),
      AMI_SERVER_NAME: 'asterisk.lan',
    })
    expect(connection).toMatchObject({
      port: 5039,
      tls: {
        ca: '-----BEGIN CERTIFICATE-----',
        fingerprint256: Array(32).fill('AB').join(':'),
        serverName: 'asterisk.lan',
      },
    })
  })
})

describe('the demo', () => {
  const small = { CALLBOARD_SIMULATOR_QUEUES: '2' }

  it('stands in, over TCP on loopback', async () => {
    const { demo, connection } = await target(small)
    expect(demo).toBe(true)
    expect(connection).toMatchObject({ host: '127.0.0.1', port: expect.any(Number) })
  })

  it('shows its queues in its own order, unless another is configured', async () => {
    expect((await target(small)).order).toEqual(['support', 'sales'])
    expect((await target({ ...small, CALLBOARD_ORDER: 'sales' })).order).toEqual(['sales'])
  })

  it('brings labels and limits for its queues; what is configured wins', async () => {
    const brought = await target(small)
    expect(brought.settings('support')).toMatchObject({
      label: 'Support',
      limits: { waitCritical: expect.any(Number) },
    })
    const configured = await target(small, 'queues: { support: { label: Help } }')
    expect(configured.settings('support')).toMatchObject({ label: 'Help', limits: { waitCritical: null } })
    expect(configured.settings('elsewhere').label).toBe('elsewhere')
  })
})
