// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Asked, stubApi } from '@/components/api/testing/stub-api'
import { aViewer, DeskAround } from '@/components/desk/testing/desk-around'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import type { LiveState } from '@/lib/domain/live-state'
import type { Role } from '@/lib/domain/rights'
import { aLink, aMailbox, anExtension, byId, NOW, PBX } from '@/lib/domain/testing/records'
import { MailboxesPage } from './mailboxes-page'

const pushed = vi.fn()
vi.mock('next/navigation', () => ({ useRouter: () => ({ push: pushed }) }))

const OWN = { pbx: PBX, interface: 'PJSIP/201', exten: '201', label: null }
const anna = aMailbox('101', { name: 'Anna Petrova', newMessages: 2, oldMessages: 4 })

let asked: Asked[]
beforeEach(() => {
  localStorage.clear()
  asked = stubApi(() => ({ status: 404, body: {} }))
})
afterEach(() => {
  cleanup()
  pushed.mockReset()
  vi.unstubAllGlobals()
})

async function show(state: Partial<LiveState> = {}, role: Role = 'supervisor', search = '') {
  const house = { mailboxes: byId([anna, aMailbox('201')]), extensions: byId([anExtension('101')]), ...state }
  window.history.replaceState(null, '', `/mailboxes?${search}`)
  const cache = new FixtureCache(house, NOW, { links: [aLink()] })
  render(
    <DeskAround viewer={aViewer(role, { phones: [OWN] })} cache={cache}>
      <MailboxesPage search={search} />
    </DeskAround>,
  )
  await act(async () => {})
  return cache
}

const lines = () => [...document.querySelectorAll<HTMLTableRowElement>('tr[data-row]')]
const sent = () =>
  asked.filter(({ method }) => method === 'POST').map(({ body }) => (body as { command: unknown }).command)

test('one’s own mailbox stands first, and counts change live', async () => {
  const cache = await show()
  expect(lines().map((line) => line.cells[0]?.textContent)).toEqual(['201@default', '101@default'])
  act(() => cache.put('mailboxes', anna.id, { ...anna, newMessages: 3 }))
  expect(lines()[1]?.textContent).toContain('Anna Petrova3')
})

test('the keyboard walks, leaves a message, calls the owner and opens the phone', async () => {
  await show()
  const press = (key: string, code: string) => fireEvent.keyDown(document.activeElement as Element, { key, code })
  press('ArrowDown', 'ArrowDown')
  press('ArrowDown', 'ArrowDown')
  expect(document.activeElement).toBe(lines()[1])
  press('v', 'KeyV')
  press('c', 'KeyC')
  press('Enter', 'Enter')
  await act(async () => {})
  expect(sent()).toEqual([
    { type: 'mailbox.leave', mailbox: anna.id, phone: null },
    { type: 'dial', to: '101', phone: null },
  ])
  expect(pushed).toHaveBeenCalledWith('/phones?find=101')
})

test('who may not dial is offered nothing', async () => {
  await show({}, 'display')
  act(() => lines()[1]?.focus())
  expect(screen.queryByRole('button', { name: /Anna/ })).toBeNull()
})

test('a head sorts, and the address remembers what is looked for', async () => {
  await show({}, 'supervisor', 'find=anna')
  expect(lines()).toHaveLength(1)
  fireEvent.click(screen.getByRole('button', { name: 'New' }))
  expect(screen.getByRole('columnheader', { name: 'New' }).getAttribute('aria-sort')).toBe('descending')
})

test('without mailboxes it says how one comes to be', async () => {
  await show({ mailboxes: {} })
  expect(screen.getByText('There are no mailboxes')).toBeTruthy()
  expect(screen.getByText(/101 => 4711,Anna Petrova/)).toBeTruthy()
})
