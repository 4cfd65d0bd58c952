import type { Asterisk } from '../rig/asterisk'
import type { Desk } from './desk'
import { expect, test } from './fixtures'
import { press } from './keyboard'
import { applications, queueShown, together } from './shown'

test('callers who wait are moved up, given priority, moved on, taken, withdrawn and hung up', async ({
  asterisk,
  supervisor,
}) => {
  const { page, open, goTo, done } = supervisor
  await wait(asterisk, supervisor, 'Ada', 'Bea', 'Cyd', 'Dan', 'Eve')
  const [ada, bea, cyd] = (await inLine(asterisk)).map(({ channel }) => channel)

  await open('callers', 'Bea')
  if (asterisk.version === '16') expect(await supervisor.whyNot('Move up')).toContain('This Asterisk does not offer it')
  else {
    await supervisor.press('Move up')
    await done('Move Bea up')
    expect((await inLine(asterisk)).slice(0, 2).map(({ channel }) => channel)).toEqual([bea, ada])
  }

  await goTo('callers', 'Cyd')
  await page.keyboard.press('p')
  await done('Priority of Cyd: 1')
  expect((await inLine(asterisk)).find(({ channel }) => channel === cyd)?.priority).toBe(1)

  await goTo('callers', 'Ada')
  await page.keyboard.press('m')
  await expect(page.getByRole('dialog', { name: 'Move Ada' }).getByRole('combobox')).toBeFocused()
  await page.keyboard.type('billing')
  await expect(page.getByRole('option', { selected: true })).toContainText('billing')
  await page.keyboard.press('Enter')
  await done('Move Ada to billing')
  expect((await queueShown(asterisk, 'billing')).callers.map(({ channel }) => channel)).toEqual([ada])

  await goTo('callers', 'Bea')
  await page.keyboard.press('m')
  await expect(page.getByRole('dialog', { name: 'Move Bea' }).getByRole('combobox')).toBeFocused()
  await page.keyboard.type('800')
  await expect(page.getByRole('option', { selected: true })).toContainText('800')
  await page.keyboard.press('Enter')
  await done('Move Bea to 800')
  await expect.poll(() => applications(asterisk)).toContain('carrier Echo')

  await goTo('callers', 'Cyd')
  await page.keyboard.press('t')
  await done('Take Cyd')
  expect(asterisk.desk.invites.map(({ user }) => user)).toEqual(['121'])
  await expect.poll(() => together(asterisk)).toEqual(['121+carrier'])

  await open('callers', 'Dan')
  await supervisor.press('Withdraw')
  await press(page, page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }))
  await done('Withdraw Dan in night')
  expect((await inLine(asterisk)).length).toBe(1)

  await goTo('callers', 'Eve')
  await page.keyboard.press('x')
  await press(page, page.getByRole('alertdialog', { name: 'Hang up Eve?' }).getByRole('button', { name: 'Hang up' }))
  await done('Hang up Eve')
  expect(await inLine(asterisk)).toEqual([])
})

test('the counters of a queue are reset, and its file is read again', async ({ asterisk, supervisor }) => {
  const { page, open, done } = supervisor
  await wait(asterisk, supervisor, 'Lost')
  await asterisk.cli('channel request hangup all')
  await expect.poll(async () => (await queueShown(asterisk, 'night')).abandoned).toBe(1)

  await open('queues', 'night')
  await supervisor.press('Reset counters')
  const question = page.getByRole('alertdialog', { name: 'Reset the counters of night?' })
  await expect(question).toContainText('0 answered and 1 lost')
  await press(page, question.getByRole('button', { name: 'Reset counters' }))
  await done('Reset the counters of night')
  expect((await queueShown(asterisk, 'night')).abandoned).toBe(0)

  const maxlen = '[night](team)\nmaxlen = 7\nstrategy = linear'
  asterisk.writeConfig('queues.conf', asterisk.readConfig('queues.conf').replace(/\[night\][^[]*/, maxlen))
  await supervisor.press('Reload')
  await done('Reload night')
  await expect.poll(async () => (await queueShown(asterisk, 'night')).max).toBe(7)
})

async function inLine(asterisk: Asterisk) {
  return (await queueShown(asterisk, 'night')).callers
}

/** Callers wait in the queue without members, in this order; the page shows them. */
async function wait(asterisk: Asterisk, { page }: Desk, ...names: string[]): Promise<void> {
  for (const [index, name] of names.entries()) {
    await asterisk.placeCall({ queue: 'night', name, number: `+49301234${index}` })
    await expect.poll(async () => (await inLine(asterisk)).length).toBe(index + 1)
  }
  await expect(page.locator('[data-panel=callers] [data-row]')).toHaveCount(names.length)
}
