import { expect, type Page, test } from '@playwright/test'
import { expectFocusIn } from './fixtures/lives'
import { adminOf, signIn } from './fixtures/sign-in'
import { type SimulatedProduct, startSimulatedProduct } from './fixtures/simulated-product'

/** The AMI console in a browser; what it did is read from the PBX. */
let all: SimulatedProduct

test.use({ viewport: { width: 1440, height: 900 } })
test.beforeAll(async () => {
  all = await startSimulatedProduct({ freeze: '4' })
})
test.afterAll(() => all.close())

async function open(page: Page): Promise<void> {
  await signIn(all.product, page, 'admin')
  await page.goto(`${all.product.url}/admin/console`)
  await expect(page.getByText('Session of its own at asterisk-1')).toBeVisible()
}

/** Opens the form of an action with the keyboard alone. */
async function find(page: Page, name: string): Promise<void> {
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Find an action' })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(name)
  await expect(page.locator('[data-action]').first()).toHaveAttribute('data-action', name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
  // The search keeps the focus, and `/` is then a letter.
  await page.locator('.console-form input').first().focus()
}

const tab = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).click()
const lines = async () => {
  const found = await (await adminOf(all.product)).get(`${all.product.url}/api/v1/admin/audit?action=console.run`)
  return ((await found.json()) as { items: { actor: string; target: string; result: string; detail: object }[] }).items
}

test('an administrator finds an action, runs it by keyboard, and sees answer, bytes and code', async ({ page }) => {
  await open(page)
  await find(page, 'QueueStatus')
  await page.getByLabel('Queue', { exact: true }).fill('sales')
  await page.keyboard.press('Control+Enter')
  const params = page.getByRole('region', { name: 'QueueParams' }).first()
  await expect(params.getByRole('row')).toHaveCount(2)
  await expect(params).toContainText('sales')
  await expect(page.getByRole('region', { name: 'QueueMember' }).first()).toContainText('PJSIP/206')
  await tab(page, 'Bytes')
  await expect(page.getByRole('region', { name: /^Sent/ })).toContainText('Queue: sales\\r\\n')
  await tab(page, 'As code')
  await expect(page.locator('.console-answer pre')).toContainText("--data-urlencode 'Queue=sales'")
  expect(all.simulator.stats().sessions).toBe(2)
  const asked = { target: 'QueueStatus', result: 'asked', detail: { Queue: 'sales', pbx: 'asterisk-1' } }
  const newest = async () => (await lines()).slice(0, 2)
  await expect.poll(newest).toMatchObject([{ result: 'done' }, asked])
})

test('what harms is asked about by name first, and then done', async ({ page }) => {
  await open(page)
  const [channel = ''] = all.simulator.snapshot().channels
  await find(page, 'Hangup')
  await page.getByLabel(/^Channel/).fill(channel)
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText(`Ends the call of channel ${channel}.`)
  await expectFocusIn(dialog)
  await page.keyboard.press('Escape')
  // Keys are the form's again once the dialog has given the focus back.
  await expect(page.getByLabel(/^Channel/)).toBeFocused()
  expect(all.simulator.snapshot().channels).toContain(channel)
  await page.keyboard.press('Control+Enter')
  await dialog.getByRole('button', { name: 'Run Hangup' }).press('Enter')
  await expect(page.locator('.console-outcome')).toContainText('Success')
  expect(all.simulator.snapshot().channels).not.toContain(channel)
})

test('hostile input is refused at its field, and not a byte is sent', async ({ page }) => {
  await open(page)
  await find(page, 'QueueStatus')
  const before = (await lines()).length
  await page.getByLabel('Queue', { exact: true }).fill('sales,support')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert').first()).toContainText('Queue')
  await expect(page.getByLabel('Queue', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  expect(await lines()).toHaveLength(before)
  const headers = [['Queue', 'sales\r\n\r\nAction: QueueReset']]
  const data = { action: 'QueueStatus', headers }
  const answer = await page.request.post(`${all.product.url}/api/v1/admin/console/run`, {
    ...{ data, headers: { origin: all.product.url } },
  })
  expect([answer.status(), await answer.json()]).toMatchObject([422, { errors: [{ path: 'headers.0' }] }])
})

test('events come live, are filtered, paused and counted, and end with the session', async ({ page }) => {
  await open(page)
  await tab(page, 'Events')
  const rows = page.locator('[data-seq]')
  const tools = page.locator('.console-events')
  await expect(tools.getByText('Live', { exact: true })).toBeVisible()
  const pause = (paused: boolean) =>
    page.request.post(`${all.product.url}/api/v1/admin/console/run`, {
      data: {
        action: 'QueuePause',
        headers: [
          ['Interface', 'PJSIP/206'],
          ['Paused', String(paused)],
        ],
      },
      headers: { origin: all.product.url },
    })
  await expect(async () => {
    await pause(true)
    await pause(false)
    await expect(rows.first()).toContainText('QueueMemberPause', { timeout: 1000 })
  }).toPass()
  await expect(page.getByRole('region', { name: 'Types' })).toContainText('QueueMemberPause')
  await rows.first().click()
  await expect(page.getByRole('region', { name: 'Event QueueMemberPause' })).toContainText('PJSIP/206')
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await pause(true)
  await expect(page.locator('.console-paused')).not.toHaveText('0 events came meanwhile')
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByLabel('Queue', { exact: true }).last().fill('nothing-such')
  await expect(page.getByText('Nothing fits the filter yet')).toBeVisible()
  await page.getByLabel('Queue', { exact: true }).last().fill('')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as NDJSON' }).click()
  expect((await saved).suggestedFilename()).toBe('events.ndjson')
  const admin = await adminOf(all.product)
  const { id } = (await (await page.request.get(`${all.product.url}/api/v1/session`)).json()) as { id: string }
  const headers = { origin: all.product.url, 'content-type': 'application/json' }
  await admin.delete(`${all.product.url}/api/v1/admin/accounts/${id}/sessions`, { headers, data: {} })
  await expect(page.getByText(/sign in again/i).first()).toBeVisible()
})

test('the command line says how it is allowed while its class is off', async ({ page }) => {
  await open(page)
  await tab(page, 'Command line')
  await expect(page.getByText('Asterisk’s command line is off')).toBeVisible()
})

test('whoever has not the permission neither sees the console nor may use it', async ({ page }) => {
  await signIn(all.product, page, 'supervisor')
  await page.goto(`${all.product.url}/admin/console`)
  await expect(page.locator('.console')).toHaveCount(0)
  for (const path of ['', '/events']) {
    expect((await page.request.get(`${all.product.url}/api/v1/admin/console${path}`)).status()).toBe(403)
  }
})

test('who has that permission alone sees that part alone', async ({ page }) => {
  await signIn(all.product, page, 'supervisor', {
    overrides: [{ permission: 'console', allowed: true, queues: null }],
  })
  await page.goto(`${all.product.url}/admin/console`)
  await expect(page.getByText('Session of its own at asterisk-1')).toBeVisible()
  await expect(page.locator('.admin-parts a')).toHaveText(['AMI console'])
})
