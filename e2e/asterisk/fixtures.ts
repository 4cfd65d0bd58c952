import { test as base, expect as baseExpect } from '@playwright/test'
import type { LinkState } from '@/lib/domain/link'
import { type Product, startProduct } from '../fixtures/start-product'
import { differences } from './product/differences'
import { readLink } from './product/picture'
import { type Asterisk, startAsterisk } from './rig/asterisk'
import { type Cable, startCable } from './rig/cable'
import type { AsteriskVersion } from './rig/root'

/** Set by the project: every test runs once per version. */
export type WorkerOptions = { asteriskVersion: AsteriskVersion }
type Fixtures = {
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
  productEnv: [{}, { option: true }],
  productState: ['live', { option: true }],
  asterisk: async ({ asteriskVersion }, use, info) => {
    const asterisk = await startAsterisk(asteriskVersion)
    await use(asterisk)
    if (info.status !== info.expectedStatus) await info.attach('asterisk.log', { body: asterisk.log() })
    await asterisk.stop()
  },
  cable: async ({ asterisk }, use) => {
    const cable = await startCable(asterisk.ami)
    await use(cable)
    await cable.stop()
  },
  product: async ({ cable, productEnv, productState }, use, info) => {
    const product = await startProduct({ env: { ...account(cable.port), ...productEnv } })
    await expect.poll(async () => (await readLink(product.url)).state).toBe(productState)
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

export const expect = baseExpect

/** Waits until the product's picture equals what Asterisk says of itself; `but`: differences that are meant to be. */
export async function expectTruth(asterisk: Asterisk, product: Product, but?: RegExp): Promise<void> {
  const found = async () => (await differences(asterisk, product.url)).filter((difference) => !but?.test(difference))
  await expect.poll(found, { timeout: 20_000, message: 'what differs from Asterisk itself' }).toEqual([])
}
