import type { Page } from '@playwright/test'
import { patiently } from '../fixtures/patience'
import { expect, expectTruth, test } from './fixtures'
import { wallDifferences } from './product/wall'
import type { Asterisk } from './rig/asterisk'

/** Waits until every tile of the wall says what `queue show` says. */
async function expectWall(asterisk: Asterisk, page: Page): Promise<void> {
  await expect
    .poll(() => wallDifferences(asterisk, page), { message: 'where the wall differs from queue show' })
    .toEqual([])
}

test('the wall follows Asterisk through calls, pauses, a crash and a lost connection', async ({
  asterisk,
  cable,
  product,
  page,
}) => {
  await page.goto(`${product.url}/wall`)
  await expectWall(asterisk, page)

  const first = await asterisk.placeCall({ queue: 'billing', name: "Tom O'Brien", number: '+442071838750' })
  await asterisk.placeCall({ queue: 'billing*5', name: '佐藤 健', number: '+819012345678' })
  await asterisk.placeCall({ queue: 'support', name: 'Иван Петров', number: '+79161234567' })
  await asterisk.placeCall({ queue: 'sales', name: 'Élise Martin', number: '+33145678901', hangUpAfter: 2 })
  await asterisk.cli('queue pause member PJSIP/103 queue support reason обед')
  await asterisk.cli('queue add member PJSIP/111 to night as Kenji')
  await expect(page.locator('[data-queue=billing] .now > .fig')).toHaveText('2')
  await expect(page.locator('[data-queue=sales] .pair .fig').first()).toHaveText('1')
  await expectWall(asterisk, page)

  await first.hangUp()
  await expect(page.locator('[data-queue=billing] .pair .fig').last()).toHaveText('1')
  await expectWall(asterisk, page)

  cable.reset()
  await expectWall(asterisk, page)

  await asterisk.kill()
  asterisk.start()
  await asterisk.booted()
  await expectWall(asterisk, page)
  await expect(page.locator('[data-queue=billing] .now > .fig')).toHaveText('0')
})

test('names and places of those who wait, and what the team does', async ({ asterisk, product, page }) => {
  await page.goto(`${product.url}/wall?queues=billing`)
  await asterisk.placeCall({ queue: 'billing', name: "Tom O'Brien", number: '+442071838750' })
  await expect(page.locator('[data-queue=billing] .now > .fig')).toHaveText('1')
  await asterisk.placeCall({ queue: 'billing', name: 'Иван Петров', number: '+79161234567' })
  await asterisk.placeCall({ queue: 'billing*5', name: '佐藤 健', number: '+819012345678' })
  const names = page.getByRole('region', { name: 'Next in line' }).locator('li .n bdi:first-child')
  await expect(names).toHaveText(['佐藤 健', "Tom O'Brien", 'Иван Петров'])
  const team = page.getByRole('region', { name: 'Team' }).locator('li')
  await expect(team).toHaveText([/^Hannah W.*ringing/, /^José N.*ringing/, /^Ιωάννα Π.*ringing/])
  await asterisk.cli('queue pause member PJSIP/110 reason lunch')
  await expect(page.locator('[data-queue=billing] .now > .fig')).toHaveText('3')
  await expectTruth(asterisk, product)
})

test('a wall whose PBX has fallen silent says so within 12 s, and is live again after', async ({
  asterisk,
  cable,
  product,
  page,
}) => {
  await page.goto(`${product.url}/wall`)
  await expectWall(asterisk, page)
  const live = page.getByText('Live', { exact: true })
  await expect(live).toBeVisible()
  const before = Date.now()
  cable.block()
  await expect(page.getByText(/^No answer from /).first()).toBeVisible({ timeout: patiently(15_000) })
  expect(Date.now() - before).toBeLessThan(patiently(12_000))
  await expect(live).toBeHidden()
  cable.unblock()
  await expect(live).toBeVisible()
  await expectWall(asterisk, page)
})

test.describe('with an account that is refused', () => {
  test.use({ productEnv: { AMI_SECRET: 'wrong' }, productState: 'refused' })

  test('the wall says why, and Asterisk is asked once', async ({ asterisk, product, page, way }) => {
    await page.goto(`${product.url}/wall`)
    await expect(page.getByText(/does not let us in/).first()).toBeVisible()
    // Of a wrong HTTP digest it says nothing in its log.
    await expect.poll(() => refusals(asterisk)).toBe(way === 'arawman' || way === 'amxml' ? 0 : 1)
  })
})

function refusals(asterisk: Asterisk): number {
  return asterisk
    .log()
    .split('\n')
    .filter((line) => line.includes('failed to authenticate')).length
}
