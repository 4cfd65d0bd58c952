import type { Page } from '@playwright/test'
import type { Asterisk } from '../rig/asterisk'
import { parseHints } from '../truth/channels'
import { connect, deskFor, expect, test } from './fixtures'
import { press } from './keyboard'
import { together } from './shown'

/** What `core show hints` says, as a tile's lead: what needs somebody first (8 rings, 1 in use, 4 unavailable). */
const LEADS: Readonly<Record<number, string>> = {
  0: 'ready',
  1: 'onCall',
  2: 'busy',
  4: 'unavailable',
  8: 'ringing',
  9: 'ringing',
}

const tile = (page: Page, exten: string) =>
  page
    .locator('[data-phone]')
    .filter({ has: page.locator(`.phone-number:text-is("${exten}")`) })
    .first()

/** Every hint of Asterisk's is a phone of the page, in the same state. */
async function agrees(page: Page, asterisk: Asterisk): Promise<void> {
  await expect(async () => {
    const hints = parseHints(await asterisk.cli('core show hints'))
    const wanted = [...hints].map(([at, status]) => [at.split('@')[0], LEADS[status]] as const)
    const shown = await Promise.all(
      wanted.map(async ([exten = '']) => [exten, await tile(page, exten).getAttribute('data-state')] as const),
    )
    expect(shown).toEqual(wanted)
  }).toPass()
}

test('phones are as Asterisk says; one calls, picks up, and drags a call to another phone', async ({
  asterisk,
  product,
  page,
}) => {
  const { receipt } = await deskFor(product, page, 'supervisor', ['121'], '/phones')
  await expect(tile(page, '101')).toBeVisible()
  await agrees(page, asterisk)

  await tile(page, '104').locator('[data-row]').focus()
  await page.keyboard.press('c')
  await expect(receipt(/^Call Дарья/)).toContainText('connected')
  expect(asterisk.desk.invites.map(({ user }) => user)).toEqual(['121'])
  await expect.poll(() => together(asterisk)).toEqual(['104+121'])
  await agrees(page, asterisk)
  await expect(tile(page, '104')).toContainText('supervisor-')

  await page.locator('[data-own-call]').dragTo(tile(page, '106'))
  const question = page.getByRole('dialog', { name: /^Transfer .* to 106/ })
  await expect(question.getByRole('button', { name: 'Transfer', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(() => together(asterisk)).toEqual(['104+106'])
  await expect(receipt(/^Transfer/)).toHaveAttribute('data-state', 'done')
  await agrees(page, asterisk)

  await connect(asterisk, '122', '103')
  await expect(tile(page, '103')).toHaveAttribute('data-state', 'ringing')
  await tile(page, '103').click()
  const drawer = page.getByRole('complementary', { name: 'Phone' })
  await press(page, drawer.getByRole('button', { name: 'Pick up' }))
  await expect(receipt(/^Pick up/)).toContainText('connected')
  await expect.poll(() => together(asterisk)).toEqual(['104+106', '121+122'])
  await expect(tile(page, '103')).toHaveAttribute('data-state', 'ready')

  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await tile(page, '106').dragTo(tile(page, '102'))
  const next = page.getByRole('dialog', { name: /^Transfer .* to 102/ })
  await expect(next.getByRole('button', { name: 'Transfer', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(() => together(asterisk)).toEqual(['102+104', '121+122'])
  await agrees(page, asterisk)
})
