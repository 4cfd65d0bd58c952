import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { signIn } from './fixtures/sign-in'
import { type SimulatedProduct, startSimulatedProduct } from './fixtures/simulated-product'

/** How the PBX runs, as whoever looks after it sees it. */
let all: SimulatedProduct

test.beforeAll(async () => {
  all = await startSimulatedProduct({ freeze: '4' })
})
test.afterAll(() => all.close())

async function open(page: Page): Promise<void> {
  await signIn(all.product, page, 'admin')
  await page.goto(`${all.product.url}/admin/pbx`)
  await expect(page.getByRole('heading', { name: 'History of the link' })).toBeVisible()
}

const figure = (page: Page, label: string) => page.locator('.pbx-figure').filter({ hasText: label })
const turns = (page: Page) => page.locator('.pbx-history > li')

test('the figures are those of the PBX, and everything that is needed is there', async ({ page }) => {
  await open(page)
  await expect(figure(page, 'Asterisk')).toContainText('22.10.1')
  await expect(figure(page, 'Running for')).toContainText(/\d+ (min|s)/)
  await expect(figure(page, 'Answer takes')).toContainText('AMI over TCP')
  await expect(page.getByText('Our account may do everything that people do here.')).toBeVisible()
  await expect(page.locator('.pbx-modules > [data-present=yes]')).toHaveCount(15)
  await expect(turns(page).first()).toContainText('live')
})

for (const [name, size] of [
  ['desk', { width: 1440, height: 900 }],
  ['phone', { width: 390, height: 844 }],
] as const) {
  test(`on a ${name} it has no barrier that axe knows, and nothing runs out to the side`, async ({ page }) => {
    await page.setViewportSize(size)
    await open(page)
    for (const theme of ['dark', 'light']) {
      await page.emulateMedia({ colorScheme: theme as 'dark' | 'light' })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  })
}

test('a link that broke and came back, and a PBX that restarted, are in the history', async ({ page }) => {
  await open(page)
  all.simulator.reset()
  await expect(turns(page).filter({ hasText: 'lost' })).toContainText('ECONNRESET')
  await expect(turns(page).first()).toContainText('live')
  all.simulator.restart()
  await expect(turns(page).filter({ hasText: 'Asterisk restarted' })).toHaveCount(1)
})

test('a click leads into the console with the action chosen', async ({ page }) => {
  await open(page)
  await page.getByRole('link', { name: 'Reload a module' }).click()
  await page.waitForURL('**/admin/console?action=Reload')
  await expect(page.getByRole('region', { name: 'Reload', exact: true })).toBeVisible()
})
