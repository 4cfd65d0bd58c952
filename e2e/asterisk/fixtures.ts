import { test as base, expect as baseExpect } from '@playwright/test'
import type { LinkState, LinkWay } from '@/lib/domain/link'
import { type Product, startProduct } from '../fixtures/start-product'
import { differences } from './product/differences'
import { readLink } from './product/picture'
import { type Asterisk, startAsterisk } from './rig/asterisk'
import { type Cable, startCable } from './rig/cable'
import type { AsteriskVersion } from './rig/root'

/** Set by the project: every test runs once per version. */
export type WorkerOptions = { asteriskVersion: AsteriskVersion }
type Fixtures = {
  /** Which way the product takes to Asterisk; `ASTERISK_WAY` names another for a whole run. */
  way: LinkWay
  /** Settings of the product over those of the fixture. */
  productEnv: Record<string, string>
  /** The state of the link for which the fixture waits. */
  productState: LinkState
  /** An Asterisk of the test's own, booted, with nobody calling. */
  asterisk: Asterisk
  /** The way from the product to it. */
  cable: Cable
  /** The built product, connected through the cable and live. */
  product: Product
}

/** Every test has a fresh Asterisk and a fresh product: both are up within two seconds. */
export const test = base.extend<Fixtures, WorkerOptions>({
  asteriskVersion: ['22', { scope: 'worker', option: true }],
  way: [(process.env.ASTERISK_WAY as LinkWay | undefined) ?? 'tcp', { option: true }],
  productEnv: [{}, { option: true }],
  productState: ['live', { option: true }],
  asterisk: async ({ asteriskVersion }, use, info) => {
    const asterisk = await startAsterisk(asteriskVersion)
    await use(asterisk)
    if (info.status !== info.expectedStatus) await info.attach('asterisk.log', { body: asterisk.log() })
    await asterisk.stop()
  },
  cable: async ({ asterisk, way }, use) => {
    const cable = await startCable(portOf(asterisk, way))
    await use(cable)
    await cable.stop()
  },
  product: async ({ asterisk, cable, way, productEnv, productState }, use, info) => {
    const env = { ...accountBy(way, cable.port, asterisk), ...productEnv }
    const product = await startProduct({ env })
    try {
      await expect.poll(() => readLink(product.url)).toMatchObject({ state: productState })
    } catch (error) {
      await info.attach('product.log', { body: product.output() })
      await product.stop()
      throw error
    }
    await use(product)
    if (info.status !== info.expectedStatus) await info.attach('product.log', { body: product.output() })
    await product.stop()
  },
})

/** The environment that connects the product with the smallest account. */
export function account(port: number): Record<string, string> {
  return {
    AMI_HOST: '127.0.0.1',
    AMI_PORT: String(port),
    AMI_USERNAME: 'callboard',
    AMI_SECRET: 'callboard-secret',
    CALLBOARD_MASK_NUMBERS: 'false',
    CALLBOARD_LOG_LEVEL: 'debug',
  }
}

/** The same by one of the six ways, which one setting names. */
export function accountBy(way: LinkWay, port: number, { certificates }: Asterisk): Record<string, string> {
  if (way === 'tcp') return account(port)
  const { AMI_HOST: _, AMI_PORT: __, ...others } = account(port)
  if (way === 'tls') return { ...others, AMI_URL: `tls://127.0.0.1:${port}`, AMI_FINGERPRINT: certificates.fingerprint }
  return { ...others, AMI_URL: `http://127.0.0.1:${port}/asterisk/${way}` }
}

export function portOf({ ami, tls, http }: Asterisk, way: LinkWay): number {
  if (way === 'tcp') return ami
  return way === 'tls' ? tls : http
}

export const expect = baseExpect

/** Waits until the product's picture equals what Asterisk says of itself; `but`: differences that are meant to be. */
export async function expectTruth(asterisk: Asterisk, product: Product, but?: RegExp): Promise<void> {
  const found = async () => (await differences(asterisk, product.url)).filter((difference) => !but?.test(difference))
  await expect.poll(found, { timeout: 20_000, message: 'what differs from Asterisk itself' }).toEqual([])
}
