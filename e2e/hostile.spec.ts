import { expect, type Page, test } from '@playwright/test'
import { HOSTILE_TEXTS } from '@/lib/domain/testing/hostile-texts'
import { type ScriptedPbx, startScriptedPbx } from './faults/scripted-pbx'
import { type Product, startProduct } from './fixtures/start-product'
import { misfits, openWall } from './fixtures/wall-page'

/** What people call themselves and their queues is text on the wall, whatever it looks like. */

const TEN_MINUTES = 600_000
const NAMES = [...Object.values(HOSTILE_TEXTS), 'W'.repeat(10_000)]
/** The longest text that the server lets through (server/events/bounded-message.ts). */
const MAX_TEXT = 1024
const MARKUP = HOSTILE_TEXTS.markup

/** A queue, somebody who is paused and somebody who waits, all called so. */
function namesake(name: string, i: number) {
  const counters = { Max: 0, Calls: 1, Completed: 3, Abandoned: 1, ServiceLevel: 20, ServicelevelPerf: '50.0' }
  const member = { Location: `PJSIP/${i}`, StateInterface: `PJSIP/${i}`, Membership: 'static', Penalty: 0, Status: 1 }
  const caller = { Channel: `PJSIP/trunk-${i}`, Uniqueid: `1795426900.${i}`, CallerIDNum: name, CallerIDName: name }
  return [
    { Event: 'QueueParams', Queue: name, Strategy: 'ringall', ...counters },
    { Event: 'QueueMember', Queue: name, Name: name, ...member, Paused: 1, PausedReason: name, InCall: 0 },
    { Event: 'QueueEntry', Queue: name, Position: 1, ...caller, Wait: 95, Priority: 0 },
  ]
}

let pbx: ScriptedPbx
let product: Product
test.beforeAll(async () => {
  // Its clock is wrong, too: no wait may show that.
  pbx = await startScriptedPbx({ queueStatus: NAMES.flatMap(namesake), clockAheadMs: TEN_MINUTES })
  product = await startProduct({ env: { ...pbx.env, CALLBOARD_MASK_NUMBERS: 'false' } })
})
test.afterAll(async () => {
  await product?.stop()
  await pbx?.close()
})

/** Everything by which a page says that it is broken, or that a text has become more than text. */
function watch(page: Page): string[] {
  const signs: string[] = []
  page.on('console', (message) => message.type() === 'error' && signs.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => signs.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    signs.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => new URL(request.url()).pathname === '/x' && signs.push(`fetched ${request.url()}`))
  return signs
}

async function expectTextOnly(page: Page, signs: readonly string[]): Promise<void> {
  // A person's name that is too long for its column ends in an ellipsis, as it should.
  expect((await misfits(page)).filter((found) => !found.startsWith('cut: n:'))).toEqual([])
  expect(await page.locator('.wall :is(img, script, iframe)').count()).toBe(0)
  const longest = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('.wall') as Element, NodeFilter.SHOW_TEXT)
    let length = 0
    while (walker.nextNode()) length = Math.max(length, walker.currentNode.textContent?.length ?? 0)
    return length
  })
  expect(longest).toBeLessThan(2 * MAX_TEXT)
  expect(signs).toEqual([])
}

for (const [screen, viewport] of Object.entries({
  '1080p': { width: 1920, height: 1080 },
  portrait: { width: 1080, height: 1920 },
})) {
  test(`hostile names are text on a ${screen} wall of all queues, which holds its shape`, async ({ page }) => {
    const signs = watch(page)
    await page.setViewportSize(viewport)
    await openWall(page, product.url)
    const shown = await page
      .locator('[data-queue]')
      .evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('data-queue')))
    expect(shown.filter((name) => name !== null && name.length < MAX_TEXT).sort()).toEqual(
      Object.values(HOSTILE_TEXTS).sort(),
    )
    await expectTextOnly(page, signs)
  })
}

for (const [what, name] of Object.entries(HOSTILE_TEXTS)) {
  if (name.includes(',')) continue // a comma separates names in the address
  test(`a queue alone on the wall, all called "${what}"`, async ({ page }) => {
    const signs = watch(page)
    await openWall(page, product.url, `?queues=${encodeURIComponent(name)}`)
    await expect(page.locator('[data-queue]')).toHaveAttribute('data-queue', name)
    await expect(page.locator('.callers bdi').first()).toHaveText(name, { useInnerText: false })
    await expectTextOnly(page, signs)
  })
}

test('a reason and a name of 1 MB come, and the wall goes on', async ({ page }) => {
  const signs = watch(page)
  await openWall(page, product.url, `?queues=${encodeURIComponent(MARKUP)}`)
  const megabyte = '<b>x'.repeat(250_000)
  const phone = { MemberName: 'Ann', Interface: 'PJSIP/0', StateInterface: 'PJSIP/0', Status: 1, InCall: 0 }
  pbx.tell('QueueMemberPause', { Queue: MARKUP, ...phone, Paused: 1, PausedReason: megabyte })
  const channel = { Channel: 'PJSIP/trunk-m', Uniqueid: '1795426999.1', Linkedid: '1795426999.1', ChannelState: 6 }
  pbx.tell('QueueCallerJoin', {
    Queue: MARKUP,
    ...channel,
    CallerIDName: megabyte,
    CallerIDNum: '5',
    Position: 2,
    Count: 2,
  })
  await expect(page.locator('.callers li')).toHaveCount(2)
  await expect(page.locator('.team')).toContainText('Ann')
  await expectTextOnly(page, signs)
  pbx.tell('QueueCallerLeave', { Queue: MARKUP, ...channel, Position: 2, Count: 1 })
  await expect(page.locator('.callers li')).toHaveCount(1)
})

test('a PBX whose clock is ten minutes ahead makes no wait ten minutes longer or shorter', async ({ page }) => {
  const queue = HOSTILE_TEXTS.emoji
  await openWall(page, product.url, `?queues=${encodeURIComponent(queue)}`)
  const channel = { Channel: 'PJSIP/trunk-c', Uniqueid: '1795426999.2', Linkedid: '1795426999.2', ChannelState: 6 }
  const joinedAt = Date.now()
  pbx.tell('QueueCallerJoin', {
    Queue: queue,
    ...channel,
    CallerIDName: 'Late',
    CallerIDNum: '5',
    Position: 2,
    Count: 2,
  })
  const wait = page.locator('.callers li', { hasText: 'Late' }).locator('time')
  const isOffBy = async () => {
    const [minutes = 0, seconds = 0] = (await wait.innerText()).split(':').map(Number)
    return Math.abs(60 * minutes + seconds - (Date.now() - joinedAt) / 1000)
  }
  await expect(wait).toHaveText(/^\d+:(?!00)\d\d$/)
  await expect.poll(isOffBy, { intervals: [100] }).toBeLessThanOrEqual(2)
  const first = await page.locator('.callers li time').first().innerText()
  expect(first).toMatch(/^[1-9]:\d\d$/)
})
