// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Asked, stubApi } from '@/components/api/testing/stub-api'
import { aViewer, DeskAround } from '@/components/desk/testing/desk-around'
import { stubResizeObserver } from '@/components/testing/sizes'
import { NOW } from '@/lib/domain/testing/records'
import { PasswordPanel } from './password-panel'
import { SessionsPanel } from './sessions-panel'
import { TokensPanel } from './tokens-panel'

const SESSION = { createdAt: NOW, seenAt: NOW, expiresAt: NOW, userAgent: 'Mozilla/5.0 (X11; Linux) Firefox/130.0' }
const SESSIONS = [
  { ...SESSION, id: 's1', isCurrent: true, address: '10.0.0.5' },
  { ...SESSION, id: 's/2', isCurrent: false, address: '10.0.0.6' },
]

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function show(panel: React.ReactNode, answers: Record<string, { status?: number; body?: unknown }> = {}) {
  const known: typeof answers = {
    'GET /api/v1/account': {
      body: { twoFactor: false, backupCodesLeft: 0, mustHaveTwoFactor: false, hasPassword: true },
    },
    'GET /api/v1/account/sessions': { body: { items: SESSIONS } },
    'GET /api/v1/account/tokens': { body: { items: [] } },
    ...answers,
  }
  const asked = stubApi(({ method, path }) => known[`${method} ${path}`] ?? { status: 404 })
  await act(async () => {
    render(<DeskAround viewer={aViewer('agent')}>{panel}</DeskAround>)
  })
  // Nothing is on its way any more.
  await waitFor(() => expect(screen.queryByText('Loading')).toBeNull())
  return asked
}

const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })))
const changes = (asked: readonly Asked[]) => asked.filter(({ method }) => method !== 'GET')
const give = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })

describe('one’s sessions', () => {
  test('each but this one can be ended', async () => {
    const asked = await show(<SessionsPanel />, { 'DELETE /api/v1/account/sessions/s%2F2': {} })
    expect(screen.getByText('(this browser)')).toBeTruthy()
    await press('End the session in Firefox on Linux, 10.0.0.6')
    await waitFor(() => expect(changes(asked)).toHaveLength(1))
    expect(changes(asked)).toMatchObject([{ method: 'DELETE', path: '/api/v1/account/sessions/s%2F2' }])
  })

  test('that could not be loaded can be asked for again', async () => {
    await show(<SessionsPanel />, { 'GET /api/v1/account/sessions': { status: 500, body: { title: 'Broken' } } })
    expect(within(screen.getByRole('alert')).getByText('This could not be loaded')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy()
  })
})

describe('the password', () => {
  const fill = (next: string, again = next) => {
    give('Current password', 'old password')
    give('New password', next)
    give('New password once more', again)
  }

  test('is changed, and the fields are empty then', async () => {
    const asked = await show(<PasswordPanel />, { 'POST /api/v1/account/password': {} })
    fill('a longer password')
    await press('Change the password')
    expect(changes(asked)).toMatchObject([{ body: { current: 'old password', next: 'a longer password' } }])
    expect(await screen.findByText(/^The password is changed/)).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('New password').value).toBe('')
  })

  test.each([
    ['short', 'short', 'At least 10 characters; 5 more.'],
    ['a longer password', 'another password', 'The two are not the same.'],
  ])('%s and %s are not sent', async (next, again, said) => {
    const asked = await show(<PasswordPanel />)
    fill(next, again)
    await press('Change the password')
    expect((await screen.findByRole('alert')).textContent).toBe(said)
    expect(changes(asked)).toEqual([])
  })

  test('given wrongly keeps what was typed', async () => {
    const errors = [{ path: 'current', message: 'is wrong' }]
    await show(<PasswordPanel />, { 'POST /api/v1/account/password': { status: 422, body: { errors } } })
    fill('a longer password')
    await press('Change the password')
    expect((await screen.findByRole('alert')).textContent).toBe('This is not your password.')
    expect(screen.getByLabelText<HTMLInputElement>('New password').value).toBe('a longer password')
  })
})

describe('a token', () => {
  beforeEach(() => {
    stubResizeObserver()
  })

  test('is shown once, and whoever is no administrator makes none that administers', async () => {
    const asked = await show(<TokensPanel />, {
      'POST /api/v1/account/tokens': { body: { id: 't1', token: 'secret-1' } },
    })
    await press('Make a token')
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.queryByLabelText('administer')).toBeNull()
    fireEvent.click(dialog.getByLabelText('dial with your phone'))
    fireEvent.change(dialog.getByLabelText('What it is for'), { target: { value: ' CRM ' } })
    await act(async () => fireEvent.click(dialog.getByRole('button', { name: 'Make a token' })))
    expect(changes(asked)).toMatchObject([{ body: { name: 'CRM', scopes: ['read', 'dial'], days: 90 } }])
    expect(await screen.findByText('secret-1')).toBeTruthy()
    await press('Close')
    expect(screen.queryByText('secret-1')).toBeNull()
  })
})
