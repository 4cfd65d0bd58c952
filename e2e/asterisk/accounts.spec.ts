import { startProduct } from '../fixtures/start-product'
import { account, expect, expectTruth, test } from './fixtures'
import { readLink, readPicture } from './product/picture'
import type { Asterisk } from './rig/asterisk'

/** Two wait, one talks, one is paused. */
async function populate(asterisk: Asterisk): Promise<void> {
  await asterisk.placeCall({ queue: 'billing', name: "Tom O'Brien", number: '+442071838750' })
  await asterisk.placeCall({ queue: 'billing*2', name: '佐藤 健', number: '+819012345678' })
  await asterisk.placeCall({ queue: 'support', name: 'Иван Петров', number: '+79161234567' })
  await asterisk.cli('queue pause member PJSIP/103 queue support reason lunch')
  await expect.poll(() => asterisk.cli('queue show support')).toContain('(in call)')
  await expect.poll(() => asterisk.cli('queue show billing')).toContain('2. PJSIP/')
}

test('the smallest account, connecting with calls in progress', async ({ asterisk }) => {
  await populate(asterisk)
  const product = await startProduct({ env: account(asterisk.ami) })
  await expect.poll(async () => (await readLink(product.url)).state).toBe('live')
  await expectTruth(asterisk, product)
  expect((await readLink(product.url)).asteriskVersion).toMatch(/^(22|16)\./)
  await product.stop()
})

test('over TLS', async ({ asterisk }) => {
  await populate(asterisk)
  const tls = { AMI_TRANSPORT: 'tls', AMI_FINGERPRINT: asterisk.certificates.fingerprint }
  const product = await startProduct({ env: { ...account(asterisk.tls), ...tls } })
  await expect.poll(async () => (await readLink(product.url)).state).toBe('live')
  await expectTruth(asterisk, product)
  await product.stop()
})

test.describe('without read=system', () => {
  test.use({ productEnv: { AMI_USERNAME: 'display', AMI_SECRET: 'display-secret' } })

  test('the picture is as true', async ({ asterisk, product }) => {
    await populate(asterisk)
    await expectTruth(asterisk, product)
    await asterisk.kill()
    asterisk.start()
    await asterisk.booted()
    await expect.poll(async () => (await readPicture(product.url)).callers.length).toBe(0)
    await expectTruth(asterisk, product)
  })
})

test('with no write class at all: queues, members and callers are true, calls only from when they begin', async ({
  asterisk,
}) => {
  await populate(asterisk)
  const bare = { AMI_USERNAME: 'bare', AMI_SECRET: 'bare-secret' }
  const product = await startProduct({ env: { ...account(asterisk.ami), ...bare } })
  await expect.poll(async () => (await readLink(product.url)).state).toBe('live')
  const { queues, members, callers, extensions } = await readPicture(product.url)
  expect([queues.length, members.length, callers.length, extensions.length]).toEqual([4, 10, 2, 0])
  await asterisk.placeCall({ queue: 'support', name: 'Later', number: '1001' })
  await expect
    .poll(async () => (await readPicture(product.url)).calls.filter((call) => call.state === 'talking').length)
    .toBeGreaterThanOrEqual(1)
  await product.stop()
})

test.describe('on a public screen', () => {
  test.use({ productEnv: { CALLBOARD_MASK_NUMBERS: 'true' } })

  test('numbers of callers are masked, in the API and on the wall', async ({ asterisk, product, page }) => {
    await asterisk.placeCall({ queue: 'billing', name: 'Masked', number: '+442071838750' })
    await expect.poll(async () => (await readPicture(product.url)).callers.length).toBe(1)
    await page.goto(`${product.url}/wall?queues=billing`)
    await expect(page.getByText('Masked')).toBeVisible()
    expect(JSON.stringify(await readPicture(product.url))).not.toContain('442071838')
    expect(await page.content()).not.toContain('442071838')
  })
})
