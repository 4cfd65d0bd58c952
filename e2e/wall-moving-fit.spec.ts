import { expect, test } from '@playwright/test'
import { startProduct } from './fixtures/start-product'
import { MOST_NODES, misfits, openWall, SCREENS } from './fixtures/wall-page'

/** Numbers of queues that no picture shows, and days that move. */

for (const queues of ['2', '6', '16', '17', '60']) {
  test(`${queues} queues of a moving day fit, upright too`, async ({ page }) => {
    const product = await startProduct({ env: { CALLBOARD_SIMULATOR_QUEUES: queues } })
    try {
      for (const viewport of [SCREENS['1080p'], SCREENS.portrait]) {
        await page.setViewportSize(viewport)
        await openWall(page, product.url)
        expect(await misfits(page)).toEqual([])
        expect(await page.locator('*').count()).toBeLessThanOrEqual(MOST_NODES)
      }
    } finally {
      await product.stop()
    }
  })
}

test('a hundred callers and waits of a quarter of an hour are not cut', async ({ page }) => {
  const product = await startProduct({ env: { CALLBOARD_SIMULATOR_CALLS_PER_HOUR: '240' } })
  try {
    await openWall(page, product.url)
    await expect(page.locator('.now:has([data-signs="5"])').first()).toBeVisible()
    expect(await misfits(page)).toEqual([])
  } finally {
    await product.stop()
  }
})

test('no total stands beside the clock of an upright screen', async ({ page }) => {
  const product = await startProduct({ env: { CALLBOARD_SIMULATOR_QUEUES: '3', CALLBOARD_TIME_ZONE: 'UTC' } })
  try {
    await page.setViewportSize(SCREENS.portrait)
    await openWall(page, product.url)
    const bottomOfClock = await page.locator('.head .clock').evaluate((clock) => clock.getBoundingClientRect().bottom)
    const totals = page.locator('.head > div:not(.who, .clock)')
    const tops = await totals.evaluateAll((all) => all.map((total) => total.getBoundingClientRect().top))
    expect(tops).toHaveLength(6)
    expect(Math.min(...tops)).toBeGreaterThanOrEqual(bottomOfClock)
  } finally {
    await product.stop()
  }
})
