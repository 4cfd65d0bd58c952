import type { Desk } from './desk'
import { connect, expect, test } from './fixtures'
import { press, tabTo } from './keyboard'
import { applications, channelOf, parked, together } from './shown'

const CALL = /Alice|Bogdan|Desk 122/

test('a call is transferred, asked about first, parked and fetched, and hung up', async ({ asterisk, supervisor }) => {
  const { page, open, goTo, done, receipt } = supervisor
  await connect(asterisk, '122', '101')
  await expect.poll(() => together(asterisk)).toEqual(['101+122'])

  await goTo('calls', CALL)
  await page.keyboard.press('m')
  await target(supervisor, '102')
  await done(/^Transfer .* to 102/)
  await expect.poll(() => together(asterisk)).toEqual(['102+122'])

  // 122 sends sound, without which Asterisk hears no feature code; so 122 asks, and 102 goes on.
  for (const end of ['cancel', 'hand over'] as const) {
    await open('calls', CALL)
    await supervisor.press('Ask first, then transfer')
    await letGoOn(supervisor, 'Bogdan')
    await target(supervisor, '101')
    await expect.poll(() => together(asterisk)).toEqual(['101+122'])
    await expect(receipt(/^Attended transfer/)).toHaveAttribute('data-state', 'underway')
    if (end === 'cancel') {
      await supervisor.press('End', receipt(/^Attended transfer/))
      await expect(receipt(/^Attended transfer/)).toContainText('cancelled')
      await expect.poll(() => together(asterisk)).toEqual(['102+122'])
    } else {
      await asterisk.cli(`channel request hangup ${await channelOf(asterisk, '122')}`)
      await expect.poll(() => together(asterisk)).toEqual(['101+102'])
      await done(/^Attended transfer/, 'connected')
    }
  }

  await open('calls', CALL)
  await supervisor.press('Park')
  await done(/^Park /)
  const [slot = ''] = await parked(asterisk)
  expect(slot).toMatch(/^701 10[12]$/)
  await open('calls', /parked, slot 701/)
  await supervisor.press('Fetch')
  await expect(receipt(/^Fetch/)).toContainText('connected')
  expect(asterisk.desk.invites.map(({ user }) => user)).toEqual(['122', '121'])
  await expect.poll(() => together(asterisk)).toEqual([`${slot.slice(4)}+121`])
  await expect.poll(() => parked(asterisk)).toEqual([])

  await goTo('calls', CALL)
  await page.keyboard.press('x')
  await press(page, page.getByRole('alertdialog').getByRole('button', { name: 'Hang up' }))
  await done(/^Hang up/)
  await expect.poll(() => applications(asterisk)).toEqual([])
  await done(/^Fetch/, 'ended')
})

test('a call is recorded, limited, listened to, whispered and barged into, and becomes a conference', async ({
  asterisk,
  supervisor,
}) => {
  const { page, open, goTo, done, receipt } = supervisor
  await connect(asterisk, '122', '101')
  await open('calls', CALL)
  const recorded = await channelOf(asterisk, '122')
  const recordings = async () => (await asterisk.cli(`mixmonitor list ${recorded}`)).match(/^0x/gm)?.length ?? 0

  await supervisor.press('Record')
  await done(/^Recording .*: start/)
  expect(await recordings()).toBe(1)
  await supervisor.press('Mute recording')
  await done(/^Recording .*: mute/)
  await supervisor.press('Unmute recording')
  await done(/^Recording .*: unmute/)
  await supervisor.press('Stop recording')
  await done(/^Recording .*: stop/)
  expect(await recordings()).toBe(0)

  await supervisor.press('Time limit')
  await press(page, page.getByRole('dialog').getByRole('button', { name: '5 min', exact: true }))
  await done(/^Time limit .*5:00/)
  const left = async (phone: string) => {
    const shown = await asterisk.cli(`core show channel ${await channelOf(asterisk, phone)}`)
    return Number(/Time to Hangup: (\d+)/.exec(shown)?.[1] ?? 0) - Date.now() / 1000
  }
  const seconds = Math.max(await left('122'), await left('101'))
  expect(Math.abs(seconds - 300)).toBeLessThan(20)

  const modes = [
    ['l', /^Listen to/, 'quES'],
    ['w', /^Whisper to/, 'quESw'],
    ['b', /^Barge in on/, 'quESB'],
  ] as const
  for (const [key, title, options] of modes) {
    await goTo('calls', /Alice|Desk 122/)
    await page.keyboard.press(key)
    await expect(receipt(title)).toContainText('connected')
    const spied = `ChanSpy!${await channelOf(asterisk, '101')},${options}!`
    expect(await asterisk.cli('core show channels concise')).toContain(spied)
    await supervisor.press('End', receipt(title))
    await expect(receipt(title)).toHaveAttribute('data-state', 'done')
    await expect.poll(() => applications(asterisk)).not.toContain('121 ChanSpy')
  }
  expect(asterisk.desk.invites.map(({ user }) => user)).toEqual(['122', '121', '121', '121'])

  await open('calls', CALL)
  await supervisor.press('Conference')
  await press(page, page.getByRole('alertdialog').getByRole('button', { name: 'Conference' }))
  await done(/^Conference/)
  await expect.poll(() => applications(asterisk)).toEqual(['101 ConfBridge', '122 ConfBridge'])
})

/** Chooses which of the two goes on; the other one transfers. */
async function letGoOn({ page }: Desk, name: string): Promise<void> {
  const chosen = page.getByRole('dialog').getByRole('radio', { checked: true })
  await tabTo(page, chosen)
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('dialog').getByRole('radio', { name })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(chosen).toContainText(name)
}

/** Types where a call is to go. */
async function target({ page }: Desk, to: string): Promise<void> {
  await tabTo(page, page.getByRole('dialog').getByRole('combobox'))
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type(to)
  await expect(page.getByRole('option', { selected: true })).toContainText(to)
  await page.keyboard.press('Enter')
}
