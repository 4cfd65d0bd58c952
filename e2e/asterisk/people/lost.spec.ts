import type { Page } from '@playwright/test'
import type { Asterisk } from '../rig/asterisk'
import { barriers, deskFor, expect, test } from './fixtures'
import { press } from './keyboard'
import { queueShown, together } from './shown'

test('who hung up is answered later, another is called back, a third is done by hand, and every open page shows it', async ({
  asterisk,
  product,
  page,
  browser,
}) => {
  const desk = await deskFor(product, page, 'supervisor', ['121'], '/lost')
  await expect(page.getByText('Nobody waits for a call back')).toBeVisible()
  const other = await (await browser.newContext()).newPage()
  await deskFor(product, other, 'supervisor', ['122'], '/lost')

  await hangUpIn(asterisk, { queue: 'night', name: 'Ada', number: '+4930111001' })
  await hangUpIn(asterisk, { queue: 'night', name: 'Zoe', number: '106' })
  await timeOut(asterisk, { name: 'Tim', number: '+4930111003' })
  for (const one of [page, other]) {
    await expect(row(one, 'Ada')).toContainText('night, hung up after')
    await expect(row(one, 'Tim')).toContainText('night, timed out after')
    await expect(open(one)).toHaveText('Open 3')
  }
  expect(await barriers(page)).toEqual([])

  await asterisk.placeCall({ queue: 'support', name: 'Ada', number: '+4930111001' })
  for (const one of [page, other]) await expect(row(one, 'Ada')).toHaveCount(0)

  await press(page, row(page, 'Zoe').getByRole('button', { name: 'Call back' }))
  await expect(desk.receipt(/^Call .*106/)).toContainText('connected')
  await expect.poll(() => together(asterisk)).toContain('106+121')
  for (const one of [page, other]) await expect(row(one, 'Zoe')).toHaveCount(0)

  await press(page, row(page, 'Tim').getByRole('button', { name: 'Done: Tim' }))
  await expect(row(other, 'Tim')).toHaveCount(0)
  await other.getByRole('radio', { name: /^All/ }).click()
  await expect(row(other, 'Ada')).toContainText(/answered \d\d:\d\d, (Alice Anders|Bogdan Ionescu)/)
  await expect(row(other, 'Zoe')).toContainText(/called \d\d:\d\d, supervisor/)
  await expect(row(other, 'Tim')).toContainText(/done by hand \d\d:\d\d, supervisor/)
  await other.context().close()
})

const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })
const open = (page: Page) => page.getByRole('radio', { name: /^Open/ })

async function hangUpIn(asterisk: Asterisk, caller: Parameters<Asterisk['placeCall']>[0]): Promise<void> {
  const call = await asterisk.placeCall(caller)
  await expect.poll(async () => (await queueShown(asterisk, caller.queue)).callers.length).toBe(1)
  await call.hangUp()
  await expect.poll(async () => (await queueShown(asterisk, caller.queue)).callers.length).toBe(0)
}

/** Into the queue without members, for a second. */
async function timeOut(asterisk: Asterisk, caller: { name: string; number: string }): Promise<void> {
  for (const step of ['1,Answer()', '2,Queue(night,,,,1)', '3,Hangup()']) {
    await asterisk.cli(`dialplan add extension brief,${step} into from-carrier`)
  }
  await asterisk.placeCall({ queue: 'brief', ...caller })
}
