import { randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import type { Caller } from '@/lib/domain/caller'
import { heldClock } from './fixtures/held-clock'
import { change } from './fixtures/house'
import { adminOf, send, signIn } from './fixtures/sign-in'
import { type SimulatedProduct, startSimulatedProduct } from './fixtures/simulated-product'

/** What people do at their own desks, and supervisors for them; each outcome is read from the PBX. */
const ANNA = phone('202')
const ALL_PAGES = ['/supervise', '/me', '/lost', '/history', '/dial?to=110', '/account', '/wall'] as const
const ADMIN_PAGES = [
  '',
  '/audit',
  '/console',
  '/dial',
  '/groups',
  '/pbx',
  '/reasons',
  '/routes',
  '/sessions',
  '/thresholds',
  '/tokens',
]
const clock = heldClock()
let all: SimulatedProduct

test.use({ viewport: { width: 1440, height: 900 } })
test.beforeAll(async () => {
  all = await startSimulatedProduct({ freeze: '4', clock })
  await change(all.product, 'dial', { context: 'internal', country: 'DE', format: 'national' })
  await change(all.product, 'pauseReasons', [{ name: 'Lunch', limitSeconds: 1800 }])
})
test.afterAll(() => all.close())

function phone(exten: string) {
  return { pbx: 'asterisk-1', interface: `PJSIP/${exten}`, exten, label: null }
}

const member = (queue: string, exten: string) => all.simulator.snapshot().queues[queue]?.members[`PJSIP/${exten}`]
const channels = (part: string) => all.simulator.snapshot().channels.filter((name) => name.includes(part))
/** It rings for a while only, and then rang. */
const YOURS_RINGS = /your phone (rings|rang)/
const receipt = (page: Page, title: string) => page.locator('.receipt').filter({ hasText: title })

async function openMe(page: Page): Promise<void> {
  await signIn(all.product, page, 'agent', { phones: [ANNA] })
  await page.goto(`${all.product.url}/me`)
  await expect(page.getByRole('heading', { name: 'My queues' })).toBeVisible()
  await expect(page.getByRole('switch').first()).toBeEnabled()
}

/** Types into the palette and takes what it finds, with the keyboard alone. */
async function dial(page: Page, number: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type(number)
  await expect(page.getByRole('option', { name: `Call ${number}` })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
}

test('an agent pauses for a reason and comes back', async ({ page }) => {
  await openMe(page)
  await page.getByRole('button', { name: /^Lunch/ }).click()
  await expect(receipt(page, ': Lunch')).toContainText('done')
  expect(member('sales', '202')).toMatchObject({ paused: true, pausedReason: 'Lunch' })
  await expect(page.getByRole('region', { name: 'My state' })).toContainText('Lunch')
  await page.getByRole('button', { name: 'Take calls' }).click()
  await expect(receipt(page, 'Unpause')).toContainText('done')
  expect(member('sales', '202')?.paused).toBe(false)
})

test('an agent goes into a queue and out of it', async ({ page }) => {
  await openMe(page)
  const billing = page.getByRole('switch', { name: /Billing/ })
  await billing.click()
  await expect(billing).toBeChecked()
  expect(member('billing', '202')).toBeDefined()
  await billing.click()
  await expect(billing).not.toBeChecked()
  expect(member('billing', '202')).toBeUndefined()
})

test('a call by keyboard: palette, own phone, the other side, and its end', async ({ page }) => {
  await openMe(page)
  await dial(page, '030 123456')
  const call = receipt(page, 'Call ')
  await expect(call).toContainText(YOURS_RINGS)
  await expect(call).toContainText('connected')
  expect(channels('PJSIP/202')).toHaveLength(1)
  await page.getByRole('region', { name: 'My phone' }).getByRole('button', { name: 'Hang up' }).press('Enter')
  await expect(call).toContainText('ended')
  await expect.poll(() => channels('PJSIP/202')).toEqual([])
})

test('a call is cancelled while one’s own phone rings', async ({ page }) => {
  await openMe(page)
  clock.hold()
  try {
    await dial(page, '030 123457')
    const call = receipt(page, 'Call ')
    await expect(call).toContainText('your phone rings')
    await call.getByRole('button', { name: 'End' }).click()
    await expect(call).toContainText('cancelled')
  } finally {
    clock.goOn()
  }
  await expect.poll(() => channels('PJSIP/202')).toEqual([])
})

test('whoever is busy is told to be, and a double click dials once', async ({ page }) => {
  await openMe(page)
  await page.goto(`${all.product.url}/dial?to=tel:${encodeURIComponent('+49 30 123459')}`)
  await page.getByRole('button', { name: 'Call', exact: true }).dblclick()
  await expect(page.locator('.receipt')).toContainText('busy')
  await expect(page.locator('.receipt')).toHaveCount(1)
})

test('a number that the rules do not permit is refused, and said to be', async ({ page }) => {
  await openMe(page)
  await dial(page, '110')
  await expect(receipt(page, 'Call ')).toContainText('not permitted')
  await expect(receipt(page, 'Call ')).toContainText('emergency number')
  expect(channels('PJSIP/202')).toEqual([])
})

test('an agent calls a lost caller back whose number stays masked until then', async ({ page }) => {
  const admin = await adminOf(all.product)
  const callers = (await (await admin.get(`${all.product.url}/api/v1/callers`)).json()) as { items: Caller[] }
  const caller = callers.items.find(({ queue, number }) => queue.endsWith('|sales') && number !== null)
  const command = { type: 'caller.hangUp', caller: caller?.id }
  await send(admin, all.product, '/api/v1/commands', { id: randomUUID(), command })
  await openMe(page)
  const lost = page.locator('.lost-row')
  await expect(lost).toHaveCount(1)
  await expect(lost).not.toContainText(caller?.number ?? '')
  await lost.getByRole('button', { name: 'Call back' }).click()
  await expect(page.locator('.receipt')).toContainText(/your phone (rings|rang)|not permitted/)
})

test('a supervisor pauses an agent by keyboard, sees it happen, and takes it back', async ({ page }) => {
  await signIn(all.product, page, 'supervisor', { queues: ['sales'] })
  await page.goto(`${all.product.url}/supervise?find=emre`)
  await page.locator('[data-panel=agents] [data-row]').focus()
  await page.keyboard.press('Enter')
  await page.locator('.supervise-drawer').getByRole('button', { name: 'Lunch' }).press('Enter')
  const pause = receipt(page, 'Pause Emre Yılmaz')
  await expect(pause).toContainText('done')
  expect(member('sales', '206')).toMatchObject({ paused: true, pausedReason: 'Lunch' })
  await pause.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect.poll(() => member('sales', '206')?.paused).toBe(false)
})

test('what is refused by rights is not even offered, and the API refuses it', async ({ page }) => {
  await signIn(all.product, page, 'supervisor', { queues: ['sales'] })
  await page.goto(`${all.product.url}/supervise`)
  await expect(page.locator('[data-panel=queues] [data-row]')).toHaveCount(1)
  const command = { type: 'queue.reset', queue: 'asterisk-1|support' }
  const sent = await page.request.post(`${all.product.url}/api/v1/commands`, {
    data: { id: '5f1c8f0e-2b0f-4f38-9d3e-1b4a7d6f2c11', command },
    headers: { origin: all.product.url },
  })
  expect(await sent.json()).toMatchObject({ state: 'failed' })
})

test.describe('every page', () => {
  const pages = [...ALL_PAGES, ...ADMIN_PAGES.map((name) => `/admin${name}`)]
  /** What a theme can spoil; the other rules look at the same document in all of them. */
  const COLOURFUL = new Set(['/me', '/dial?to=110', '/admin', '/admin/pbx'])
  const OF_COLOUR = ['color-contrast', 'link-in-text-block']

  test('has no barrier that axe knows', async ({ page }) => {
    test.slow() // axe weighs every text against its background
    await signIn(all.product, page, 'admin', { phones: [ANNA] })
    const found: unknown[] = []
    for (const path of pages) {
      await open(page, path, 'en')
      found.push(...(await graveOf(path, new AxeBuilder({ page }))))
      for (const theme of COLOURFUL.has(path) ? ['light', 'contrast'] : []) {
        await page.evaluate((name) => Object.assign(document.documentElement.dataset, { theme: name }), theme)
        found.push(...(await graveOf(`${path} ${theme}`, new AxeBuilder({ page }).withRules(OF_COLOUR))))
      }
    }
    expect(found).toEqual([])
  })

  test('fits a phone’s screen, in English and Russian', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await signIn(all.product, page, 'admin', { phones: [ANNA] })
    const wide: string[] = []
    for (const language of ['en', 'ru']) {
      for (const path of pages) {
        await open(page, path, language)
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (over > 0) wide.push(`${path} in ${language} by ${over} px`)
      }
    }
    expect(wide).toEqual([])
  })
})

async function open(page: Page, path: string, language: string): Promise<void> {
  const url = new URL(path, all.product.url)
  url.searchParams.set('theme', 'dark')
  url.searchParams.set('lang', language)
  await page.goto(url.href)
  await expect(page.locator('h1, h2').first()).toBeVisible()
}

async function graveOf(where: string, axe: AxeBuilder): Promise<unknown[]> {
  const { violations } = await axe.analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return grave.map(({ id, nodes }) => [where, id, nodes[0]?.html])
}
