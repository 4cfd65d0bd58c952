import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './fixtures/product'
import { signIn } from './fixtures/sign-in'

test.use({ productEnv: { CALLBOARD_SIMULATOR_SPEED: '20' } })

test('each figure is opened down to the visits behind it, and both tell the same', async ({ product, page }) => {
  await signIn(product, page, 'supervisor')
  await page.goto(`${product.url}/history`)
  const figure = (name: string) => page.getByRole('region', { name: 'Figures' }).getByRole('button', { name })
  await expect(figure('Answered').locator('b')).not.toHaveText('0', { timeout: 60_000 })
  await figure('Answered').click()
  const explained = page.getByRole('region', { name: 'What Answered is made of' })
  await expect(explained.getByText('Callers whom an agent answered')).toBeVisible()
  await explained.getByRole('button', { name: /^Show [\d,]+ visit/ }).click()
  const visits = page.getByRole('grid', { name: 'Visits' })
  // Calls go on: all three are read at once, again and again.
  await expect
    .poll(
      async () => {
        const told = [figure('Answered').locator('b'), explained.locator('header b')].map((one) => one.textContent())
        const [live, opened, rows] = await Promise.all([...told, visits.getAttribute('aria-rowcount')])
        return live === opened && Number(rows) === Number(live) + 1
      },
      { timeout: 90_000, intervals: [100] },
    )
    .toBe(true)
  for (const ending of await visits.locator('td:nth-child(5)').allTextContents())
    expect(ending).toMatch(/answered|transferred/)
  await expect(page).toHaveURL(/figure=answered/)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await visits.focus()
  await page.keyboard.press('Enter')
  const story = page.getByRole('dialog', { name: 'One visit' })
  await expect(story.getByText(/Entered at position/)).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.keyboard.press('Escape')
  await expect(visits).toBeFocused()
})

test('it fits a phone, in Russian too, and is for who may see it', async ({ product, page }) => {
  await signIn(product, page, 'supervisor')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${product.url}/history?lang=ru&figure=serviceLevel`)
  await expect(page.getByText('Уровень сервиса').first()).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: /SL4/ })).toHaveAttribute('data-used', '')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await signIn(product, page, 'agent')
  await page.goto(`${product.url}/history`)
  await expect(page.getByText('Вашей записи эта страница недоступна')).toBeVisible()
})
