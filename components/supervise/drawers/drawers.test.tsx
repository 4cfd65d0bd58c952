// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { IntlProvider } from 'use-intl'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { explainStore } from '@/components/explain/explain-store'
import { LiveProvider } from '@/components/live/live-context'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import { ReceiptsProvider } from '@/components/receipts/receipts-context'
import { ViewerProvider } from '@/components/session/viewer'
import { TooltipProvider } from '@/components/ui/tooltip'
import { PERMISSIONS, type Permission } from '@/lib/domain/rights'
import { aCall, aCaller, aLink, aMember, aQueue, NOW, PBX, stateOf } from '@/lib/domain/testing/records'
import { CATALOGUES } from '@/lib/i18n/messages'
import { DeskProvider, useDesk } from '../desk-context'
import type { Opened } from '../desk-stores'
import { Asking } from '../dialogs/asking'
import { agentIdOf } from '../model/agent-row'
import { DEFAULT_VIEW } from '../model/desk-view'
import { Drawer } from './drawer'

const support = aQueue('support', { label: 'Support', completed: 142, abandoned: 19 })
const anna = aMember('support', '101', { name: 'Anna', membership: 'dynamic', penalty: 1 })
const elise = aCaller('support', 'e', { name: 'Élise', position: 2 })
const talk = aCall('talk', {
  queue: support.id,
  agent: 'PJSIP/101',
  from: { name: 'Tom', number: '555', channel: 'PJSIP/trunk-00000001' },
  to: { name: null, number: '101', channel: 'PJSIP/101-00000002' },
})
const fetched = vi.fn<typeof fetch>()

beforeEach(() => {
  fetched.mockImplementation(async () => new Response('{}', { status: 404 }))
  vi.stubGlobal('fetch', fetched)
})
afterEach(() => {
  cleanup()
  fetched.mockReset()
  vi.unstubAllGlobals()
})

function sent(): unknown[] {
  const posts = fetched.mock.calls.filter(([, init]) => init?.method === 'POST')
  return posts.map(([, init]) => (JSON.parse(String(init?.body)) as { command: unknown }).command)
}

function Opener({ opened }: { opened: Opened }) {
  const { stores } = useDesk()
  return (
    <button type="button" onClick={() => stores.set({ opened })}>
      go
    </button>
  )
}

async function open(opened: Opened, permissions: readonly Permission[] = PERMISSIONS): Promise<FixtureCache> {
  const state = stateOf({ queues: [support], members: [anna], callers: [elise] })
  const cache = new FixtureCache(state, NOW, { links: [aLink()] })
  cache.put('calls', talk.id, talk)
  const phones = [{ pbx: PBX, interface: 'PJSIP/201', exten: '201', label: null }]
  const allowed = Object.fromEntries(permissions.map((permission) => [permission, null]))
  render(
    <IntlProvider locale="en" messages={CATALOGUES.en as never} timeZone="UTC">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <LiveProvider cache={cache}>
          <ViewerProvider
            viewer={{
              kind: 'account',
              id: '1',
              name: 'Sue',
              role: 'supervisor',
              queues: null,
              numbers: 'all',
              permissions: allowed,
              phones,
            }}
          >
            <ReceiptsProvider>
              <TooltipProvider>
                <DeskProvider order={NO_ORDER} view={DEFAULT_VIEW} setView={() => {}}>
                  <Opener opened={opened} />
                  <Drawer />
                  <Asking />
                </DeskProvider>
              </TooltipProvider>
            </ReceiptsProvider>
          </ViewerProvider>
        </LiveProvider>
      </QueryClientProvider>
    </IntlProvider>,
  )
  await press('go')
  return cache
}

const NO_ORDER: readonly string[] = []

async function press(name: string | RegExp): Promise<void> {
  await act(async () => fireEvent.click(screen.getByRole('button', { name })))
}

test('taking a caller is asked at once', async () => {
  await open({ kind: 'callers', id: elise.id })
  await press('Take')
  expect(sent()).toEqual([{ type: 'caller.take', caller: elise.id }])
})

test('hanging up a caller is asked only after a question', async () => {
  await open({ kind: 'callers', id: elise.id })
  await press('Hang up')
  expect(sent()).toEqual([])
  expect(screen.getByRole('alertdialog').textContent).toContain('Hang up Élise?')
  const [, verb] = screen.getAllByRole('button', { name: /Cancel|Hang up/ })
  await act(async () => fireEvent.click(verb as HTMLElement))
  expect(sent()).toEqual([{ type: 'caller.hangUp', caller: elise.id }])
})

test('without the right an action is not there', async () => {
  await open({ kind: 'callers', id: elise.id }, ['callers.take'])
  expect(screen.queryByRole('button', { name: 'Hang up' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Take' })).toBeTruthy()
})

test('while the picture is not live nothing can be pressed', async () => {
  const cache = await open({ kind: 'callers', id: elise.id })
  await act(async () => cache.setStatus({ freshness: 'stale' }))
  const take = screen.getByRole('button', { name: 'Take' })
  expect(take.getAttribute('aria-disabled')).toBe('true')
  await act(async () => fireEvent.click(take))
  expect(sent()).toEqual([])
})

test('the agent’s side is listened to', async () => {
  await open({ kind: 'calls', id: talk.id })
  await press('Whisper')
  expect(sent()).toEqual([{ type: 'call.listen', call: talk.id, party: 'to', mode: 'whisper' }])
})

test('a penalty goes up by one, in that queue', async () => {
  await open({ kind: 'agents', id: agentIdOf(anna) })
  await press('Penalty in Support: one more')
  const agent = { pbx: PBX, interface: 'PJSIP/101' }
  expect(sent()).toEqual([{ type: 'agent.penalty', agent, queue: support.id, penalty: 2 }])
})

test('an agent’s day is drawn and summed for whoever may look at history', async () => {
  const span = (state: string, from: number, to: number, reason: string | null = null) => ({ state, reason, from, to })
  const who = { pbx: PBX, interface: 'PJSIP/101', name: 'Anna' }
  const spans = [
    span('unavailable', 0, NOW - 600_000),
    span('ready', NOW - 600_000, NOW - 60_000),
    span('paused', NOW - 60_000, NOW, 'lunch'),
  ]
  const sums = {
    ...NO_SUMS,
    ...who,
    answered: 7,
    readyMs: 540_000,
    pausedMs: 60_000,
    pauses: [{ reason: 'lunch', ms: 60_000 }],
  }
  const range = { now: NOW, from: 0, to: NOW, gaps: [] }
  fetched.mockImplementation(async (url) => {
    if (String(url).includes('agents/sums')) return Response.json({ ...range, items: [sums] })
    if (String(url).includes('agents/timeline'))
      return Response.json({ ...range, agents: [{ ...who, spans, queues: [] }] })
    return new Response('{}', { status: 404 })
  })
  await open({ kind: 'agents', id: agentIdOf(anna) })
  expect((await screen.findByRole('img')).getAttribute('aria-label')).toMatch(
    /^09:32 to 09:42: Ready 9:00, Paused 1:00$/,
  )
  expect(screen.getByText('lunch 1:00')).toBeTruthy()
  expect(screen.getByText('Occupancy').previousSibling?.textContent).toBe('25%')
  fireEvent.click(screen.getByRole('button', { name: 'Answered, Anna, today: 7. What it is made of' }))
  expect(explainStore.get()).toMatchObject({ figure: 'answered', window: 'today', agent: 'PJSIP/101' })
  explainStore.set(null)
  fireEvent.click(screen.getByRole('button', { name: 'Missed, Anna: 1, what it is made of' }))
  expect(await screen.findByRole('dialog', { name: 'Missed: Anna, today' })).toBeTruthy()
  const query = 'window=today&agent=PJSIP%2F101&sort=-time'
  await waitFor(() => expect(fetched.mock.calls.map(([url]) => url)).toContain(`/api/v1/missedRings?${query}`))
})

test('nothing is asked of an agent’s day by whoever may not look at history', async () => {
  await open({ kind: 'agents', id: agentIdOf(anna) }, ['agents.pause'])
  expect(fetched.mock.calls.filter(([url]) => String(url).includes('/agents/'))).toEqual([])
})

test('resetting counters says first what it breaks', async () => {
  await open({ kind: 'queues', id: support.id })
  await press('Reset counters')
  const text = screen.getByRole('alertdialog').textContent
  expect(text).toContain('Asterisk forgets what it counted')
  expect(text).toContain('142 answered and 19 lost')
  expect(sent()).toEqual([])
})

test('what ends while it is shown keeps its story', async () => {
  const cache = await open({ kind: 'calls', id: talk.id })
  await act(async () => cache.put('calls', talk.id, undefined))
  expect(screen.getByText('No longer there')).toBeTruthy()
  expect(screen.getByText('ended')).toBeTruthy()
})

const NO_SUMS = {
  ...{ loggedInMs: 600_000, ringingMs: 0, onCallMs: 0, onHoldMs: 0, otherCallMs: 0, wrapUpMs: 0, unavailableMs: 0 },
  ...{ occupancy: 0.25, missed: 1, talks: 7, talkMs: 0, heldMs: 0, averageHandlingMs: null },
}
