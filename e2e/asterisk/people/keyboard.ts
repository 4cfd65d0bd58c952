import { expect, type Locator, type Page } from '@playwright/test'

/** More stops of the Tab key than any page has. */
const STOPS = 200

/** Presses Tab until the element has the focus: what cannot be reached so cannot be used without a mouse. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let stop = 0; stop < STOPS; stop++) {
    if (await hasFocus(target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not come to ${target}.`)
}

/** Comes to a control by Tab, when it can be used, and presses a key there. */
export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await expect(target).toBeEnabled()
  await tabTo(page, target)
  await page.keyboard.press(key)
}

/** Chooses in a list that opens, by arrows. */
export async function choose(page: Page, list: Locator, option: string): Promise<void> {
  await press(page, list)
  const wanted = page.getByRole('option', { name: option, exact: true })
  await expect(wanted).toBeVisible()
  await page.keyboard.press('Home')
  for (let step = 0; step < STOPS && !(await hasFocus(wanted)); step++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(wanted).toBeHidden()
}

/** Writes over what stands in a field. */
export async function fill(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement)
}
