import { expect, test } from './fixtures/product'
import { signIn } from './fixtures/sign-in'
import { openWall } from './fixtures/wall-page'

/** What the address and the browser ask of a wall. */

test.use({ productEnv: { CALLBOARD_SIMULATOR_SCENE: '4', CALLBOARD_TIME_ZONE: 'Europe/Warsaw' } })

test.describe('the address', () => {
  test('chooses queues, in its order, and says which it does not know', async ({ page, product }) => {
    await openWall(page, product.url, '?queues=sales,nope,support')
    const shown = await page
      .locator('.tile')
      .evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('data-queue')))
    expect(shown).toEqual(['sales', 'support'])
    await expect(page.getByText('Not known: nope')).toBeVisible()
  })

  test('may name queues as people call them, in any case', async ({ page, product }) => {
    await openWall(page, product.url, `?queues=SALES,Night line,${'x'.repeat(300)}`)
    const tiles = page.locator('.tile')
    await expect(tiles).toHaveCount(2)
    expect(await tiles.evaluateAll((all) => all.map((tile) => tile.getAttribute('data-queue')))).toEqual([
      'sales',
      'night',
    ])
  })

  test('that names no queue we know gets an answer, not an empty screen', async ({ page, product }) => {
    await page.goto(`${product.url}/wall?queues=nope`)
    await expect(page.getByRole('heading', { name: 'None of these queues is known' })).toBeVisible()
    await expect(page.getByText(/^Known: .*support/)).toBeVisible()
  })

  test('chooses the language, which stays chosen', async ({ page, product }) => {
    await openWall(page, product.url, '?lang=ru')
    await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
    await expect(page.getByText('Критично')).toBeVisible()
    await openWall(page, product.url)
    await expect(page.getByText('Критично')).toBeVisible()
  })

  test('chooses the theme and the title', async ({ page, product }) => {
    await openWall(page, product.url, '?theme=light&title=North')
    await expect(page.getByRole('heading', { level: 1, name: 'North' })).toBeVisible()
    await expect(page).toHaveTitle(/North/)
    const background = () => page.locator('.wall').evaluate((wall) => getComputedStyle(wall).backgroundColor)
    const light = await background()
    await openWall(page, product.url, '?theme=dark')
    expect(await background()).not.toBe(light)
  })

  test('“system” follows the screen’s own setting', async ({ page, product }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await openWall(page, product.url, '?theme=system')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  })
})

test.describe('a page', () => {
  test('takes nothing from another host, runs only our scripts and complains of nothing', async ({ page, product }) => {
    const complaints: string[] = []
    const hosts = new Set<string>()
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => hosts.add(new URL(request.url()).host))
    const response = await page.goto(`${product.url}/wall`)
    await expect(page.locator('.wall[data-freshness=live]')).toBeVisible()
    expect(response?.headers()['content-security-policy']).toMatch(
      /script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic';/,
    )
    expect([...hosts]).toEqual([new URL(product.url).host])
    expect(complaints).toEqual([])
  })

  test('speaks the browser’s language when nobody chose one', async ({ browser, product }) => {
    const context = await browser.newContext({ locale: 'ru-RU' })
    const page = await context.newPage()
    await page.goto(`${product.url}/wall`)
    await expect(page.getByText('Демоданные')).toBeVisible()
    await context.close()
  })

  test('that does not exist leads to the wall', async ({ page, product }) => {
    await signIn(product, page, 'display')
    const response = await page.goto(`${product.url}/nothing`)
    expect(response?.status()).toBe(404)
    await page.getByRole('link', { name: 'Open the wall' }).click()
    await expect(page.locator('.wall')).toBeVisible()
  })

  test('uses its own fonts, the narrow widths among them', async ({ page, product }) => {
    await openWall(page, product.url)
    const loaded = await page.evaluate(() => document.fonts.check('600 84px "IBM Plex Sans Variable"'))
    expect(loaded).toBe(true)
  })
})
