import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, type Page, test } from '@playwright/test'
import type { Extension } from '@/lib/domain/extension'
import type { Mailbox } from '@/lib/domain/mailbox'
import { change } from './fixtures/house'
import { expectFocusIn } from './fixtures/lives'
import { adminOf, signIn } from './fixtures/sign-in'
import { type SimulatedProduct, startSimulatedProduct } from './fixtures/simulated-product'

/** The phones and mailboxes of the house, by pointer, finger, keyboard and eye; each outcome is read from the PBX. */
const OWN = { pbx: 'asterisk-1', interface: 'PJSIP/211', exten: '211', label: 'desk 14' }
let all: SimulatedProduct

test.use({ viewport: { width: 1440, height: 900 } })
test.beforeAll(async () => {
  all = await startSimulatedProduct({ freeze: '4' })
  await change(all.product, 'dial', { context: 'internal', extensionDigits: 4, country: 'DE', format: 'national' })
})
test.afterAll(() => all.close())

const phone = (page: Page, number: string) =>
  page
    .locator('[data-phone]')
    .filter({ has: page.locator(`.phone-number:text-is("${number}")`) })
    .first()
const main = (page: Page, number: string) => phone(page, number).locator('[data-row]')
const receipt = (page: Page, title: string | RegExp) => page.locator('.receipt').filter({ hasText: title })
const channels = (part: string) => all.simulator.snapshot().channels.filter((name) => name.includes(part))

async function read<R>(path: string): Promise<R[]> {
  const admin = await adminOf(all.product)
  return ((await (await admin.get(`${all.product.url}/api/v1/${path}`)).json()) as { items: R[] }).items
}

async function open(page: Page, path = '/phones'): Promise<void> {
  await signIn(all.product, page, 'supervisor', { phones: [OWN] })
  await page.goto(all.product.url + path)
  await expect(page.locator('[data-phone], tr[data-row]').first()).toBeVisible()
}

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  // Waits until it stands still, which nothing does while another phone comes or goes above it.
  await from.hover({ position: { x: 40, y: 12 } })
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (!start || !end) throw new Error('Both are to be in sight.')
  await page.mouse.down()
  await page.mouse.move(start.x + 60, start.y + 30, { steps: 4 })
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 })
  await page.mouse.up()
}

test('every extension with a hint is there, in its state', async ({ page }) => {
  await open(page)
  const extensions = await read<Extension>('extensions')
  expect(extensions.length).toBeGreaterThan(20)
  await expect(page.locator('[data-phone]')).toHaveCount(extensions.length)
  const WORDS: Readonly<Record<number, string>> = { 0: 'ready', 1: 'onCall', 4: 'unavailable', 8: 'ringing' }
  for (const { exten, status } of extensions) {
    const word = WORDS[status]
    if (word) await expect(phone(page, exten)).toHaveAttribute('data-state', word)
  }
})

test('phones are found, filtered and grouped by the address, so that it can be sent to somebody', async ({ page }) => {
  await open(page)
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('chloe')
  await expect(page).toHaveURL(/find=chloe/)
  await expect(page.locator('[data-phone]')).toHaveCount(1)
  await page.reload()
  await expect(page.locator('[data-phone]')).toHaveCount(1)
  await expect(page.locator('[data-phone]')).toContainText('Chloé')
  await page.goto(`${all.product.url}/phones?by=queue&as=rows&show=onCall`)
  await expect(page.getByRole('region', { name: 'Support' })).toBeVisible()
  await expect(page.locator('[data-phone]:not([data-state=onCall])')).toHaveCount(0)
})

test('a call by keyboard, its transfer by dragging, and its end', async ({ page }) => {
  await open(page)
  await main(page, '211').focus()
  await page.keyboard.press('ArrowDown')
  await main(page, '212').focus()
  await page.keyboard.press('c')
  const call = receipt(page, /^Call /)
  await expect(call).toContainText(/your phone (rings|rang)/)
  await expect(call).toContainText('connected')
  expect([channels('PJSIP/211').length, channels('PJSIP/212').length]).toEqual([1, 1])
  await expect(phone(page, '211')).toHaveAttribute('data-state', 'onCall')

  await drag(page, page.locator('[data-own-call]'), phone(page, '205'))
  const question = page.getByRole('dialog', { name: /^Transfer .* to 205/ })
  await expect(question.getByRole('button', { name: 'Transfer', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(receipt(page, /^Transfer/)).toContainText(/ringing there|connected|done/)
  await expect.poll(() => channels('PJSIP/211')).toEqual([])
  await expect.poll(() => channels('PJSIP/205').length).toBe(1)
  await expect(phone(page, '211')).toHaveAttribute('data-state', 'ready')
})

test('a call that is dropped nowhere stays where it is, and Escape lets go of it', async ({ page }) => {
  await open(page)
  const talking = page.locator('[data-phone][data-state=onCall][data-carries]').first()
  const [at, foot] = [await talking.boundingBox(), await page.locator('.desk-keys').boundingBox()]
  if (!at || !foot) throw new Error('Somebody talks.')
  await page.mouse.move(at.x + 40, at.y + 12)
  await page.mouse.down()
  await page.mouse.move(at.x + 80, at.y + 40, { steps: 4 })
  await expect(page.locator('.phones-ghost')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.phones-ghost')).toBeHidden()
  await page.mouse.up()
  await drag(page, talking, page.locator('.desk-keys'))
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('.receipt')).toHaveCount(0)
})

test('the same without a pointer: a call is carried by M and put down by Enter', async ({ page }) => {
  await open(page)
  const talking = page.locator('[data-phone][data-state=onCall][data-carries] [data-row]').first()
  await talking.focus()
  await page.keyboard.press('m')
  await expect(page.getByRole('status').filter({ hasText: 'goes to' })).toBeVisible()
  await main(page, '206').focus()
  await page.keyboard.press('Enter')
  await expectFocusIn(page.getByRole('dialog', { name: /to 206/ }))
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.locator('.receipt')).toHaveCount(0)
})

test('a star is kept over a reload, and the drawer tells what the PBX knows', async ({ page }) => {
  await open(page)
  await main(page, '216').focus()
  await page.keyboard.press('f')
  const mine = page.getByRole('region', { name: 'Yours and starred' })
  await expect(mine.locator('[data-phone]')).toHaveCount(2)
  await page.reload()
  await expect(mine.locator('[data-phone]')).toHaveCount(2)
  await main(page, '216').click()
  const drawer = page.getByRole('complementary', { name: 'Phone' })
  await expect(drawer).toContainText('PJSIP/216')
  await expect(drawer.getByRole('button', { name: 'Call', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await expect(main(page, '216')).toBeFocused()
})

test('an agent is offered neither listening nor the calls of others', async ({ page }) => {
  await signIn(all.product, page, 'agent', { phones: [OWN] })
  await page.goto(`${all.product.url}/phones`)
  const talking = page.locator('[data-phone][data-state=onCall]').first()
  await talking.click({ button: 'right' })
  await expect(page.getByRole('menuitem', { name: /^Call/ })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: /^Listen/ })).toHaveCount(0)
})

test('mailboxes show what lies in them, one’s own first', async ({ page }) => {
  await open(page, '/mailboxes')
  const mailboxes = await read<Mailbox>('mailboxes')
  await expect(page.locator('tr[data-row]')).toHaveCount(mailboxes.length)
  const all = mailboxes.reduce((sum, { newMessages }) => sum + newMessages, 0)
  await expect(page.locator('.mailboxes-totals')).toContainText(`New ${all}`)
  const fullest = Math.max(...mailboxes.map(({ newMessages }) => newMessages))
  await page.getByRole('button', { name: 'New', exact: true }).click()
  await expect(page.getByRole('columnheader', { name: 'New' })).toHaveAttribute('aria-sort', 'descending')
  await expect(
    page
      .locator('tr[data-row] td:nth-child(3)')
      .filter({ hasText: String(fullest) })
      .first(),
  ).toBeVisible()
})

for (const theme of ['dark', 'light', 'contrast']) {
  test(`phones and mailboxes have no barrier that axe knows, ${theme}`, async ({ page }) => {
    test.slow() // axe weighs every text against its background
    await open(page, `/phones?theme=${theme}`)
    await page.locator('[data-phone][data-state=onCall] [data-row]').first().click()
    await expect(page.getByRole('complementary', { name: 'Phone' })).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.goto(`${all.product.url}/phones?theme=${theme}&as=rows&by=state`)
    await expect(page.locator('[data-phone]').first()).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.goto(`${all.product.url}/mailboxes?theme=${theme}`)
    await page.locator('tr[data-row]').first().focus()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  for (const path of ['/phones?lang=ru', '/phones?lang=ru&as=rows', '/phones?lang=en&as=small', '/mailboxes?lang=ru']) {
    test(`${path} needs no sideways scroll`, async ({ page }) => {
      await open(page, path)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
      const main = page.locator('.desk-main')
      expect(await main.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
    })
  }

  test('a tap opens a phone over the whole screen', async ({ page }) => {
    await open(page)
    await main(page, '202').tap()
    const drawer = page.getByRole('complementary', { name: 'Phone' })
    await expect(drawer).toBeVisible()
    expect((await drawer.boundingBox())?.width).toBe(390)
    await drawer.getByRole('button', { name: 'Close' }).tap()
    await expect(drawer).toBeHidden()
  })
})
