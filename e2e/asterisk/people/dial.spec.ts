import { barriers, expect, test } from './fixtures'
import { choose, press } from './keyboard'
import { applications, queueShown, together } from './shown'

test('a number on the page, a colleague, a number typed and a link are dialled, each from one’s own phone', async ({
  asterisk,
  supervisor,
}) => {
  const { page, open, receipt, palette } = supervisor
  const invited = () => asterisk.desk.invites.map(({ user }) => user)
  const hangUp = async (title: RegExp) => {
    await asterisk.cli('channel request hangup all')
    await expect(receipt(title)).toContainText('ended')
    await expect.poll(() => applications(asterisk)).toEqual([])
  }
  await asterisk.placeCall({ queue: 'night', name: 'Zoe', number: '106' })
  await expect.poll(async () => (await queueShown(asterisk, 'night')).callers.length).toBe(1)

  const caller = await open('callers', 'Zoe')
  await press(page, caller.getByRole('link', { name: '106' }))
  await expect(receipt(/^Call .*106/)).toContainText('connected')
  expect(invited()).toEqual(['121'])
  await expect.poll(() => together(asterisk)).toEqual(['106+121'])
  await hangUp(/^Call .*106/)

  await palette('bogd', 'Bogdan')
  await expect(receipt(/^Call Bogdan/)).toContainText('connected')
  expect(invited()).toEqual(['121', '121'])
  await expect.poll(() => together(asterisk)).toEqual(['102+121'])
  await hangUp(/^Call Bogdan/)

  await palette('124', 'Call 124')
  await expect(receipt(/^Call .*124/)).toContainText('busy')
  expect(invited()).toEqual(['121', '121', '121', '124'])

  await page.goto(`${new URL(page.url()).origin}/dial?to=tel:101`)
  await expect(page.getByRole('button', { name: 'Call', exact: true })).toBeFocused()
  expect(invited()).toHaveLength(4)
  await press(page, page.getByRole('button', { name: 'Call', exact: true }))
  await expect(page.locator('form.dial article')).toContainText('connected')
  await expect.poll(() => together(asterisk)).toEqual(['101+121'])
  expect(await barriers(page)).toEqual([])
  await press(page, page.getByRole('region', { name: 'My phone' }).getByRole('button', { name: 'Hang up' }))
  await expect.poll(() => applications(asterisk)).toEqual([])
  await expect(page.locator('form.dial article')).toContainText('ended')
})

test('a call is cancelled while one’s own phone rings, and while the other one does', async ({
  asterisk,
  supervisor,
}) => {
  const { page } = supervisor
  const told = page.locator('form.dial article')
  await page.goto(`${new URL(page.url()).origin}/dial?to=101`)
  await choose(page, page.getByRole('combobox', { name: 'With' }), '123')
  await press(page, page.getByRole('button', { name: 'Call', exact: true }))
  await expect.poll(() => asterisk.desk.requests).toEqual(['INVITE 123'])
  await press(page, page.getByRole('button', { name: 'End the call' }))
  await expect.poll(() => asterisk.desk.requests).toEqual(['INVITE 123', 'CANCEL 123'])
  await expect(told).toContainText('cancelled')
  await expect.poll(() => applications(asterisk)).toEqual([])

  await page.goto(`${new URL(page.url()).origin}/dial?to=123`)
  await press(page, page.getByRole('button', { name: 'Call', exact: true }))
  await expect(told).toContainText('ringing there')
  await press(page, page.getByRole('button', { name: 'End the call' }))
  await expect(told).toContainText('cancelled')
  await expect.poll(() => asterisk.desk.requests).toContain('BYE desk')
  await expect.poll(() => applications(asterisk)).toEqual([])
})
