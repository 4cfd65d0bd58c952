import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { type Product, startProduct } from './fixtures/start-product'
import { MOST_NODES, misfits, openWall, SCREENS } from './fixtures/wall-page'

/** Every number of queues on every screen: nothing scrolls, nothing is cut, everybody can read it. */

for (const scene of ['1', '4', '12', '40']) {
  test.describe(`${scene} queues`, () => {
    let product: Product
    test.beforeAll(async () => {
      product = await startProduct({ env: { CALLBOARD_SIMULATOR_SCENE: scene } })
    })
    test.afterAll(() => product.stop())

    for (const [name, viewport] of Object.entries(SCREENS)) {
      test(`fill a ${name} screen, and nothing is cut or scrolls`, async ({ page }) => {
        await page.setViewportSize(viewport)
        await openWall(page, product.url)
        await expect(page.locator('[data-queue]')).toHaveCount(Number(scene))
        expect(await misfits(page)).toEqual([])
        expect(await page.locator('*').count()).toBeLessThanOrEqual(MOST_NODES)
      })
    }

    for (const theme of scene === '4' ? ['dark', 'light', 'contrast'] : ['dark']) {
      test(`have no barrier that axe knows, ${theme}`, async ({ page }) => {
        test.slow() // axe weighs every text against its background
        await openWall(page, product.url, `?theme=${theme}`)
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      })
    }

    test('fit in Russian too', async ({ page }) => {
      await openWall(page, product.url, '?lang=ru')
      expect(await misfits(page)).toEqual([])
    })
  })
}
