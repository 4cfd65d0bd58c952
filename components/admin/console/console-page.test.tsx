// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stubResizeObserver } from '@/components/testing/sizes'
import { ANSWER, field, give, runs, showConsole as show } from './testing/console-around'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: vi.fn() }), usePathname: () => '/admin/console' }))

beforeEach(() => {
  localStorage.clear()
  stubResizeObserver()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const rows = () => [...document.querySelectorAll('[data-action]')].map((row) => row.getAttribute('data-action'))
const press = (name: string | RegExp) => act(async () => fireEvent.click(screen.getByRole('button', { name })))
const open = async (name: string) => {
  const row = document.querySelector(`[data-action="${name}"]`)
  if (row === null) throw new Error(`${name} is not in the list`)
  await act(async () => fireEvent.click(row))
}
const form = (name: string) => screen.getByRole('region', { name })

describe('the address', () => {
  test('opens the form of the action that it names, and of none that there is not', async () => {
    await show({}, {}, 'Hangup')
    expect(form('Hangup')).toBeTruthy()
    cleanup()
    await show({}, {}, 'NoSuchAction')
    expect(screen.queryByRole('region', { name: 'NoSuchAction' })).toBeNull()
  })
})

describe('the list', () => {
  test('hides what cannot be run here, and what is off shows a lock', async () => {
    await show()
    expect(rows()).toEqual(['Command', 'Hangup', 'Originate', 'QueueStatus'])
    await press(/^Show 1 more/)
    expect(rows()).toContain('OldAction')
  })

  test('is searched by /, walked by arrows, and Enter opens what is found first', async () => {
    await show()
    await act(async () => fireEvent.keyDown(document.body, { key: '/' }))
    const search = screen.getByRole('searchbox')
    expect(document.activeElement).toBe(search)
    await act(async () => fireEvent.change(search, { target: { value: 'does it' } }))
    await act(async () => fireEvent.keyDown(search, { key: 'ArrowDown' }))
    await act(async () => fireEvent.keyDown(document.activeElement ?? search, { key: 'ArrowDown' }))
    expect(document.activeElement?.getAttribute('data-action')).toBe('Hangup')
    await act(async () => fireEvent.change(search, { target: { value: 'queuest' } }))
    await act(async () => search.focus())
    await act(async () => fireEvent.keyDown(search, { key: 'Enter' }))
    expect(form('QueueStatus')).toBeTruthy()
  })

  test('has favourites', async () => {
    await show()
    await open('QueueStatus')
    await press('Add to favourites')
    await act(async () => fireEvent.click(screen.getByRole('radio', { name: 'Favourites' })))
    expect(rows()).toEqual(['QueueStatus'])
  })
})

describe('a form', () => {
  test('is made of the action’s parameters, with their documentation', async () => {
    await show()
    await open('Originate')
    const inside = within(form('Originate'))
    expect(inside.getByText('About Channel.')).toBeTruthy()
    expect(field(/^Channel/).getAttribute('aria-required')).toBe('true')
    expect(field(/^Secret/).type).toBe('password')
    expect(inside.getByRole('combobox', { name: /^Async/ })).toBeTruthy()
    expect(inside.getByRole('combobox', { name: /^Codecs/ })).toBeTruthy()
  })

  test('offers what the live picture has, while somebody is at the field', async () => {
    await show()
    await open('QueueStatus')
    expect(document.querySelectorAll('datalist option')).toHaveLength(0)
    await act(async () => field(/^Queue\b/).focus())
    expect([...document.querySelectorAll('datalist option')].map((one) => one.getAttribute('value'))).toEqual([
      'support',
    ])
  })

  test('sends what is filled in by Ctrl+Enter, several lines and unknown headers included', async () => {
    const asked = await show()
    await open('Originate')
    await give(/^Channel/, 'PJSIP/101')
    await give(/^Variable/, 'A=1')
    await press('Add Variable')
    await give('Variable, line 2', 'B=2')
    await press('Add a header')
    await give('Name of another header', 'Extra')
    await give('Its value', 'x')
    await act(async () => fireEvent.keyDown(field(/^Channel/), { key: 'Enter', ctrlKey: true }))
    const headers = [
      ['Channel', 'PJSIP/101'],
      ['Variable', 'A=1'],
      ['Variable', 'B=2'],
      ['Extra', 'x'],
    ]
    expect(runs(asked)).toEqual([{ action: 'Originate', headers, confirmed: false }])
  })

  test('of what harms asks first and names what it does', async () => {
    const asked = await show()
    await open('Hangup')
    await give(/^Channel/, 'PJSIP/101-00000007')
    await press(/^Run/)
    const dialog = within(screen.getByRole('alertdialog'))
    expect(dialog.getByText('Ends the call of channel PJSIP/101-00000007.')).toBeTruthy()
    expect(runs(asked)).toEqual([])
    await act(async () => fireEvent.click(dialog.getByRole('button', { name: 'Run Hangup' })))
    expect(runs(asked)).toMatchObject([{ action: 'Hangup', confirmed: true }])
  })

  test('has the focus again when somebody thinks better of it', async () => {
    await show()
    await open('Hangup')
    const channel = field(/^Channel/)
    await act(async () => channel.focus())
    await act(async () => fireEvent.keyDown(channel, { key: 'Enter', ctrlKey: true }))
    expect(document.activeElement).not.toBe(channel)
    await press('Cancel')
    await waitFor(() => expect(document.activeElement).toBe(channel))
  })

  test('of what harms many says so', async () => {
    await show()
    await open('Hangup')
    await give(/^Channel/, '/^PJSIP/')
    await press(/^Run/)
    expect(screen.getByText('Ends the calls of every channel whose name matches /^PJSIP/.')).toBeTruthy()
  })

  test('of a class that is off says how to allow it, and does not run', async () => {
    const asked = await show()
    await open('Command')
    expect(screen.getByText('Its class “command” is off.')).toBeTruthy()
    expect(screen.getByText(/CALLBOARD_CONSOLE_ALLOW=command/)).toBeTruthy()
    await press(/^Run/)
    expect(runs(asked)).toEqual([])
  })

  test('shows what the server does not take at its field, and that nothing was sent', async () => {
    const errors = [{ path: 'headers.0', message: 'Queue: expected a name' }]
    const refused = { status: 422, body: { title: 'No', detail: 'Queue: expected a name', errors } }
    await show({ 'POST /api/v1/admin/console/run': refused })
    await open('QueueStatus')
    await give(/^Queue\b/, 'a,b')
    await press(/^Run/)
    expect(field(/^Queue\b/).getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText('Not a byte was sent: Queue: expected a name')).toBeTruthy()
    expect(field(/^Queue\b/).value).toBe('a,b')
  })

  test('is kept in the history, without its secrets, and comes back from there', async () => {
    await show()
    await open('Originate')
    await give(/^Channel/, 'PJSIP/101')
    await give(/^Secret/, 'hush')
    await press(/^Run/)
    await open('QueueStatus')
    await act(async () => fireEvent.click(screen.getByRole('radio', { name: 'History' })))
    await open('Originate')
    expect([field(/^Channel/).value, field(/^Secret/).value]).toEqual(['PJSIP/101', ''])
  })
})

describe('an answer', () => {
  test('is a table, a text, the bytes, and code; hostile texts are texts', async () => {
    await show()
    await open('QueueStatus')
    await press(/^Run/)
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy()
    expect(document.querySelector('.console-answer img')).toBeNull()
    expect(screen.getByText('7 ms')).toBeTruthy()
    const view = (name: string) => act(async () => fireEvent.click(screen.getByRole('radio', { name })))
    await view('Bytes')
    expect(screen.getByRole('region', { name: 'Sent, 23 bytes' }).textContent).toContain('Action: QueueStatus\\r\\n')
    await view('As code')
    expect(screen.getByText(/--data-urlencode 'action=QueueStatus'/)).toBeTruthy()
  })

  test('that was cut says by how much', async () => {
    await show({ 'POST /api/v1/admin/console/run': { body: { ...ANSWER, cut: { messages: 3, bytes: 1_234_567 } } } })
    await open('QueueStatus')
    await press(/^Run/)
    expect(screen.getByText('Cut: 1,234,567 more bytes came and were not kept.')).toBeTruthy()
  })
})

test('without a session at the PBX the page says so and why', async () => {
  await show({}, { state: 'refused', why: 'Authentication failed' })
  expect(screen.getByText('Head office does not let the console in')).toBeTruthy()
  expect(screen.getByText('Authentication failed')).toBeTruthy()
})
