import { deskFor, expect, test } from './fixtures'

test('mailboxes show what lies in them, and a message as it comes', async ({
  asterisk,
  asteriskVersion,
  product,
  page,
}) => {
  await deskFor(product, page, 'supervisor', ['121'], '/mailboxes')
  const box = page.getByRole('row').filter({ hasText: '101@default' })
  if (asteriskVersion === '16') {
    // Its package has no voicemail: there are the mailboxes whose lamps its phones show, and nothing lies in them.
    await expect(box).toContainText('Alice Anders')
    await expect(box.getByRole('cell').nth(2)).toHaveText('0')
    return
  }
  const count = (column: number) => box.getByRole('cell').nth(column)
  await expect(box).toContainText('Alice Anders')
  await expect(count(2)).toHaveText('0')
  asterisk.layMessage('101', { name: 'Zoë', number: '4711' })
  await expect(count(2)).toHaveText('1')
  asterisk.layMessage('101', { name: 'Tom', number: '4712', urgent: true })
  await expect(count(2)).toHaveText('2')
  await expect(count(3)).toHaveText('1')
  await expect.poll(() => asterisk.cli('voicemail show users')).toMatch(/101 +Alice Anders.* 2$/m)
})
