import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { expectFocusIn } from './fixtures/lives'
import { signIn } from './fixtures/sign-in'
import { type SimulatedProduct, startSimulatedProduct } from './fixtures/simulated-product'

/** The supervisor's dashboard, by keyboard and by eye. */

async function openDesk(page: Page, all: SimulatedProduct, search = ''): Promise<void> {
  await signIn(all.product, page, 'supervisor')
  await page.goto(`${all.product.url}/supervise${search}`)
  await expect(page.locator('[data-panel=queues] [data-row]').first()).toBeVisible()
}

const focused = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row)

test.describe('four queues at one moment', () => {
  let all: SimulatedProduct
  test.beforeAll(async () => {
    all = await startSimulatedProduct({ freeze: '4' })
  })
  test.afterAll(() => all.close())

  test('shows every queue, caller, call and agent', async ({ page }) => {
    await openDesk(page, all)
    const { queues } = all.simulator.snapshot()
    await expect(page.locator('[data-panel=queues] [data-row]')).toHaveCount(Object.keys(queues).length)
    const waiting = Object.values(queues).reduce((sum, queue) => sum + queue.waiting.length, 0)
    await expect(page.getByRole('heading', { name: `Waiting callers ${waiting}` })).toBeVisible()
  })

  test('is walked by arrows through rows and panels; Enter opens, Escape closes and comes back', async ({ page }) => {
    await openDesk(page, all)
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => focused(page)).toContain('queues ')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => focused(page)).toContain('callers ')
    await page.keyboard.press('ArrowDown')
    const caller = await focused(page)
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('complementary', { name: 'Waiting caller' })
    await expect(drawer).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(drawer).toBeHidden()
    await expect.poll(() => focused(page)).toBe(caller)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('End')
    await expect.poll(() => focused(page)).toContain('agents ')
  })

  test('asks before it hangs up, and Escape takes it back', async ({ page }) => {
    await openDesk(page, all)
    await page.locator('[data-panel=calls] [data-row]').first().focus()
    await page.keyboard.press('x')
    await expectFocusIn(page.getByRole('alertdialog', { name: 'Hang up this call?' }))
    await page.keyboard.press('Escape')
    await expect(page.getByRole('alertdialog')).toBeHidden()
    await expect.poll(() => focused(page)).toContain('calls ')
  })

  test('keeps the view in the address, so that it can be sent to somebody', async ({ page }) => {
    await openDesk(page, all)
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox')).toBeFocused()
    await page.keyboard.type('zoe')
    await expect(page).toHaveURL(/find=zoe/)
    const rows = page.locator('[data-panel=agents] [data-row]')
    await expect(rows).toHaveCount(1)
    await page.reload()
    await expect(rows).toHaveCount(1)
    await expect(rows).toContainText('Zoë')
  })

  for (const theme of ['dark', 'light', 'contrast']) {
    test(`has no barrier that axe knows, with each drawer open, ${theme}`, async ({ page }) => {
      test.slow() // axe weighs every text against its background
      await openDesk(page, all, `?theme=${theme}`)
      for (const panel of ['queues', 'callers', 'calls', 'agents']) {
        await page.locator(`[data-panel=${panel}] [data-row]`).first().click()
        await expect(page.locator('.supervise-drawer')).toBeVisible()
        const { violations } = await new AxeBuilder({ page }).analyze()
        const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
        expect(grave.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
      }
    })
  }

  test('on a phone one panel shows at a time and nothing is wider than the screen', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await openDesk(page, all)
    await page.getByRole('button', { name: /^Agents \d/ }).click()
    await expect(page.locator('[data-panel=agents] [data-row]').first()).toBeVisible()
    await expect(page.locator('[data-panel=queues]')).toBeHidden()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.locator('[data-panel=agents] [data-row]').first().click()
    const box = await page.locator('.supervise-drawer').boundingBox()
    expect(box?.width).toBe(390)
  })
})

test.describe('twelve queues with fifty members each', () => {
  let all: SimulatedProduct
  test.beforeAll(async () => {
    all = await startSimulatedProduct({ queues: 12, membersPerQueue: 50, seed: 3 })
  })
  test.afterAll(() => all.close())

  test('only rows in sight are in the document, and the last is reached by a key', async ({ page }) => {
    await openDesk(page, all)
    const rows = page.locator('[data-panel=agents] [data-row]')
    await expect(rows.first()).toBeVisible()
    expect(await rows.count()).toBeLessThan(60)
    await rows.first().focus()
    const first = await focused(page)
    await page.keyboard.press('End')
    await expect.poll(() => focused(page)).not.toBe(first)
    expect(await rows.count()).toBeLessThan(60)
  })
})
