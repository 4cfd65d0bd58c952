import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { TLSSocket } from 'node:tls'
import { afterEach, describe, expect, test } from 'vitest'
import type { AmiTls } from './options'
import { type Bench, connectOverHttp, connectToScript } from './testing/connect'

const folder = new URL('../testing/tls/', import.meta.url)
const [ca, cert, key] = ['ca.crt', 'pbx.crt', 'pbx.key'].map((name) => readFileSync(new URL(name, folder), 'utf8')) as [
  ...[string, string, string],
]
const { fingerprint256 } = new X509Certificate(cert)

let bench: Bench
async function connect(tls: AmiTls, host = '127.0.0.1') {
  bench = await connectToScript({ tls: { cert, key } }, { tls, host })
  return bench
}
afterEach(() => bench.stop())

/** What a PBX got to see of a client that turned away. */
async function lostError() {
  const lost = await bench.until('lost')
  expect(bench.pbx.sessions.flatMap((session) => session.actions)).toEqual([])
  return lost.state === 'lost' ? lost.error : ''
}

describe('TLS', () => {
  test('trusts an authority of ones own', async () => {
    const { until } = await connect({ ca })
    await until('ready')
  })

  test('trusts a certificate by its fingerprint alone, however it is written', async () => {
    const { until } = await connect({ fingerprint256: fingerprint256.replaceAll(':', '').toLowerCase() })
    await until('ready')
  })

  test('sends nothing to a PBX with another fingerprint, and says both', async () => {
    const other = 'AA:'.repeat(31).concat('BB')
    await connect({ fingerprint256: other })
    const error = await lostError()
    expect(error).toContain(fingerprint256.replaceAll(':', '').toLowerCase())
    expect(error).toContain(`expected ${'aa'.repeat(31)}bb`)
  })

  test('sends nothing to a PBX whose authority is unknown', async () => {
    await connect({})
    expect(await lostError()).toMatch(/unable to (verify|get)/)
  })

  test('sends nothing to a PBX with a certificate for another name', async () => {
    await connect({ ca, serverName: 'other.test' })
    expect(await lostError()).toMatch(/other\.test/)
  })

  test('takes the name it was told in place of the host', async () => {
    const { until } = await connect({ ca, serverName: 'pbx.test' })
    await until('ready')
  })

  test('says so when the authority cannot be read', async () => {
    await connect({ ca: '-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n' })
    bench.clock.advance(0)
    expect(await lostError()).not.toBe('')
  })

  test('sends records of at most 1024 bytes, beyond which Asterisk stalls', async () => {
    const { pbx, connection, until } = await connect({ ca })
    await until('ready')
    const sizes: number[] = []
    const socket = pbx.sessions[0]?.socket as TLSSocket
    socket.on('data', (chunk: Buffer) => sizes.push(chunk.length))
    const headers = { Text: 'x'.repeat(900), More: 'y'.repeat(900), Last: 'z'.repeat(900) }
    void connection.send({ action: 'UserEvent', headers }).catch(() => {})
    await pbx.sessions[0]?.received('UserEvent')
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1024)
    expect(sizes.length).toBeGreaterThan(2)
  })
})

describe('HTTPS', () => {
  const connectHttps = async (tls: AmiTls) => {
    const https = await connectOverHttp('arawman', { tls: { cert, key } }, { tls })
    bench = https
    return https
  }

  test.each([{ ca }, { fingerprint256 }, { ca, serverName: 'pbx.test' }])('trusts what TLS does', async (tls) => {
    const { connection, until } = await connectHttps(tls)
    await until('ready')
    expect(connection.way.encrypted).toBe(true)
  })

  test('asks a stranger for nothing, and says why', async () => {
    for (const [tls, why] of [
      [{ fingerprint256: 'AA:'.repeat(31).concat('BB') }, /expected (aa)+bb$/],
      [{}, /unable to (verify|get)/],
      [{ ca, serverName: 'other.test' }, /other\.test/],
      [{ ca: '-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n' }, /./],
    ] as const) {
      const { front } = await connectHttps(tls)
      expect(await bench.until('lost')).toMatchObject({ error: expect.stringMatching(why) })
      expect(front.requests).toEqual([])
      await bench.stop()
    }
  })
})
