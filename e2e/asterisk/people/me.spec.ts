import { barriers, deskFor, expect, test } from './fixtures'
import { press } from './keyboard'
import { channelOf, parked, pausesOf, queuesOf, together } from './shown'

test('an agent logs in and out of queues, pauses with a reason, and takes calls again', async ({
  asterisk,
  product,
  page,
}) => {
  const desk = await deskFor(product, page, 'agent', ['122'], '/me')
  const body = page.locator('body')
  expect(await queuesOf(asterisk, '122')).toEqual([])
  await press(page, page.getByRole('switch', { name: /night/ }), 'Space')
  await desk.done(/^Add .* to night/)
  expect(await queuesOf(asterisk, '122')).toEqual(['night'])
  await desk.press('Log in to all', body)
  await expect.poll(() => queuesOf(asterisk, '122')).toEqual(['billing', 'night', 'sales', 'support'])

  await desk.press(/^lunch/, body)
  await desk.done(/^Pause .*lunch/)
  expect(Object.values(await pausesOf(asterisk, '122'))).toEqual(['lunch', 'lunch', 'lunch', 'lunch'])
  await desk.press('Take calls', body)
  await desk.done(/^Unpause/)
  expect(Object.values(await pausesOf(asterisk, '122'))).toEqual([null, null, null, null])
  await desk.palette('meet', 'Pause: meeting')
  await desk.done(/^Pause .*meeting/)
  expect((await pausesOf(asterisk, '122')).sales).toBe('meeting')

  await press(page, page.getByRole('switch', { name: /billing/ }), 'Space')
  await desk.done(/^Remove .* in billing/)
  expect(await queuesOf(asterisk, '122')).toEqual(['night', 'sales', 'support'])
  await desk.press('Log out of all queues', body)
  await desk.done(/^Remove [^:]*$/)
  await expect.poll(() => queuesOf(asterisk, '122')).toEqual([])
})

test('a call that rings comes up with its caller and record; one that talks is recorded, transferred, parked, ended', async ({
  asterisk,
  product,
  page,
}) => {
  const desk = await deskFor(product, page, 'agent', ['123', '121'], '/me')
  const mine = page.getByRole('region', { name: 'My call' })
  await asterisk.cli('queue add member PJSIP/123 to night')
  await asterisk.placeCall({ queue: 'night', name: 'Zoe Zimmer', number: '+4930123456' })
  const popUp = page.getByRole('alert', { name: 'Zoe Zimmer calls you' })
  await expect(popUp).toContainText('night')
  await expect(popUp).toContainText('+4930123456')
  await expect(popUp.getByRole('link', { name: 'Customer’s record' })).toHaveAttribute(
    'href',
    'https://crm.example.net/?phone=%2B4930123456',
  )
  expect(asterisk.desk.invites.map(({ user }) => user)).toEqual(['123'])
  expect(await barriers(page)).toEqual([])

  // The other phone answers.
  await asterisk.cli('queue remove member PJSIP/123 from night')
  await asterisk.cli('queue add member PJSIP/121 to night')
  await asterisk.cli(`channel request hangup ${await channelOf(asterisk, '123')}`)
  await expect(popUp).toBeHidden()
  await expect.poll(() => together(asterisk)).toEqual(['121+carrier'])
  await asterisk.cli('queue remove member PJSIP/121 from night')

  const recorded = await channelOf(asterisk, 'carrier')
  await desk.press('Record', mine)
  await desk.done(/^Recording/)
  expect(await asterisk.cli(`mixmonitor list ${recorded}`)).toMatch(/^0x/m)
  await desk.press('Transfer', mine)
  await expect(mine.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('102')
  await expect(page.getByRole('option', { selected: true })).toContainText('102')
  await page.keyboard.press('Enter')
  await desk.done(/^Transfer .* to 102/)
  await expect.poll(() => together(asterisk)).toEqual(['102+carrier'])
  await expect.poll(() => asterisk.desk.requests).toContain('BYE desk')

  await asterisk.cli('channel originate PJSIP/121 extension 101@internal')
  await expect.poll(() => together(asterisk)).toContain('101+121')
  await desk.press('Park', mine)
  await desk.done(/^Park/)
  expect(await parked(asterisk)).toEqual(['701 101'])

  await asterisk.cli('channel originate PJSIP/121 extension 104@internal')
  await expect.poll(() => together(asterisk)).toContain('104+121')
  await desk.press('Hang up', mine)
  await desk.done(/^Hang up/)
  await expect.poll(() => together(asterisk)).not.toContain('104+121')
})
