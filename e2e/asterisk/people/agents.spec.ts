import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { choose, fill, press } from './keyboard'
import { memberShown, pausesOf, queuesOf } from './shown'

type Named = { id: string; name: string }

test('who is lent for seconds goes back by itself; another is paused with reasons, and goes on', async ({
  asterisk,
  supervisor,
}) => {
  const { page } = supervisor
  await lend(page, 'PJSIP/102', 10)
  await expect.poll(() => queuesOf(asterisk, '102')).toEqual(['night', 'support'])

  const drawer = await supervisor.open('agents', 'Дарья Орлова')
  await supervisor.press('lunch')
  await supervisor.done(/^Pause Дарья Орлова.*lunch/)
  expect(await pausesOf(asterisk, '104')).toEqual({ support: 'lunch', sales: 'lunch' })
  await supervisor.press('Unpause')
  await supervisor.done(/^Unpause Дарья Орлова/)
  expect(await pausesOf(asterisk, '104')).toEqual({ support: null, sales: null })
  await choose(page, drawer.getByRole('combobox', { name: 'Queue' }), 'sales')
  await fill(page, drawer.getByRole('textbox', { name: 'Other reason' }), 'кофе ☕')
  await page.keyboard.press('Enter')
  await supervisor.done(/^Pause Дарья Орлова in sales: кофе ☕/)
  expect(await pausesOf(asterisk, '104')).toEqual({ support: null, sales: 'кофе ☕' })

  await expect.poll(() => queuesOf(asterisk, '102')).toEqual(['support'])
  await supervisor.press('What you did', page.locator('body'))
  const lent = page.getByRole('dialog', { name: 'What you did' }).locator('article', { hasText: 'Add Bogdan' })
  await expect(lent).toContainText('taken back by itself')
})

test('an agent is lent for a time, gets another penalty, rings in use, and is logged out', async ({
  asterisk,
  supervisor,
}) => {
  const { page } = supervisor
  const drawer = await supervisor.open('agents', 'Alice Anders')
  await supervisor.press('Lend to a queue')
  const dialog = page.getByRole('dialog', { name: 'Lend Alice Anders to a queue' })
  await choose(page, dialog.getByRole('combobox', { name: 'Queue' }), 'night')
  await fill(page, dialog.getByRole('spinbutton', { name: 'Penalty' }), '3')
  await choose(page, dialog.getByRole('combobox', { name: 'For how long' }), '30 min')
  await press(page, dialog.getByRole('button', { name: 'Lend' }))
  await supervisor.done('Add Alice Anders to night', /back at \d\d:\d\d/)
  expect(await memberShown(asterisk, 'night', '101')).toMatchObject({ penalty: 3, membership: 'dynamic' })

  await supervisor.press('Penalty in night: one more')
  await supervisor.done(/^Penalty of Alice Anders in night: 4/)
  expect((await memberShown(asterisk, 'night', '101'))?.penalty).toBe(4)

  await press(page, drawer.getByRole('checkbox', { name: 'Ring while on a call' }).first(), 'Space')
  await supervisor.done(/^Ring Alice Anders during calls/)
  const rings = async () => {
    const members = await Promise.all(['night', 'support'].map((queue) => memberShown(asterisk, queue, '101')))
    return members.filter((member) => member?.ringInUse).length
  }
  expect(await rings()).toBe(1)

  expect(await supervisor.whyNot('Log out')).toContain('Fixed in queues.conf')
  await supervisor.press('Return')
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Log out' }))
  await supervisor.done('Remove Alice Anders in night')
  expect(await queuesOf(asterisk, '101')).toEqual(['support'])
})

/** The page offers minutes; the API takes as few as ten seconds. */
async function lend(page: Page, phone: string, seconds: number): Promise<void> {
  const { origin } = new URL(page.url())
  const queues = (await (await page.request.get(`${origin}/api/v1/queues`)).json()) as { items: Named[] }
  const queue = queues.items.find(({ name }) => name === 'night')?.id
  const command = { type: 'agent.add', agent: { pbx: 'lab', interface: phone }, queue, seconds }
  const data = { id: crypto.randomUUID(), command }
  const answer = await page.request.post(`${origin}/api/v1/commands`, { data, headers: { origin } })
  expect(answer.status(), await answer.text()).toBe(202)
}
