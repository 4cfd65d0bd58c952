import { shownRooms, shownSlots } from '../product/rooms'
import type { Asterisk } from '../rig/asterisk'
import { startAsterisk } from '../rig/asterisk'
import { barriers, test as base, deskFor, expect } from './fixtures'
import { press, tabTo } from './keyboard'
import { together } from './shown'

/** With a second Asterisk, to which the first registers by SIP and by IAX. */
const test = base.extend({
  asterisk: async ({ asteriskVersion }, use, info) => {
    const asterisk = await startAsterisk(asteriskVersion, { far: true })
    await use(asterisk)
    if (info.status !== info.expectedStatus) await info.attach('asterisk.log', { body: asterisk.log() })
    await asterisk.stop()
  },
})

const call = (asterisk: Asterisk, from: string, exten: string) =>
  asterisk.cli(`channel originate PJSIP/${from} extension ${exten}@internal`)
const ROOM = '61234'

/** Of rows walked by arrows, the one where whoever comes by Tab arrives: where they last were, and at first the first. */
const TAB_LEADS_TO = '[data-row][tabindex="0"]'

test('who is parked stands where Asterisk says, and is fetched by a click', async ({ asterisk, product, page }) => {
  const { receipt } = await deskFor(product, page, 'supervisor', ['121'], '/parking')
  await expect(page.getByRole('heading', { name: /Lot default 0 of 20 slots taken/ })).toBeVisible()
  await call(asterisk, '101', '700')
  await expect.poll(() => shownSlots(asterisk)).toHaveLength(1)
  const [shown] = await shownSlots(asterisk)
  const slot = page.getByRole('listitem', { name: new RegExp(`^Slot ${shown?.slot}, `) })
  await expect(slot).toContainText('Alice')
  await expect(slot).toContainText('parked by 101')
  await expect(slot).toContainText(/back in 9:\d\d/)
  await press(page, slot)
  await expect(receipt(/^Fetch/)).toContainText('connected')
  await expect.poll(() => together(asterisk)).toEqual(['101+121'])
  await expect(slot).toHaveCount(0)
  expect(await shownSlots(asterisk)).toEqual([])
})

test('who is parked is transferred by key to somebody else', async ({ asterisk, product, page }) => {
  const { done } = await deskFor(product, page, 'supervisor', ['121'], '/parking')
  await call(asterisk, '101', '700')
  const slot = page.getByRole('listitem', { name: /^Slot 701, / })
  await tabTo(page, slot)
  await page.keyboard.press('m')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('102')
  await expect(page.getByRole('option', { selected: true })).toContainText('102')
  await page.keyboard.press('Enter')
  await done(/^Transfer .* to 102/)
  await expect.poll(() => together(asterisk)).toEqual(['101+102'])
  await expect(slot).toHaveCount(0)
})

test('a conference is run by keyboard, and each change is Asterisk’s own', async ({ asterisk, product, page }) => {
  await deskFor(product, page, 'supervisor', ['121'], '/conferences')
  for (const [from, exten] of [
    ['101', ROOM],
    ['102', ROOM],
    ['104', `${ROOM}*admin`],
  ] as const)
    await call(asterisk, from, exten)
  const room = page.getByRole('region', { name: `Room ${ROOM}` })
  await expect(room).toContainText('3 people')
  const shown = async () => (await shownRooms(asterisk))[ROOM]
  expect((await shown())?.people.map(({ channel }) => channel.slice(0, 9))).toEqual([
    'PJSIP/101',
    'PJSIP/102',
    'PJSIP/104',
  ])
  const bogdan = page.getByRole('listitem', { name: 'Bogdan' })
  // Who has just come in may still move the lines.
  await expect(async () => {
    await tabTo(page, room.locator(TAB_LEADS_TO))
    const towards = await bogdan.evaluate((row) => {
      const focused = document.activeElement ?? document.body
      const isAbove = row.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_PRECEDING
      return row === focused ? null : isAbove ? 'ArrowDown' : 'ArrowUp'
    })
    if (towards !== null) await page.keyboard.press(towards)
    await expect(bogdan).toBeFocused({ timeout: 2_000 })
  }).toPass()
  await page.keyboard.press('m')
  await expect(bogdan).toContainText('muted')
  expect((await shown())?.people.map(({ muted }) => muted)).toEqual([false, true, false])
  await page.keyboard.press('l')
  await expect(room.getByRole('button', { name: 'Unlock' })).toBeVisible()
  expect((await shown())?.locked).toBe(true)
  await page.keyboard.press('x')
  await press(page, page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }))
  await expect.poll(async () => (await shown())?.people.length).toBe(2)
  await expect(room).toContainText('2 people')
  await expect(bogdan).toHaveCount(0)
})

test('a trunk falls with the Asterisk at its other end, and everybody learns of it', async ({
  asterisk,
  product,
  page,
}) => {
  const desk = await deskFor(product, page, 'admin', ['121'], '/trunks')
  const trunk = page.getByRole('listitem', { name: 'trunk', exact: true })
  await expect(trunk).toContainText('registered')
  await expect(trunk).toContainText(/round trip \d+ ms/)
  await expect(trunk).toHaveAttribute('data-level', 'calm')
  await tabTo(page, page.locator(TAB_LEADS_TO).first())
  await expect(async () => {
    await page.keyboard.press('ArrowRight')
    expect(await trunk.evaluate((element) => element === document.activeElement)).toBe(true)
  }).toPass({ intervals: [0] })
  await page.keyboard.press('c')
  await desk.done(/^Check trunk/)
  expect(await barriers(page)).toEqual([])

  const wall = await page.context().newPage()
  await wall.goto(`${product.url}/wall?widgets=trunks,parking`)
  const line = wall.locator('[data-widget=trunks] li').filter({ hasText: /^trunk/ })
  await expect(line).toHaveAttribute('data-level', 'calm')

  await asterisk.far?.kill()
  await expect(trunk).toHaveAttribute('data-level', 'critical')
  await expect(page.locator('.trunk-band')).toContainText('trunk down')
  await expect(page.locator('.desk [aria-live=assertive]')).toContainText('Trunk trunk: down')
  await expect(line).toHaveAttribute('data-level', 'critical')
  await expect(line).toContainText(/down 0:\d\d/)
  await page.goto(`${product.url}/supervise`)
  await expect(page.getByRole('link', { name: /trunks? (is|are) down/ })).toBeVisible()

  asterisk.far?.start()
  await expect(line).toHaveAttribute('data-level', 'calm')
})
