import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { signIn } from './fixtures/sign-in'
import { type SimulatedProduct, startSimulatedProduct } from './fixtures/simulated-product'
import { misfits, openWall } from './fixtures/wall-page'

/** Parking, conferences and trunks of a fixed moment: what shows, and what people do there by click and key. */
const PAGES = ['parking', 'conferences', 'trunks'] as const
const PHONE = { pbx: 'asterisk-1', interface: 'PJSIP/202', exten: '202', label: null }
const ALL_WIDGETS = 'phones,parking,conferences,mailboxes,trunks'
const SCREENS = {
  '1080p': { width: 1920, height: 1080 },
  '4K': { width: 3840, height: 2160 },
  portrait: { width: 1080, height: 1920 },
}
let all: SimulatedProduct

test.use({ viewport: { width: 1440, height: 900 } })
test.beforeAll(async () => {
  all = await startSimulatedProduct({ freeze: '4' }, { widgets: ['trunks'] })
})
test.afterAll(() => all.close())

async function open(page: Page, path: (typeof PAGES)[number], search = ''): Promise<void> {
  await page.goto(`${all.product.url}/${path}${search}`)
  await expect(page.locator('[data-row]').first()).toBeVisible()
}

const row = (page: Page, name: string | RegExp) => page.getByRole('listitem', { name })
const receipt = (page: Page, title: string) => page.locator('.receipt').filter({ hasText: title })

test('who is parked stands in a slot, and is fetched by Enter', async ({ page }) => {
  await signIn(all.product, page, 'supervisor', { phones: [PHONE] })
  await open(page, 'parking')
  const elodie = row(page, 'Slot 711, Élodie Rousseau')
  await expect(elodie).toContainText('+33145550142')
  await expect(elodie).toContainText('parked by 401')
  await expect(page.getByRole('heading', { name: /2 of 20 slots taken/ })).toBeVisible()
  await elodie.focus()
  await page.keyboard.press('ArrowRight')
  await expect(row(page, /^Slot 712/)).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(receipt(page, 'Fetch Élodie Rousseau')).toContainText('connected')
  await expect(elodie).toHaveCount(0)
  await expect(page.getByRole('heading', { name: /1 of 20 slots taken/ })).toBeVisible()
})

test('people in a room are muted, removed and locked in by keyboard', async ({ page }) => {
  await signIn(all.product, page, 'supervisor', { phones: [PHONE] })
  await open(page, 'conferences')
  const room = page.getByRole('region', { name: 'Room 600' })
  await expect(room).toContainText('3 people')
  await expect(row(page, 'Αναστασία Νικολάου')).toContainText('talks')
  await expect(row(page, 'Björn Schäfer')).toContainText('muted')
  const guest = row(page, 'Agnieszka Żuk')
  await guest.focus()
  await page.keyboard.press('m')
  await expect(guest).toContainText('muted')
  await page.keyboard.press('m')
  await expect(guest).toContainText('listens')
  await page.keyboard.press('l')
  await expect(room.getByRole('button', { name: 'Unlock' })).toBeVisible()
  await page.keyboard.press('x')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).press('Enter')
  await expect(guest).toHaveCount(0)
  await expect(room).toContainText('2 people')
})

test('a trunk that is down stands above the page; a check says who answers and who does not', async ({ page }) => {
  await signIn(all.product, page, 'admin', { phones: [PHONE] })
  await open(page, 'trunks')
  const gateway = row(page, 'gateway')
  await expect(gateway).toHaveAttribute('data-level', 'critical')
  await expect(page.locator('.trunk-band')).toContainText('gateway down')
  await gateway.focus()
  await page.keyboard.press('c')
  await expect(receipt(page, 'Check gateway')).toContainText('no answer')
  await row(page, 'carrier').focus()
  await page.keyboard.press('c')
  await expect(receipt(page, 'Check carrier')).toContainText('done')
})

test('a trunk that falls is said on every page of the desk, and on the way to it', async ({ page, context }) => {
  await signIn(all.product, page, 'admin', { phones: [PHONE] })
  await open(page, 'trunks')
  await expect(row(page, 'carrier')).toContainText('registered')
  const other = await context.newPage()
  await other.goto(`${all.product.url}/me`)
  await expect(other.locator('.desk-link[data-live]')).toBeVisible()
  const down = (words: string) => other.getByRole('link', { name: new RegExp(words) })
  await expect(down('a trunk is down')).toBeVisible()
  await row(page, 'carrier').focus()
  await page.keyboard.press('u')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Unregister' }).click()
  await expect(page.getByRole('alertdialog')).toBeHidden()
  await expect(row(page, 'carrier')).toHaveAttribute('data-level', 'critical')
  await expect(down('2 trunks are down')).toBeVisible()
  await expect(other.locator('.desk [aria-live=assertive]')).toContainText('Trunk carrier: unregistered')
  await row(page, 'carrier').focus()
  await page.keyboard.press('r')
  await expect(row(page, 'carrier')).toContainText('registered')
  await expect(row(page, 'carrier')).toHaveAttribute('data-level', 'warning')
  await expect(down('a trunk is down')).toBeVisible()
})

for (const path of PAGES) {
  test(`/${path} has no barrier that axe knows, in three themes`, async ({ page }) => {
    test.slow() // axe weighs every text against its background
    await signIn(all.product, page, 'admin', { phones: [PHONE] })
    for (const theme of ['dark', 'light', 'contrast']) {
      await open(page, path, `?theme=${theme}`)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${theme} ${id}: ${nodes[0]?.html}`)).toEqual([])
    }
  })

  test(`/${path} fits a phone, in Russian too`, async ({ page }) => {
    await signIn(all.product, page, 'admin', { phones: [PHONE] })
    await page.setViewportSize({ width: 390, height: 844 })
    for (const search of ['?lang=en', '?lang=ru']) {
      await open(page, path, search)
      const wide = await page.evaluate(() => {
        const main = document.querySelector('main') as HTMLElement
        const { documentElement: root } = document
        return Math.max(root.scrollWidth - root.clientWidth, main.scrollWidth - main.clientWidth)
      })
      expect(wide).toBe(0)
    }
  })
}

test.describe('a wall', () => {
  for (const [name, viewport] of Object.entries(SCREENS)) {
    test(`has room for all widgets on a ${name} screen`, async ({ page }) => {
      await signIn(all.product, page, 'display')
      await page.setViewportSize(viewport)
      for (const search of [`?widgets=${ALL_WIDGETS}`, '?widgets=trunks,parking', `?widgets=${ALL_WIDGETS}&lang=ru`]) {
        await openWall(page, all.product.url, search)
        await expect(page.locator('[data-widget=trunks] li').filter({ hasText: 'gateway' })).toBeVisible()
        expect(await misfits(page)).toEqual([])
      }
    })
  }

  test('with widgets has no barrier that axe knows', async ({ page }) => {
    test.slow()
    await signIn(all.product, page, 'display')
    for (const theme of ['dark', 'light', 'contrast']) {
      await openWall(page, all.product.url, `?widgets=${ALL_WIDGETS}&theme=${theme}`)
      await expect(page.locator('[data-widget=conferences]').getByText('600')).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${theme} ${id}: ${nodes[0]?.html}`)).toEqual([])
    }
  })

  test('open to everybody shows the widgets that the configuration names, and no other', async ({ page }) => {
    await openWall(page, all.product.url)
    await expect(page.locator('[data-widget=trunks] li').filter({ hasText: 'carrier' })).toBeVisible()
    await openWall(page, all.product.url, '?widgets=parking,trunks')
    await expect(page.getByText('This screen may not show: Parking')).toBeVisible()
    await expect(page.locator('[data-widget]')).toHaveCount(1)
    await openWall(page, all.product.url, '?widgets=none')
    await expect(page.locator('[data-widget]')).toHaveCount(0)
  })

  test('shows hollow widgets while the PBX does not answer', async ({ page }) => {
    await signIn(all.product, page, 'display')
    await openWall(page, all.product.url, '?widgets=parking')
    all.simulator.goSilent()
    try {
      await expect(page.locator('[data-widget=parking]').getByText('not live')).toBeVisible({ timeout: 30_000 })
    } finally {
      all.simulator.speakAgain()
    }
  })
})
