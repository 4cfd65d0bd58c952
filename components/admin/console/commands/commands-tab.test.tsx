// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stubResizeObserver } from '@/components/testing/sizes'
import { ANSWER, type Answers, action, field, give, runs, showConsole as show } from '../testing/console-around'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: vi.fn() }), usePathname: () => '/admin/console' }))

beforeEach(() => {
  localStorage.clear()
  stubResizeObserver()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the command line', () => {
  const allowed = { actions: [action('Command', { danger: 'harms', dangerousClass: 'command' })] }
  const output = { kind: 'response', name: 'Success', headers: [['Output', 'No channels']] }
  const answers: Answers = {
    'POST /api/v1/admin/console/run': { body: { ...ANSWER, action: 'Command', messages: [output] } },
    'POST /api/v1/admin/console/complete': { body: { words: ['channels', 'channeltypes'], isCut: false } },
  }
  const goThere = () => act(async () => fireEvent.click(screen.getByRole('radio', { name: 'Command line' })))
  const line = () => field('Command for Asterisk’s console')
  const key = (name: string) => act(async () => fireEvent.keyDown(line(), { key: name }))

  test('is off while its class is, and says how to allow it', async () => {
    await show()
    await goThere()
    expect(screen.getByText('Asterisk’s command line is off')).toBeTruthy()
    expect(screen.queryByLabelText('Command for Asterisk’s console')).toBeNull()
  })

  test('runs what reads at once, shows its output, and has it in the history', async () => {
    const asked = await show(answers, allowed)
    await goThere()
    await give('Command for Asterisk’s console', 'core show channels')
    await key('Enter')
    expect(runs(asked)).toEqual([{ action: 'Command', headers: [['Command', 'core show channels']], confirmed: true }])
    expect(screen.getByText('No channels')).toBeTruthy()
    expect(line().value).toBe('')
    await key('ArrowUp')
    expect(line().value).toBe('core show channels')
    await key('ArrowDown')
    expect(line().value).toBe('')
  })

  test('asks before anything that may do more than read', async () => {
    const asked = await show(answers, allowed)
    await goThere()
    await give('Command for Asterisk’s console', 'core restart now')
    await key('Enter')
    expect(runs(asked)).toEqual([])
    expect(within(screen.getByRole('alertdialog')).getByText(/“core restart now”/)).toBeTruthy()
  })

  test('completes by Tab, and lets Tab go on when it is empty', async () => {
    await show(answers, allowed)
    await goThere()
    await give('Command for Asterisk’s console', 'core show ch')
    await key('Tab')
    expect(line().value).toBe('core show channel')
    expect(screen.getByText('channeltypes')).toBeTruthy()
    await give('Command for Asterisk’s console', '')
    expect(fireEvent.keyDown(line(), { key: 'Tab' })).toBe(true)
  })
})
