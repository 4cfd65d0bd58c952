// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { stubApi } from '@/components/api/testing/stub-api'
import { aViewer, DeskAround } from '@/components/desk/testing/desk-around'
import { anExplanation } from '@/components/history/testing/answers'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import { TakenButton } from '@/components/supervise/explained-figure'
import { agentsOf } from '@/lib/domain/agent'
import type { Role } from '@/lib/domain/rights'
import { aMember, aQueue, NOW, stateOf } from '@/lib/domain/testing/records'
// Loaded before any test asks for it: what a page loads late is no part of its own time.
import '../explain-dialog'
import { explainStore } from '../explain-store'
import { Explainer } from '../explainer'

afterEach(() => {
  cleanup()
  explainStore.set(null)
  vi.unstubAllGlobals()
})

/** 09:42 in Warsaw. */
const HOUR_AGO = NOW - 3_600_000
const queues = [
  aQueue('support', { label: 'Support', countersSince: HOUR_AGO }),
  aQueue('sales', { label: 'Sales', countersSince: null }),
]
const own = { name: 'Anna', loggedInAt: HOUR_AGO, lastCallAt: NOW - 60_000 }
const members = [
  aMember('support', '101', { ...own, callsTaken: 7 }),
  aMember('sales', '101', { ...own, callsTaken: 2, lastCallAt: null }),
  aMember('support', '102', { callsTaken: 40 }),
]

async function open(role: Role = 'supervisor', locale: 'en' | 'ru' = 'en') {
  const asked = stubApi(() => ({ body: { answer: anExplanation({ figure: 'answered', value: 5 }) } }))
  const [anna] = agentsOf(members.slice(0, 2))
  if (!anna) throw new Error('no agent')
  const cache = new FixtureCache(stateOf({ queues, members }), NOW)
  render(
    <DeskAround cache={cache} viewer={aViewer(role)} locale={locale}>
      <TakenButton agent={anna}>9</TakenButton>
      <Explainer />
    </DeskAround>,
  )
  fireEvent.click(screen.getByRole('button'))
  await act(() => vi.dynamicImportSettled())
  return { cache, asked, dialog: within(await screen.findByRole('dialog')) }
}

const rows = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map(({ textContent }) => textContent)

test('calls taken open to Asterisk’s counters in each queue, since when they count, and why they are another figure', async () => {
  const { dialog, cache } = await open()
  expect(dialog.getByRole('heading', { name: 'Anna, by Asterisk’s own count' })).toBeTruthy()
  expect(rows()).toEqual([
    expect.stringMatching(/^Support7.*Nov 2026, 09:42.*Nov 2026, 09:42.*Nov 2026, 10:41$/),
    expect.stringMatching(/^Sales2not known.*Nov 2026, 09:42–$/),
  ])
  expect(dialog.getByText('9')).toBeTruthy()
  expect(dialog.getByText(/shared_lastcall/)).toBeTruthy()
  const sales = members[1]
  act(() => sales && cache.put('members', sales.id, { ...sales, callsTaken: 3 }))
  expect(dialog.getByText('10')).toBeTruthy()
})

test('beside them stands what we count, for those who may see it', async () => {
  const { asked } = await open()
  expect(await screen.findByText(/Callboard itself counts 5 calls answered today/)).toBeTruthy()
  expect(asked.map(({ path }) => path)[0]).toContain('window=today&agent=PJSIP%2F101&figure=answered')
  expect(screen.getByRole('link', { name: 'Open in history' }).getAttribute('href')).toBe(
    '/history?window=today&agent=PJSIP%2F101&figure=answered&tab=visits',
  )
  cleanup()
  explainStore.set(null)
  expect((await open('agent')).asked).toEqual([])
  expect(screen.queryByText(/Callboard itself/)).toBeNull()
})

test('in Russian, too', async () => {
  const { dialog } = await open('agent', 'ru')
  expect(dialog.getByRole('heading', { name: 'Anna, по счёту самого Asterisk' })).toBeTruthy()
})
