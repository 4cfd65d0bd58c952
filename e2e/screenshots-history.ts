import type { Browser, Page } from '@playwright/test'
import { signIn } from './fixtures/sign-in'
import { startProduct } from './fixtures/start-product'
import { officeZone } from './screenshots-zone'

const SCREEN = { width: 1440, height: 900 }
const ZONE = officeZone()
const DAY_MS = 86_400_000
/** Of the demo's sixth agent: callers are called back from it. */
const PHONE = { pbx: 'demo', interface: 'PJSIP/206', exten: '206', label: null }

/** The pages of the past, with what the demo has of it: the latest day at the office that is over. */
export async function takeHistory(browser: Browser, save: (page: Page, name: string) => Promise<void>): Promise<void> {
  const env = { CALLBOARD_SIMULATOR_PAST: '30', CALLBOARD_TIME_ZONE: ZONE, CALLBOARD_DAY_START: '00:00' }
  const product = await startProduct({ env })
  const page = await browser.newPage({ viewport: SCREEN, reducedMotion: 'reduce', locale: 'en-GB' })
  await signIn(product, page, 'supervisor', { displayName: 'Marta Kovács', phones: [PHONE] })
  const day = `from=${officeDay()}T07:00&to=${officeDay()}T20:00`
  const open = async (address: string, selector: string) => {
    await page.goto(product.url + address)
    await page.locator(selector).first().waitFor()
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready)
  }
  await open(`/history?${day}`, '.charts-canvas canvas')
  await save(page, 'history')
  await open(`/history?${day}&figure=serviceLevel`, '.charts-canvas canvas')
  await page.getByRole('listitem').filter({ hasText: /SL4/ }).waitFor()
  await save(page, 'explanation')
  for (const [chart, of, drawn] of [
    ['Week', 'span=days28', '.charts-heat'],
    ['Agents', day, '.charts-lane'],
  ] as const) {
    await open(`/history?${of}`, '.charts-canvas canvas')
    await page.locator('.charts').getByRole('radio', { name: chart }).click()
    await page.locator(drawn).first().waitFor()
    await page.waitForLoadState('networkidle')
    await save(page, `history-${chart.toLowerCase()}`)
  }
  await open('/lost', '.lost-row')
  await save(page, 'lost')
  await open('/replay', '[data-queue]')
  await save(page, 'replay')
  await page.close()
  await product.stop()
}

/** As in `2026-11-25`, by the clock of the zone. */
function officeDay(): string {
  const days = Array.from({ length: 4 }, (_, ago) => new Date(Date.now() - (ago + 1) * DAY_MS))
  const shown = days.map((day) => day.toLocaleDateString('sv', { timeZone: ZONE }))
  return shown.find((day) => ![0, 6].includes(new Date(day).getUTCDay())) ?? shown[0] ?? ''
}
