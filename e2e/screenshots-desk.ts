import type { Browser, Page } from '@playwright/test'
import type { Member } from '@/lib/domain/member'
import type { Phone } from '@/lib/protocol/viewer'
import { demoSettings } from '@/server/settings/defaults'
import { change } from './fixtures/house'
import { adminOf, signIn } from './fixtures/sign-in'
import type { Product } from './fixtures/start-product'

const SCREEN = { width: 1440, height: 900 }
/** At the moment with four queues she talks. */
const AGENT = 'Chloé Dubois'

/** The pages for people, as a supervisor and an agent with phones of their own see them. */
export async function takeDesk(browser: Browser, product: Product, save: (page: Page, name: string) => Promise<void>) {
  const { dial, pauseReasons, routes } = demoSettings(['support', 'sales', 'billing', 'night'])
  await change(product, 'pauseReasons', [...pauseReasons])
  await change(product, 'dial', dial as object)
  await change(product, 'routes', routes as object)
  const members = await membersOf(product)
  const phoneOf = (name: string): Phone => {
    const member = members.find((one) => one.name === name)
    if (!member) throw new Error(`Nobody is called ${name}.`)
    return { pbx: member.pbx, interface: member.interface, exten: member.interface.split('/')[1] ?? null, label: null }
  }
  const page = await browser.newPage({ viewport: SCREEN, reducedMotion: 'reduce', locale: 'en-GB' })
  await open(page, `${product.url}/sign-in`, 'input')
  await save(page, 'sign-in')
  await signIn(product, page, 'admin', { displayName: 'Marta Kovács', phones: [phoneOf('Emre Yılmaz')] })
  for (const [name, search] of [
    ['supervise', ''],
    ['supervise-light', '?theme=light'],
  ] as const) {
    await open(page, `${product.url}/supervise${search}`, '[data-panel=agents] [data-row]')
    await page.locator('[data-panel=agents] [data-row]').filter({ hasText: 'Bogdan' }).click()
    await page.locator('.supervise-drawer').waitFor()
    await save(page, name)
  }
  await open(page, `${product.url}/supervise`, '[data-panel=agents] [data-row]')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('an')
  await page.getByRole('option').first().waitFor()
  await save(page, 'palette')
  for (const path of ['admin', 'admin/audit', 'admin/pbx']) {
    await open(page, `${product.url}/${path}`, 'main')
    await page.waitForLoadState('networkidle')
    await save(page, path.replace('/', '-'))
  }
  await page.close()
  const desk = await browser.newPage({ viewport: SCREEN, reducedMotion: 'reduce', locale: 'en-GB' })
  await signIn(product, desk, 'agent', { displayName: AGENT, phones: [phoneOf(AGENT)] })
  await open(desk, `${product.url}/me`, 'main')
  await desk.waitForLoadState('networkidle')
  await save(desk, 'me')
  await desk.close()
}

async function open(page: Page, url: string, selector: string): Promise<void> {
  await page.goto(url)
  await page.locator(selector).first().waitFor()
  await page.evaluate(() => document.fonts.ready)
}

async function membersOf(product: Product): Promise<Member[]> {
  const admin = await adminOf(product)
  const answer = await admin.get(`${product.url}/api/v1/members`)
  return ((await answer.json()) as { items: Member[] }).items
}
