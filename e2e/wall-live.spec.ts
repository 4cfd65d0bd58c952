import { expect, test } from '@playwright/test'
import { watchFreshness } from './faults/walls'
import { patiently } from './fixtures/patience'
import { type SimulatedProduct, startSimulatedProduct } from './fixtures/simulated-product'
import { openWall } from './fixtures/wall-page'

/** The wall follows its PBX, and says so when it cannot. */

test.describe('the picture', () => {
  let all: SimulatedProduct
  test.beforeAll(async () => {
    all = await startSimulatedProduct({ queues: 4, speed: 20, seed: 7 })
  })
  test.afterAll(() => all.close())

  test('moves: figures and timers follow the PBX', async ({ page }) => {
    await openWall(page, all.product.url)
    await expect(page.getByText('Demo data')).toBeHidden()
    const team = page.getByRole('region', { name: 'Team' })
    const before = await team.textContent()
    await expect.poll(() => team.textContent()).not.toBe(before)
    const answered = page.locator('.head .fig').nth(3)
    const first = await answered.textContent()
    await expect.poll(() => answered.textContent(), { timeout: 90_000 }).not.toBe(first)
  })

  test('ends as the PBX says: waiting by queue', async ({ page }) => {
    await openWall(page, all.product.url)
    await expect(async () => {
      const { queues } = all.simulator.snapshot()
      for (const [name, queue] of Object.entries(queues)) {
        const shown = await page.locator(`[data-queue="${name}"] .now > .fig`).textContent()
        expect(shown, name).toBe(String(queue.waiting.length))
      }
    }).toPass({ timeout: 90_000, intervals: [100] })
  })
})

test.describe('trouble', () => {
  let all: SimulatedProduct
  test.beforeEach(async () => {
    all = await startSimulatedProduct({ freeze: '4' }, { timeZone: 'Europe/Warsaw' })
  })
  test.afterEach(() => all.close())

  test('a PBX that is gone is said within 2 s, figures turn hollow and timers stand still', async ({ page }) => {
    await openWall(page, all.product.url)
    all.simulator.refuseLogins(true)
    all.simulator.reset()
    await expect(page.locator('.wall[data-freshness=stale]')).toBeVisible({ timeout: patiently(2_000) })
    await expect(page.getByText(/^Not live for/)).toBeVisible()
    const figure = page.locator('[data-queue=support] .now > .fig')
    await expect(figure).toHaveCSS('color', 'rgba(0, 0, 0, 0)')
    const wait = page.locator('[data-queue=support] .wait time')
    const [stood, notLive] = [await wait.textContent(), await page.locator('.notice b').textContent()]
    await expect(page.locator('.notice b')).not.toHaveText(notLive ?? '')
    expect(await wait.textContent()).toBe(stood)
  })

  test('a PBX that comes back makes the picture solid again', async ({ page }) => {
    await openWall(page, all.product.url)
    const seen = await watchFreshness(page)
    all.simulator.reset()
    await expect.poll(seen).toContain('stale')
    await expect(page.locator('.wall[data-freshness=live]')).toBeVisible()
    await expect(page.locator('[data-hollow]')).toHaveCount(0)
  })

  test('a server that is gone is named, and the wall goes on by itself when it is back', async ({ page }) => {
    await openWall(page, all.product.url)
    await all.product.stop('SIGKILL')
    await expect(page.getByText('No answer from the server')).toBeVisible({ timeout: patiently(5_000) })
    await expect(page.locator('[data-hollow]')).toHaveCount(1)
    await all.restart()
    await expect(page.locator('.wall[data-freshness=live]')).toBeVisible({ timeout: patiently(30_000) })
    await expect(page.locator('[data-hollow]')).toHaveCount(0)
  })
})
