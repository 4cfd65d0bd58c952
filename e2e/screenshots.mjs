import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { register } from 'tsx/esm/api'
import { ensureBuilt } from '../server/launch/build.mjs'
import { ensureChromium } from './chromium.mjs'

/**
 * `npm run screenshots`: the wall in every size, language, theme and state, and the pages for people, from the built
 * product and the simulator's fixed moments; the pages of the past from the demo's. The best of them (`PUBLIC`) stand in the README, the others in
 * e2e/screenshots.
 */
register()
const { startProduct } = await import('./fixtures/start-product.ts')
const { takeDesk } = await import('./screenshots-desk.ts')
const { takeHistory } = await import('./screenshots-history.ts')
const { officeZone } = await import('./screenshots-zone.ts')

const root = fileURLToPath(new URL('..', import.meta.url))
const PUBLIC = new Set([
  'wall-4',
  'wall-12',
  'wall-40',
  'wall-stale',
  'supervise',
  'me',
  'palette',
  'history',
  'explanation',
  'replay',
])

const HD = { width: 1920, height: 1080 }
const BOARD = {
  ...{ CALLBOARD_TITLE: 'Customer care', CALLBOARD_PLACE: 'Floor 2 east' },
  ...{ CALLBOARD_TIME_ZONE: officeZone(), CALLBOARD_DAY_START: '00:00', CALLBOARD_SIMULATOR_PAST: '2' },
}
const ALL = { ...BOARD, CALLBOARD_TITLE: 'All sites' }

/** Picture by picture, those of one moment together. */
const MOMENTS = [
  { freeze: '1', board: BOARD, pictures: [{ name: 'wall-1' }, { name: 'wall-1-portrait', portrait: true }] },
  {
    freeze: '4',
    board: BOARD,
    desk: true,
    pictures: [
      { name: 'wall-4' },
      { name: 'wall-4k', viewport: { width: 3840, height: 2160 } },
      { name: 'wall-portrait', portrait: true },
      { name: 'wall-light', search: '?theme=light' },
      { name: 'wall-contrast', search: '?theme=contrast' },
      { name: 'wall-ru', search: '?lang=ru&title=Клиентский отдел' },
      { name: 'wall-stale', stale: true },
    ],
  },
  { freeze: '12', board: ALL, pictures: [{ name: 'wall-12' }, { name: 'wall-12-portrait', portrait: true }] },
  { freeze: '40', board: ALL, pictures: [{ name: 'wall-40' }, { name: 'wall-40-portrait', portrait: true }] },
]

await ensureBuilt()
const executablePath = await ensureChromium()
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(executablePath === null ? {} : { executablePath }),
})
for (const folder of ['public/screenshots', 'e2e/screenshots']) mkdirSync(root + folder, { recursive: true })
for (const { freeze, board, pictures, desk = false } of MOMENTS) {
  const product = await startProduct({ env: { ...board, CALLBOARD_SIMULATOR_SCENE: freeze } })
  if (desk) await takeDesk(browser, product, save)
  for (const picture of pictures) await take(picture, product)
  await product.stop()
}
await takeHistory(browser, save)
await browser.close()

async function take({ name, search = '', viewport = HD, portrait = false, stale = false }, product) {
  const size = portrait ? { width: viewport.height, height: viewport.width } : viewport
  const page = await browser.newPage({ viewport: size, reducedMotion: 'reduce', locale: 'en-GB' })
  await page.goto(`${product.url}/wall${search}`)
  await page.locator('.wall[data-freshness=live] [data-queue]').first().waitFor()
  if (stale) await loseTheServer(page, product)
  await page.evaluate(() => document.fonts.ready)
  await save(page, name)
  await page.close()
}

async function save(page, name) {
  const path = `${PUBLIC.has(name) ? 'public' : 'e2e'}/screenshots/${name}.png`
  await page.screenshot({ path: root + path })
  console.log(path)
}

/** The server is gone: the wall keeps its last picture, hollow. The last picture of a moment. */
async function loseTheServer(page, product) {
  await product.stop()
  await page.locator('.wall[data-freshness=stale]').waitFor()
}
