import { type Browser, expect, type Page, test } from '@playwright/test'
import { generate } from 'otplib'
import { expectLivingDoor, openLiving } from './fixtures/lives'
import { patiently } from './fixtures/patience'
import { type SimulatedProduct, startSimulatedProduct } from './fixtures/simulated-product'

/** From the first start to everybody signed in, by nothing but the pages. Each test goes on where the last one ended. */
test.describe.configure({ mode: 'serial' })

/** An ended session or a lowered right takes effect on open pages within so long. */
const within = () => ({ timeout: patiently(5_000) })
const PASSWORD = 'seven green bottles'
let all: SimulatedProduct
let admin: Page

test.beforeAll(async ({ browser }) => {
  all = await startSimulatedProduct({ freeze: '4' })
  admin = await newPage(browser)
})
test.afterAll(async () => {
  await admin.context().close()
  await all.close()
})

async function newPage(browser: Browser): Promise<Page> {
  return (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
}

async function choosePassword(page: Page, password = PASSWORD): Promise<void> {
  await page.getByLabel('New password').fill(password)
  await page.getByLabel('Once more').fill(password)
  await page.keyboard.press('Enter')
}

async function give(page: Page, name: string, password: string): Promise<void> {
  await expectLivingDoor(page)
  await page.getByLabel('Name or extension').fill(name)
  await page.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')
}

async function choose(what: string, value: string): Promise<void> {
  await admin.getByLabel(what, { exact: true }).click()
  await admin.getByRole('option', { name: value, exact: true }).click()
}

/** Makes somebody on the administration's page; gives the one-time link that it tells. */
async function make(name: string, role: string, phone?: string): Promise<string> {
  await admin.getByRole('button', { name: 'New person' }).click()
  await admin.getByLabel('Name to sign in with').fill(name)
  await admin.getByLabel('Name that others see').fill(name.toUpperCase())
  await choose('Role', role)
  if (phone) {
    await admin.getByRole('button', { name: 'Give a phone' }).click()
    await admin.getByLabel('Phone in Asterisk').fill(phone)
    await admin.getByLabel('Phone in Asterisk').press('Tab')
    await expect(admin.getByLabel('Extension')).toHaveValue(phone.split('/')[1] ?? '')
  }
  await admin.getByRole('button', { name: 'Create and show link' }).click()
  const told = admin.getByRole('dialog')
  const link = await told.locator('code').innerText()
  await told.getByRole('button', { name: 'Done' }).click()
  await expect(admin.getByRole('button', { name: name.toUpperCase(), exact: true })).toBeVisible()
  await admin.getByRole('button', { name: 'Close' }).click()
  return link
}

test('the first start’s link makes the first admin, says what is wrong with a password, and works once', async ({
  page,
}) => {
  const link = all.product.firstAdmin ?? ''
  await admin.goto(link)
  await admin.getByLabel('Name to sign in with').fill('root')
  await admin.getByLabel('New password').fill('short')
  await admin.getByLabel('Once more').fill('other')
  await admin.keyboard.press('Enter')
  await expect(admin.getByText('At least 10 characters; 5 more.').first()).toBeVisible()
  await expect(admin.getByText('The two are not the same.')).toBeVisible()
  await choosePassword(admin, 'ababababababab')
  await expect(admin.getByText('Take another: neither your name')).toBeVisible()
  await choosePassword(admin)
  await expect(admin).toHaveURL(/\/supervise$/)
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
})

test('a link that was cut or spoilt on its way says so', async ({ page }) => {
  await page.goto(`${all.product.url}/welcome`)
  await expect(page.getByRole('heading', { name: 'This link is not whole' })).toBeVisible()
  await page.goto(`${all.product.url}/welcome#%E0%A4%A`)
  await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
})

test('the admin makes a supervisor and an agent with a phone; each lands where they work', async ({ browser }) => {
  await openLiving(admin, `${all.product.url}/admin`)
  const links = { boss: await make('boss', 'Supervisor'), anna: await make('anna', 'Agent', 'PJSIP/202') }
  const boss = await newPage(browser)
  await boss.goto(links.boss)
  await choosePassword(boss)
  await expect(boss).toHaveURL(/\/supervise$/)
  await boss.context().close()
  const anna = await newPage(browser)
  await anna.goto(links.anna)
  await choosePassword(anna)
  await expect(anna).toHaveURL(/\/me$/)
  await expect(anna.getByRole('region', { name: 'My phone' })).toContainText('Phone 202')
  await anna.context().close()
})

test('whom the company account did not let in is told why, and nothing else that an address says', async ({ page }) => {
  await page.goto(`${all.product.url}/sign-in?error=disabled`)
  await expect(page.getByText('Your account here is switched off.')).toBeVisible()
  await page.goto(`${all.product.url}/sign-in?error=call-0900-now`)
  await expect(page.getByText('The company account did not sign you in.')).toBeVisible()
  await expect(page.getByText('0900')).toBeHidden()
})

test('sign-in leads on to the page that was asked for', async ({ page }) => {
  await page.goto(`${all.product.url}/supervise?find=zoe`)
  await give(page, 'boss', PASSWORD)
  await expect(page).toHaveURL(`${all.product.url}/supervise?find=zoe`)
})

test('five wrong passwords and one waits; nobody else does', async ({ page }) => {
  await page.goto(`${all.product.url}/sign-in`)
  for (const left of [4, 3, 2, 1]) {
    await give(page, 'no-such-person', 'wrong password')
    await expect(page.getByText(`After ${left} more`)).toBeVisible()
  }
  await give(page, 'no-such-person', 'wrong password')
  await expect(page.getByText('You have to wait now.')).toBeVisible()
  await give(page, 'no-such-person', 'wrong password')
  await expect(page.getByText(/Too many tries. You can go on in 1[45]:\d\d/)).toBeVisible()
  await page.reload()
  await give(page, 'anna', PASSWORD)
  await expect(page).toHaveURL(/\/me$/)
})

test('a second step is set up, asked for at the sign-in, and no code opens twice', async ({ page }) => {
  await page.goto(`${all.product.url}/sign-in?next=/account`)
  await give(page, 'boss', PASSWORD)
  await expect(page.locator('.desk-link[data-live]')).toBeAttached()
  await page.getByRole('button', { name: 'Set it up' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Current password').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible()
  const secret = (await dialog.locator('code').innerText()).replaceAll(' ', '')
  await dialog.getByLabel('Code of the app').fill(await generate({ secret }))
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('heading', { name: 'Backup codes' })).toBeVisible()
  await dialog.getByRole('button', { name: 'I have kept them' }).click()

  // The code of the next half minute counts already, and after this it does no more.
  const code = await generate({ secret, epoch: Math.floor(Date.now() / 1000) + 30 })
  const signInAgain = async () => {
    await expect(page.locator('.desk-link[data-live]')).toBeAttached()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(/\/sign-in/)
    await page.goto(`${all.product.url}/sign-in?next=/account`)
    await give(page, 'boss', PASSWORD)
    await page.getByLabel('Code of your authenticator app').fill(code)
    await page.keyboard.press('Enter')
  }
  await signInAgain()
  await expect(page).toHaveURL(/\/account$/)
  await signInAgain()
  await expect(page.getByText('This code is not right.')).toBeVisible()
})

test('who ends a session from another browser closes its page within 5 s', async ({ browser, page }) => {
  const lost = await newPage(browser)
  for (const one of [lost, page]) {
    await one.goto(`${all.product.url}/sign-in?next=/account`)
    await give(one, 'anna', PASSWORD)
    await expect(one).toHaveURL(/\/account$/)
  }
  await lost.goto(`${all.product.url}/me`)
  await expect(lost.getByRole('heading', { name: 'My queues' })).toBeVisible()
  await expect(page.locator('.desk-link[data-live]')).toBeAttached()
  await page.getByRole('button', { name: 'End all others' }).click()
  await expect(lost.getByText('Your session has ended.')).toBeVisible(within())
  await lost.getByRole('link', { name: 'Sign in again' }).click()
  await expect(lost).toHaveURL(`${all.product.url}/sign-in?next=%2Fme`)
  await expect(page.getByRole('heading', { name: 'Where you are signed in' })).toBeVisible()
  await lost.context().close()
})

test('a right that the admin takes away is gone from the open page within 5 s', async ({ page }) => {
  await page.goto(`${all.product.url}/sign-in`)
  await give(page, 'anna', PASSWORD)
  await expect(page.getByRole('heading', { name: 'Pause in all queues' })).toBeVisible()
  await openLiving(admin, `${all.product.url}/admin`)
  await admin.getByRole('button', { name: 'ANNA', exact: true }).click()
  await admin.getByText('May do').click()
  await choose('Pause oneself', 'not allowed')
  await admin.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'Pause in all queues' })).toBeHidden(within())
})
