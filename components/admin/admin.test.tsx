// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Asked, stubApi } from '@/components/api/testing/stub-api'
import { aViewer, DeskAround } from '@/components/desk/testing/desk-around'
import { stubResizeObserver } from '@/components/testing/sizes'
import type { AdminAccount } from '@/lib/protocol/admin/accounts'
import { PeoplePage } from './people/people-page'
import { ReasonsPage } from './settings/reasons-page'
import { RoutesPage } from './settings/routes-page'

const push = vi.fn()
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }), usePathname: () => '/admin' }))

const ANNA: AdminAccount = {
  id: 'id-anna',
  name: 'anna',
  displayName: 'Anna Petrova',
  role: 'supervisor',
  queues: ['support'],
  numbers: null,
  overrides: [],
  phones: [],
  isDisabled: false,
  hasPassword: true,
  hasTwoFactor: false,
  hasOidc: false,
  createdAt: 1,
  changedAt: 7,
}
const SETTINGS = {
  pauseReasons: [
    { name: 'Lunch', limitSeconds: 1800 },
    { name: 'Training', limitSeconds: null },
  ],
  freePauseReason: true,
  routes: {
    queueExtens: {},
    transferContext: null,
    conference: null,
    parkingContext: 'parkedcalls',
    recordingFile: 'a',
  },
  crmLink: null,
}
const item = (name: keyof typeof SETTINGS, more: object = {}) => ({
  name,
  value: SETTINGS[name],
  version: 'v1',
  fixed: false,
  ...more,
})

beforeEach(() => {
  // Radix looks at sizes that jsdom does not have.
  stubResizeObserver()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  push.mockClear()
})

async function show(page: React.ReactNode, answers: Record<string, { status?: number; body?: unknown }> = {}) {
  const names = Object.keys(SETTINGS) as (keyof typeof SETTINGS)[]
  const known: typeof answers = {
    'GET /api/v1/admin/accounts': { body: { items: [ANNA] } },
    'GET /api/v1/admin/settings': { body: { items: names.map((name) => item(name)) } },
    ...answers,
  }
  const asked = stubApi(({ method, path }) => known[`${method} ${path}`] ?? { status: 404 })
  await act(async () => {
    render(<DeskAround viewer={aViewer('admin')}>{page}</DeskAround>)
  })
  await waitFor(() => expect(screen.queryByText('Loading')).toBeNull())
  return asked
}

const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })))
const changes = (asked: readonly Asked[]) => asked.filter(({ method }) => method !== 'GET')
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label)
const give = (label: string, value: string) => act(async () => fireEvent.input(field(label), { target: { value } }))

describe('a person', () => {
  const path = 'PUT /api/v1/admin/accounts/id-anna'
  const open = async (answers = {}) => {
    const asked = await show(<PeoplePage />, answers)
    await press('Anna Petrova')
    return asked
  }

  test('is saved whole, with the moment that was read', async () => {
    const asked = await open({ [path]: { body: { ...ANNA, displayName: 'Anna P.', changedAt: 8 } } })
    await give('Name that others see', 'Anna P.')
    await press('Save')
    expect(changes(asked)).toMatchObject([
      { method: 'PUT', body: { name: 'anna', displayName: 'Anna P.', queues: ['support'], changedAt: 7 } },
    ])
  })

  test('whose name is refused shows why at the name, and what was typed', async () => {
    const errors = [{ path: 'name', message: 'This name is taken.' }]
    await open({ [path]: { status: 409, body: { title: 'Conflict', code: 'name-taken', errors } } })
    await give('Name to sign in with', 'boris')
    await press('Save')
    expect(field('Name to sign in with').getAttribute('aria-invalid')).toBe('true')
    expect(field('Name to sign in with').value).toBe('boris')
    expect(screen.getByText('This name is taken.')).toBeTruthy()
  })

  test('changed by somebody else meanwhile is neither overwritten nor lost', async () => {
    const theirs = { ...ANNA, role: 'agent', changedAt: 9 }
    const asked = await open({
      [path]: { status: 409, body: { title: 'Conflict', code: 'changed-since', current: theirs } },
    })
    await give('Name that others see', 'Anna P.')
    await press('Save')
    expect(screen.getByText(/Somebody changed this meanwhile/)).toBeTruthy()
    expect(field('Name that others see').value).toBe('Anna P.')
    await press('Save mine over it')
    expect(changes(asked).map(({ body }) => (body as { changedAt: number }).changedAt)).toEqual([7, 9])
    await press('Show what is saved now')
    expect(field('Name that others see').value).toBe('Anna Petrova')
  })

  test('half changed is not left without asking', async () => {
    await open()
    await give('Name that others see', 'Anna P.')
    await press('Close')
    expect(screen.getByText('Leave without saving?')).toBeTruthy()
    await press('Cancel')
    expect(field('Name that others see').value).toBe('Anna P.')
    await press('Close')
    await press('Leave')
    expect(screen.queryByLabelText('Name that others see')).toBeNull()
  })

  test('half changed is not left by a link either', async () => {
    await open()
    await give('Name that others see', 'Anna P.')
    await act(async () => fireEvent.click(screen.getByRole('link', { name: 'Audit log' })))
    await press('Leave')
    expect(push).toHaveBeenCalledWith('/admin/audit')
  })

  test('may be allowed more than the role', async () => {
    const asked = await open({ [path]: { body: ANNA } })
    const summary = screen.getByText(/by role Supervisor; no exceptions/).closest('details') as HTMLDetailsElement
    await act(async () => {
      summary.open = true
      fireEvent(summary, new Event('toggle'))
    })
    expect(screen.getByText('Barge in')).toBeTruthy()
    // Radix keeps a native select beside what it draws; jsdom cannot point at the drawn one.
    const select = screen.getByText('Administer').closest('tr')?.querySelector('select') as HTMLSelectElement
    await act(async () => fireEvent.change(select, { target: { value: 'yes' } }))
    await press('Save')
    expect(changes(asked)).toMatchObject([{ body: { overrides: [{ permission: 'admin', allowed: true }] } }])
  })

  test('is deleted only after a question', async () => {
    const asked = await open({ 'DELETE /api/v1/admin/accounts/id-anna': { status: 204 } })
    await press('Delete')
    expect(changes(asked)).toEqual([])
    await act(async () =>
      fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Delete' })),
    )
    expect(changes(asked)).toMatchObject([{ method: 'DELETE' }])
  })

  test('who is the last administrator stays, and one is told', async () => {
    await open({
      'DELETE /api/v1/admin/accounts/id-anna': { status: 409, body: { title: 'Conflict', code: 'last-admin' } },
    })
    await press('Delete')
    await act(async () =>
      fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Delete' })),
    )
    expect(await screen.findByText(/this is the last administrator/)).toBeTruthy()
  })

  test('who is new gets a link, shown once', async () => {
    const link = { path: '/welcome#one-time', expiresAt: 9 }
    await show(<PeoplePage />, { 'POST /api/v1/admin/accounts': { status: 201, body: { account: ANNA, link } } })
    await press('New person')
    await give('Name to sign in with', 'anna')
    await press('Create and show link')
    expect(await screen.findByText(`${window.location.origin}/welcome#one-time`)).toBeTruthy()
    await press('Done')
    expect(screen.queryByText(/one-time/)).toBeNull()
  })

  test('without a name is not sent', async () => {
    const asked = await show(<PeoplePage />)
    await press('New person')
    await give('Name that others see', 'Somebody')
    await press('Create and show link')
    expect(changes(asked)).toEqual([])
    expect(screen.getByText('This is needed')).toBeTruthy()
  })
})

describe('a setting', () => {
  const path = 'PUT /api/v1/admin/settings/pauseReasons'
  const reasons = () => screen.getAllByLabelText<HTMLInputElement>('Reason')
  const saveReasons = () => act(async () => fireEvent.submit(screen.getByRole('form', { name: 'Pause reasons' })))

  test('is changed in order, minutes kept as seconds', async () => {
    const asked = await show(<ReasonsPage />, { [path]: { body: item('pauseReasons', { version: 'v2' }) } })
    await act(async () => fireEvent.click(screen.getAllByRole('button', { name: 'Move down' })[0] as HTMLElement))
    await saveReasons()
    expect(changes(asked)).toMatchObject([
      {
        body: {
          version: 'v1',
          value: [
            { name: 'Training', limitSeconds: null },
            { name: 'Lunch', limitSeconds: 1800 },
          ],
        },
      },
    ])
  })

  test('refused by the server says so at the very line', async () => {
    const errors = [{ path: '1.name', message: 'each reason once' }]
    await show(<ReasonsPage />, { [path]: { status: 422, body: { title: 'Wrong', errors } } })
    await act(async () => fireEvent.input(reasons()[1] as HTMLElement, { target: { value: 'Lunch' } }))
    await saveReasons()
    expect(reasons().map((one) => one.getAttribute('aria-invalid'))).toEqual([null, 'true'])
    expect(screen.getByText('each reason once')).toBeTruthy()
    expect(reasons()[1]?.value).toBe('Lunch')
  })

  test('that is no number is sent as typed, so that the server refuses it and nothing is lost', async () => {
    const asked = await show(<ReasonsPage />, { [path]: { status: 422, body: { title: 'Wrong', errors: [] } } })
    await act(async () =>
      fireEvent.input(screen.getAllByLabelText('Limit, minutes')[0] as HTMLElement, { target: { value: 'abc' } }),
    )
    await saveReasons()
    expect(changes(asked)).toMatchObject([{ body: { value: [{ limitSeconds: 'abc' }, {}] } }])
  })

  test('that the configuration file fixes can be read and not changed', async () => {
    await show(<ReasonsPage />, {
      'GET /api/v1/admin/settings': {
        body: { items: [item('pauseReasons', { fixed: true }), item('freePauseReason')] },
      },
    })
    expect(screen.getByText(/The configuration file sets this/)).toBeTruthy()
    expect(reasons()[0]?.matches(':disabled')).toBe(true)
    expect(screen.queryByRole('button', { name: 'Add a reason' })).toBeNull()
  })

  test('of a link shows what becomes of it', async () => {
    await show(<RoutesPage />)
    await give('Link', 'https://crm.test/?phone={number}')
    expect(screen.getByText('https://crm.test/?phone=%2B4930901820')).toBeTruthy()
  })
})
