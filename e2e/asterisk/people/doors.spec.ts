import { expectLoaded, openLiving } from '../../fixtures/lives'
import { barriers, expect, test } from './fixtures'

test('the one-time link makes the first admin, by keyboard; no page of theirs has a barrier that axe knows', async ({
  product,
  page,
}) => {
  await page.goto(new URL(product.firstAdmin ?? '', product.url).href)
  await expect(page.getByRole('textbox', { name: 'Name to sign in with' })).toBeFocused()
  for (const typed of ['root', 'Root Admin', 'a long enough password', 'a long enough password']) {
    await page.keyboard.type(typed)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await page.waitForURL('**/supervise')
  for (const path of ['/supervise', '/account', '/admin', '/dial', '/me']) {
    await openLiving(page, product.url + path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectLoaded(page)
    expect(await barriers(page), path).toEqual([])
  }
})
